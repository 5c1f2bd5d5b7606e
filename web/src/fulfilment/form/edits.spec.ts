import { chosen, due, type Held, lost, nothing, received, refused, restored, same, sending, shown, typed, unsaved, type Value, valueOf } from './edits.ts'

const other = { by: '示例李', at: '2026-11-23T02:31:00.000Z' }
const at = '2026-11-23T02:30:00.000Z'
const file = (hash: string, name = '合同.pdf'): Value => ({ hash: hash.repeat(16), name, size: 5, type: 'application/pdf' })

/** What may happen to the field a, one after the other. */
const steps = {
  type: (held: Held, value: Value) => typed(held, 'a', value, at),
  send: (held: Held) => sending(held, due(held)),
  come: (held: Held, value: Value) => received(held, value === null ? {} : { a: value }, other),
  choose: (held: Held, which: Value) => chosen(held, 'a', which as 'mine' | 'theirs'),
  lose: (held: Held) => lost(held, { a: held.edits['a']!.sent.at(-1)! }),
  refuse: (held: Held) => refused(held, { a: held.edits['a']!.sent.at(-1)! }, { a: { zh: '写得太长', en: 'too long' } }),
}
type Step = readonly [keyof typeof steps, Value?]

const after = (before: Value, history: readonly Step[]): Held =>
  history.reduce<Held>((held, [what, value = null]) => steps[what](held, value), received(nothing, before === null ? {} : { a: before }, other, true))

const told = (held: Held) => ({
  shows: valueOf(held, 'a'), sends: 'a' in due(held) ? due(held)['a'] : undefined, theirs: held.edits['a']?.theirs?.value, elsewhere: 'a' in held.elsewhere,
})

type Told = Partial<ReturnType<typeof told>>

const histories: Record<string, [before: Value, history: Step[], then: Told]> = {
  'nothing typed: what the server has': ['x', [], { shows: 'x' }],
  'what is typed stands over it and is sent': ['x', [['type', 'xy']], { shows: 'xy', sends: 'xy' }],
  'typed back: nothing is sent': ['x', [['type', 'xy'], ['type', 'x']], { shows: 'x' }],
  'emptied: the answer is taken away': ['x', [['type', '']], { shows: '', sends: null }],
  'empty where nothing was: nothing is sent': [null, [['type', 'x'], ['type', '']], { shows: null }],
  'on its way: not sent twice': ['x', [['type', 'xy'], ['send']], { shows: 'xy' }],
  'it comes back: done': ['x', [['type', 'xy'], ['send'], ['come', 'xy']], { shows: 'xy' }],
  'typed on while it was on its way': ['x', [['type', 'xy'], ['send'], ['type', 'xyz']], { shows: 'xyz', sends: 'xyz' }],
  'the first part comes back: no conflict, the rest is sent': ['x', [['type', 'xy'], ['send'], ['type', 'xyz'], ['come', 'xy']], { shows: 'xyz', sends: 'xyz' }],
  'two on their way, only the later one is seen': ['x', [['type', 'xy'], ['send'], ['type', 'xyz'], ['send'], ['come', 'xyz']], { shows: 'xyz' }],
  'two on their way, both are seen': ['x', [['type', 'xy'], ['send'], ['type', 'xyz'], ['send'], ['come', 'xy'], ['come', 'xyz']], { shows: 'xyz' }],
  'taken back while it was on its way: the taking back is sent': [null, [['type', 'x'], ['send'], ['type', ''], ['come', 'x']], { shows: '', sends: null }],
  'taken back before it arrives is not done yet': [null, [['type', 'x'], ['send'], ['type', '']], { shows: '', sends: null }],
  'somebody else wrote, nobody types here: the new value at once, and it says so': ['x', [['come', 'their']], { shows: 'their', elsewhere: true }],
  'typing here ends the note': ['x', [['come', 'their'], ['type', 'mine']], { shows: 'mine', sends: 'mine', elsewhere: false }],
  'somebody else wrote over what is typed here: both, and nothing is sent': ['x', [['type', 'mine'], ['come', 'their']], { shows: 'mine', theirs: 'their', elsewhere: true }],
  'and typing on does not decide': ['x', [['type', 'mine'], ['come', 'their'], ['type', 'mine!']], { shows: 'mine!', theirs: 'their', elsewhere: false }],
  'mine is chosen': ['x', [['type', 'mine'], ['come', 'their'], ['choose', 'mine']], { shows: 'mine', sends: 'mine', elsewhere: false }],
  'theirs is chosen': ['x', [['type', 'mine'], ['come', 'their'], ['choose', 'theirs']], { shows: 'their', elsewhere: false }],
  'chosen, sent and back: done': ['x', [['type', 'mine'], ['come', 'their'], ['choose', 'mine'], ['send'], ['come', 'mine']], { shows: 'mine' }],
  'both wrote the same: no conflict': ['x', [['type', 'same'], ['come', 'same']], { shows: 'same' }],
  'somebody else took it away while it is typed here': ['x', [['type', 'mine'], ['come', null]], { shows: 'mine', theirs: null, elsewhere: true }],
  'they put it back: the conflict is over': ['x', [['type', 'mine'], ['come', 'their'], ['come', 'x']], { shows: 'mine', sends: 'mine' }],
  'overwritten on the way: both': ['x', [['type', 'mine'], ['send'], ['come', 'their']], { shows: 'mine', theirs: 'their', elsewhere: true }],
  'arrived and overwritten: the new value at once': ['x', [['type', 'mine'], ['send'], ['come', 'mine'], ['come', 'their']], { shows: 'their', elsewhere: true }],
  'lost on the way: it goes again': ['x', [['type', 'mine'], ['send'], ['lose']], { shows: 'mine', sends: 'mine' }],
  'lost, but it had arrived: done': ['x', [['type', 'mine'], ['send'], ['lose'], ['come', 'mine']], { shows: 'mine' }],
  'lost, typed on, and the first had arrived: no conflict': ['x', [['type', 'mine'], ['send'], ['lose'], ['type', 'mine!'], ['come', 'mine']], { shows: 'mine!', sends: 'mine!' }],
  'refused: the text is kept and not sent again': ['x', [['type', 'mine'], ['send'], ['refuse']], { shows: 'mine' }],
  'refused and mended: sent': ['x', [['type', 'mine'], ['send'], ['refuse'], ['type', 'good']], { shows: 'good', sends: 'good' }],
  'a file': [null, [['type', file('a')]], { shows: file('a'), sends: file('a') }],
  'a file that came back with its parts in another order': [null, [['type', file('a')], ['send'], ['come', { type: 'application/pdf', size: 5, name: '合同.pdf', hash: 'a'.repeat(16) }]], { shows: file('a') }],
}

it.each(Object.entries(histories))('%s', (_, [before, history, then]) =>
  expect(told(after(before, history))).toMatchObject({ sends: undefined, theirs: undefined, elsewhere: false, ...then }))

it.each([
  ['', null, true], [null, undefined, true], ['a', 'a ', false], [0, null, false], [false, null, false], [1, '1', false],
  [['a'], ['a'], true], [['a'], ['a', 'b'], false], [[], null, false], [['a', 'b'], ['b', 'a'], false],
  [file('a'), file('a'), true], [file('a'), file('b'), false], [file('a'), file('a', '另一份.pdf'), false], [file('a'), 'a', false],
] as const)('%j and %j: %j', (left, right, expected) => expect(same(left as Value, right as Value)).toBe(expected))

describe('left unsaved', () => {
  const kept = { a: { value: 'mine', base: 'x', at, sent: [] as Value[] } }
  const back = (remote: string, sent: Value[] = []) => received(restored(nothing, { a: { ...kept.a, sent } }), { a: remote }, other, true)
  it.each<[string, Held, Told]>([
    ['is taken up and sent', back('x'), { shows: 'mine', sends: 'mine' }],
    ['had arrived all the same', back('mine'), { shows: 'mine' }],
    ['was on its way and did not arrive', back('x', ['mine']), { shows: 'mine', sends: 'mine' }],
    ['was on its way and arrived', back('mine', ['mine']), { shows: 'mine' }],
    ['was written over elsewhere meanwhile: both, with who and when', back('their'), { shows: 'mine', theirs: 'their', elsewhere: true }],
  ])('%s', (_, held, then) => expect(told(held)).toMatchObject({ sends: undefined, theirs: undefined, elsewhere: false, ...then }))
})

describe('several fields', () => {
  const held = typed(typed(received(nothing, { a: '1', b: '2' }, other, true), 'a', '1!', at), 'c', ['x'], at)
  it('only what changed is sent', () => expect(due(held)).toEqual({ a: '1!', c: ['x'] }))
  it('what could not be kept is held back', () => expect(due(held, key => key !== 'c')).toEqual({ a: '1!' }))
  it('all are shown together', () => expect(shown(held)).toEqual({ a: '1!', b: '2', c: ['x'] }))
  it('one at fault does not hold up the others', () => {
    const said = refused(sending(held, due(held)), due(held), { c: { zh: '不能选', en: 'no' } })
    expect(due(said)).toEqual({ a: '1!' })
    expect(unsaved(said)).toEqual({ open: 2, undecided: [], refused: ['c'] })
  })
  it('counts what is open', () => {
    expect(unsaved(held)).toEqual({ open: 2, undecided: [], refused: [] })
    expect(unsaved(received(sending(held, due(held)), { a: '1!', b: '2', c: ['x'] }, other))).toEqual({ open: 0, undecided: [], refused: [] })
    expect(unsaved(received(held, { a: '9', b: '2' }, other))).toEqual({ open: 2, undecided: ['a'], refused: [] })
  })
  it('values and edits that did not change stay the same objects', () => {
    const list = received(nothing, { a: ['x'], b: ['y'] }, other, true)
    const next = received(typed(list, 'b', ['z'], at), { a: ['x'], b: ['y'], c: '1' }, other)
    expect(next.remote['a']).toBe(list.remote['a'])
    const again = received(next, { a: ['x'], b: ['y'], c: '2' }, other)
    expect(again.edits['b']).toBe(next.edits['b'])
  })
})

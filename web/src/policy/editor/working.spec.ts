import type { Place } from './places.ts'
import { chosen, due, type Edit, halfWritten, openPlaces, received, refused, type Remote, sending, shownAt, typed, unsent, type Working } from './working.ts'

const title: Place = 'head/title'
const amount: Place = 'item:a/amount'
const days = (n: number | string) => ({ days: n, unit: 'working' })
const limit: Place = 'item:a/limit'
const remote = (over: Partial<Remote> = {}): Remote => ({ [title]: '原题', [amount]: { kind: 'none' }, [limit]: days(5), ...over }) as Remote
const start: Working = { remote: remote(), edits: {} }

type Step = ['type', Place, unknown] | ['send'] | ['come', Partial<Remote>] | ['lose'] | ['refuse'] | ['choose', Place, 'mine' | 'theirs']

interface Run { working: Working; batch: Record<Place, unknown>; server: Remote }

const steps: { [Kind in Step[0]]: (run: Run, ...rest: never[]) => Partial<Run> } = {
  type: ({ working }, place: Place, value: unknown) => ({ working: typed(working, place, value) }),
  send({ working }) {
    const batch = Object.assign({}, ...Object.values(due(working))) as Record<Place, unknown>
    return { working: sending(working, batch), batch }
  },
  come({ working, server }, over: Partial<Remote>) {
    const now = { ...server, ...over } as Remote
    return { working: received(working, now, '李示例', '2026-11-25T02:00:00Z'), server: now }
  },
  lose: ({ working, batch }) => ({ working: unsent(working, batch) }),
  refuse: ({ working, batch }) => ({ working: refused(working, batch) }),
  choose: ({ working }, place: Place, which: 'mine' | 'theirs') => ({ working: chosen(working, place, which) }),
}

const after = (history: Step[]): Working =>
  history.reduce<Run>((run, [kind, ...rest]) => ({ ...run, ...steps[kind](run, ...rest as never[]) }), { working: start, batch: {}, server: remote() }).working

const sends = (working: Working) => Object.assign({}, ...Object.values(due(working))) as Record<string, unknown>

const histories: Record<string, [Step[], { shows: [Place, unknown]; sends?: Record<string, unknown>; open?: Place[]; half?: Place[]; theirs?: unknown }]> = {
  'what is typed is shown and sent': [[['type', title, '新题']], { shows: [title, '新题'], sends: { [title]: '新题' }, open: [title] }],
  'typed back: nothing to send': [[['type', title, '新题'], ['type', title, '原题']], { shows: [title, '原题'] }],
  'a blank at the end stays while one types, and is not sent': [[['type', title, '原题 ']], { shows: [title, '原题 '] }],
  'on its way it is not sent again': [[['type', title, '新题'], ['send']], { shows: [title, '新题'] }],
  'arrived': [[['type', title, '新题'], ['send'], ['come', { [title]: '新题' }]], { shows: [title, '新题'] }],
  'typed on while it was on its way: the rest follows': [
    [['type', title, '新题'], ['send'], ['type', title, '新题目'], ['come', { [title]: '新题' }]], { shows: [title, '新题目'], sends: { [title]: '新题目' }, open: [title] },
  ],
  'half-written: shown, never sent, kept aside': [[['type', limit, days('十')]], { shows: [limit, days('十')], open: [limit], half: [limit] }],
  'half-written does not hold up what is whole': [
    [['type', limit, days('十')], ['type', title, '新题']], { shows: [limit, days('十')], sends: { [title]: '新题' }, open: [limit, title], half: [limit] },
  ],
  'a colleague changed another place: no conflict': [
    [['type', title, '新题'], ['come', { [limit]: days(9) }]], { shows: [title, '新题'], sends: { [title]: '新题' }, open: [title] },
  ],
  'a colleague changed the same place: both, and nothing is sent': [
    [['type', title, '新题'], ['come', { [title]: '他的题' }]], { shows: [title, '新题'], open: [title], half: [title], theirs: '他的题' },
  ],
  'a colleague wrote the same: done': [[['type', title, '新题'], ['come', { [title]: '新题' }]], { shows: [title, '新题'] }],
  'a colleague changed it back: the conflict is over': [
    [['type', title, '新题'], ['come', { [title]: '他的题' }], ['come', { [title]: '原题' }]], { shows: [title, '新题'], sends: { [title]: '新题' }, open: [title] },
  ],
  'what was saved here and is changed by a colleague later is theirs': [
    [['type', title, '新题'], ['send'], ['come', { [title]: '新题' }], ['come', { [title]: '他的题' }]], { shows: [title, '他的题'] },
  ],
  'mine chosen: sent over theirs': [
    [['type', title, '新题'], ['come', { [title]: '他的题' }], ['choose', title, 'mine']], { shows: [title, '新题'], sends: { [title]: '新题' }, open: [title] },
  ],
  'theirs chosen': [[['type', title, '新题'], ['come', { [title]: '他的题' }], ['choose', title, 'theirs']], { shows: [title, '他的题'] }],
  'did not get through: goes again': [[['type', title, '新题'], ['send'], ['lose']], { shows: [title, '新题'], sends: { [title]: '新题' }, open: [title] }],
  'seemed lost, and had arrived': [[['type', title, '新题'], ['send'], ['lose'], ['come', { [title]: '新题' }], ['send'], ['come', {}]], { shows: [title, '新题'] }],
  'refused: the words stay, and are not sent again as they are': [
    [['type', title, '新题'], ['send'], ['refuse']], { shows: [title, '新题'], open: [title], half: [title] },
  ],
  'refused, then mended': [[['type', title, '新题'], ['send'], ['refuse'], ['type', title, '好题']], { shows: [title, '好题'], sends: { [title]: '好题' }, open: [title] }],
}

test.each(Object.entries(histories))('%s', (_, [history, { shows: [place, value], sends: sent = {}, open = [], half = [], theirs }]) => {
  const working = after(history)
  expect(shownAt(working, place)).toEqual(value)
  expect(sends(working)).toEqual(sent)
  expect(openPlaces(working)).toEqual(open)
  expect(halfWritten(working)).toEqual(half)
  expect((working.edits[place] as Edit | undefined)?.theirs?.value).toEqual(theirs)
})

test('an item that a colleague removed takes its edits with it', () => {
  const { [limit]: _, [amount]: __, ...rest } = remote()
  expect(received(typed(start, limit, days(9)), rest as Remote, '李示例', '').edits).toEqual({})
})

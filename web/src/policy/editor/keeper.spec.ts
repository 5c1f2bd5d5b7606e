import { Problematic, type Receipt } from '@qinqing/api/client'
import type { Item } from '@qinqing/domain/language/item'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { type Door, isSaved, Keeper } from './keeper.ts'

const item = (over: Partial<Item> = {}): Item => ({
  id: 'a', title: '补贴', lane: 'instant', limit: { days: 5, unit: 'working' }, office: 'o', officeName: '示例科', phone: '0772-1', conditions: [], materials: [],
  amount: { kind: 'none' }, ...over,
})
const first: PolicyDraftDocument = {
  id: 'p', title: '原题', number: '', summary: '', validUntil: null, clauses: [], items: [item()], office: 'o', officeName: '示例科', origin: null, sample: false,
  status: 'draft', version: 0, dirty: true, revision: 4, updatedAt: '2026-11-25T01:00:00Z', updatedBy: '我示例', updatedFor: 'work', imported: false, guide: { notes: [], contact: null },
}

interface Sent { type: string; data: Record<string, unknown>; basis: number }

/** A scripted server and a clock that is moved by hand. */
function desk(drafted: Record<string, string> = {}, document = first, left: Map<string, string> = new Map()) {
  const sent: Sent[] = []
  const kept: Record<string, string> = {}
  const answers: (Receipt | Error)[] = []
  let waiting: (() => void) | undefined
  const door: Door = {
    send(type, data, basis) {
      sent.push({ type, data: data as Sent['data'], basis })
      const answer = answers.shift() ?? { id: 'p', revision: basis + 1, position: 1, log: 'l' }
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    keep: (name, text) => { kept[name] = text },
    shelf: {
      load: () => Object.fromEntries(left),
      keep: (key, text) => { if (text === undefined) left.delete(key); else left.set(key, text) },
      forget: () => left.clear(),
    },
    after(_, act) {
      waiting = act
      return () => { waiting = undefined }
    },
  }
  const keeper = new Keeper(door, document, drafted)
  return {
    keeper, sent, kept, answers,
    async quiet() {
      waiting?.()
      // Everything here answers at once, so that one turn of the loop is enough.
      await new Promise(resolve => { setImmediate(resolve) })
    },
  }
}

const problem = (status: number, code: string, more: object = {}) =>
  new Problematic({ type: '', title: '', status, code, detail: { zh: '不行', en: 'no' }, ...more })

test('what is typed is sent once it is quiet, part by part, each on the revision of the one before', async () => {
  const { keeper, sent, quiet } = desk()
  keeper.type('head/title', '新题')
  keeper.type('item:a/phone', '0772-2800000')
  expect(sent).toEqual([])
  await quiet()
  expect(sent).toMatchObject([
    { type: 'RevisePolicy', data: { title: '新题', number: '' }, basis: 4 },
    { type: 'PutItem', data: { item: { ...item(), phone: '0772-2800000' } }, basis: 5 },
  ])
})

test('a second change of an item does not take the first one back, also when the document has not come in yet', async () => {
  const { keeper, sent, quiet } = desk()
  keeper.type('item:a/title', '新补贴')
  await quiet()
  keeper.type('item:a/phone', '0772-2800000')
  await quiet()
  expect(sent.at(-1)).toMatchObject({ data: { item: { title: '新补贴', phone: '0772-2800000' } } })
})

test('a field that is taken away is not in the item', async () => {
  const { keeper, sent, quiet } = desk({}, { ...first, items: [item({ lane: 'window', window: { from: '2026-01-01', to: '2026-02-01' } })] })
  keeper.type('item:a/window', undefined)
  await quiet()
  expect(Object.keys(sent[0]!.data['item'] as object)).not.toContain('window')
})

test('half-written stays here and in the draft, and the rest is sent', async () => {
  const { keeper, sent, kept, quiet } = desk()
  keeper.type('item:a/amount', { kind: 'fixed' })
  keeper.type('item:a/title', '新补贴')
  await quiet()
  expect(sent).toMatchObject([{ data: { item: { title: '新补贴', amount: { kind: 'none' } } } }])
  expect(JSON.parse(kept['item:a/amount']!)).toEqual({ value: { kind: 'fixed' }, base: { kind: 'none' } })
  expect(isSaved(keeper.snapshot())).toBe(false)
  keeper.type('item:a/amount', { kind: 'fixed', money: { fen: 100, currency: 'CNY' } })
  await quiet()
  expect(kept['item:a/amount']).toBe('')
  expect(sent.at(-1)).toMatchObject({ data: { item: { amount: { kind: 'fixed' } } } })
})

test('half-written words come back after a reload', async () => {
  const { keeper, sent, quiet } = desk({ 'item:a/amount': JSON.stringify({ value: { kind: 'fixed' }, base: { kind: 'none' } }), 'item:gone/amount': '{}', 'odd': 'no json' })
  expect(keeper.snapshot().working.edits).toMatchObject({ 'item:a/amount': { value: { kind: 'fixed' } } })
  expect(Object.keys(keeper.snapshot().working.edits)).toEqual(['item:a/amount'])
  await quiet()
  expect(sent).toEqual([])
})

test('a colleague changed another item: the own change follows on the new revision, and takes nothing of theirs back', async () => {
  const { keeper, sent, answers, quiet } = desk({}, { ...first, items: [item(), item({ id: 'b' })] })
  keeper.type('item:a/phone', '0772-2800000')
  answers.push(problem(409, 'conflict', { current: 5, winner: { by: '李示例', at: '', type: 'ItemPut' } }))
  await quiet()
  expect(sent).toHaveLength(1)
  keeper.receive({ ...first, items: [item({ title: '他改的' }), item({ id: 'b' })], revision: 5, updatedBy: '李示例' })
  await quiet()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toMatchObject({ basis: 5, data: { item: { title: '他改的', phone: '0772-2800000' } } })
  expect(keeper.snapshot().problem).toBeNull()
})

test('a colleague changed the same place: nothing is sent, both are there, and what one chooses is sent', async () => {
  const { keeper, sent, answers, kept, quiet } = desk()
  keeper.type('head/title', '我的题')
  answers.push(problem(409, 'conflict', { current: 5 }))
  await quiet()
  keeper.receive({ ...first, title: '他的题', revision: 5, updatedBy: '李示例', updatedAt: '2026-11-25T02:00:00Z' })
  await quiet()
  expect(sent).toHaveLength(1)
  expect(keeper.snapshot().working.edits['head/title']).toMatchObject({ value: '我的题', theirs: { value: '他的题', by: '李示例', at: '2026-11-25T02:00:00Z' } })
  expect(kept['head/title']).toContain('我的题')
  keeper.choose('head/title', 'mine')
  await quiet()
  expect(sent[1]).toMatchObject({ data: { title: '我的题' }, basis: 5 })
  expect(kept['head/title']).toBe('')
})

test('the server was away: it is sent again, and nothing is lost', async () => {
  const { keeper, sent, answers, quiet } = desk()
  keeper.type('head/title', '新题')
  answers.push(problem(0, 'unreachable'))
  await quiet()
  expect(keeper.snapshot()).toMatchObject({ away: true, problem: null, saving: false })
  await quiet()
  expect(sent).toHaveLength(2)
  expect(keeper.snapshot().away).toBe(false)
})

test('refused: the words stay with the reason, and are not sent again until they change', async () => {
  const { keeper, sent, answers, quiet } = desk()
  keeper.type('head/title', '新题')
  answers.push(problem(409, 'policy/not-now'))
  await quiet()
  await quiet()
  expect(sent).toHaveLength(1)
  expect(keeper.snapshot()).toMatchObject({ problem: { code: 'policy/not-now' }, working: { edits: { 'head/title': { value: '新题' } } } })
})

test('publishing waits for what is typed, stands on the revision after it, and is done when the page shows it', async () => {
  const { keeper, sent, quiet } = desk()
  keeper.type('head/title', '新题')
  const done = keeper.act('PublishPolicy', {})
  await quiet()
  expect(keeper.snapshot().busy).toBe('PublishPolicy')
  keeper.receive({ ...first, title: '新题', status: 'published', revision: 6 })
  expect(await done).toBe(true)
  expect(sent.map(({ type, basis }) => [type, basis])).toEqual([['RevisePolicy', 4], ['PublishPolicy', 5]])
  expect(keeper.snapshot().busy).toBeNull()
})

test('an act that is refused says why', async () => {
  const { keeper, answers } = desk()
  answers.push(problem(409, 'conflict', { current: 9 }))
  expect(await keeper.act('PublishPolicy', {})).toBe(false)
  expect(keeper.snapshot()).toMatchObject({ problem: { code: 'conflict' }, busy: null })
})

test('a reload without a connection loses nothing: what was left on this device goes when the server is back', async () => {
  const left = new Map<string, string>()
  const away = desk({}, first, left)
  away.answers.push(problem(0, 'unreachable'))
  away.keeper.type('head/title', '新题')
  await away.quiet()
  expect([...left.keys()]).toEqual(['head/title'])
  const next = desk({}, first, left)
  next.keeper.resume()
  await next.quiet()
  expect(next.sent).toMatchObject([{ type: 'RevisePolicy', data: { title: '新题' } }])
  next.keeper.receive({ ...first, title: '新题', revision: 5 })
  expect([...left.keys()]).toEqual([])
})

test('what was left on this device waits for a choice when a colleague has changed the same place meanwhile', async () => {
  const left = new Map([['head/title', JSON.stringify({ value: '我的', base: '原题' })]])
  const { keeper, sent, quiet } = desk({}, { ...first, title: '同事的' }, left)
  keeper.resume()
  await quiet()
  expect(sent).toEqual([])
  expect(keeper.snapshot().working.edits['head/title']).toMatchObject({ value: '我的', theirs: { value: '同事的' } })
})

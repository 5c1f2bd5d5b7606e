import type { Value, Values } from './edits.ts'
import { keeperOf } from './kept.ts'
import { type Fate, Saver } from './saver.ts'

/** A browser's store. */
class Shelf {
  readonly texts = new Map<string, string>()
  get length() { return this.texts.size }
  key = (at: number) => [...this.texts.keys()][at] ?? null
  getItem = (key: string) => this.texts.get(key) ?? null
  setItem = (key: string, text: string) => { this.texts.set(key, text) }
  removeItem = (key: string) => { this.texts.delete(key) }
}

const by = { by: '示例李', at: '2026-11-23T02:31:00.000Z' }
const why = { zh: '写得太长', en: 'too long' }

/** A page over a server that answers when the spec says so, and a clock that moves when it says so. */
function page({ shelf = new Shelf(), remote = {} as Values, fit = (_: string, __: Value): boolean => true } = {}) {
  const sent: Values[] = []
  const answers: ((fate: Fate) => void)[] = []
  let timer: { run: () => void; after: number } | null = null
  const saver = new Saver({
    send: batch => new Promise(resolve => {
      sent.push(batch)
      answers.push(resolve)
    }),
    keeper: keeperOf(shelf, 'wang', 'a1'), fit, now: () => '2026-11-23T02:30:00.000Z',
    later(run, after) {
      const mine = timer = { run, after }
      return () => { if (timer === mine) timer = null }
    },
  })
  saver.begin(remote, by).resume()
  return {
    saver, sent, shelf,
    due: () => timer?.after ?? null,
    tick() {
      const { run } = timer!
      timer = null
      run()
    },
    async answer(fate: Fate) {
      answers.shift()!(fate)
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    },
  }
}

test('what is typed goes after a while, once, and only what changed', async () => {
  const { saver, sent, due, tick, answer } = page({ remote: { a: '1', b: '2' } })
  saver.type('a', '1!')
  saver.type('a', '1!!')
  expect([due(), sent]).toEqual([600, []])
  tick()
  expect(sent).toEqual([{ a: '1!!' }])
  await answer({ how: 'kept' })
  await saver.flush()
  expect(sent).toHaveLength(1)
  expect(saver.ready).toBe(true)
})

test('what is typed while a batch is on its way goes after it, not beside it', async () => {
  const { saver, sent, answer } = page()
  saver.type('a', '1')
  void saver.flush()
  saver.type('a', '12')
  void saver.flush()
  expect(sent).toEqual([{ a: '1' }])
  await answer({ how: 'kept' })
  expect(sent).toEqual([{ a: '1' }, { a: '12' }])
})

test('not connected: it stays on this device, is tried again, and goes at once when the connection is back', async () => {
  const { saver, sent, due, answer, shelf } = page()
  saver.type('a', '1')
  void saver.flush()
  await answer({ how: 'unreachable' })
  expect([saver.state.trouble, saver.ready, due()]).toEqual(['unreachable', false, 5_000])
  expect([...shelf.texts.keys()]).toEqual(['qinqing/form/wang/a1/a'])
  saver.resume()
  expect(sent).toEqual([{ a: '1' }, { a: '1' }])
  await answer({ how: 'kept' })
  expect([saver.state.trouble, saver.ready]).toEqual([null, true])
  saver.receive({ a: '1' }, by)
  expect(shelf.texts.size).toBe(0)
})

test('the session has ended: nothing is tried until somebody has signed in again', async () => {
  const { saver, sent, due, answer } = page()
  saver.type('a', '1')
  void saver.flush()
  await answer({ how: 'signed-out' })
  expect([saver.state.trouble, due()]).toEqual(['signed-out', null])
  saver.resume()
  expect(sent).toHaveLength(2)
})

test('a page that was closed leaves its edits, and the next one sends them', () => {
  const { saver, shelf } = page({ remote: { a: 'old' } })
  saver.type('a', 'mine')
  const next = page({ shelf, remote: { a: 'old' } })
  expect(next.sent).toEqual([{ a: 'mine' }])
})

test('a page that was closed leaves its edits; written over meanwhile, they wait for a choice', () => {
  const { saver, shelf } = page({ remote: { a: 'old' } })
  saver.type('a', 'mine')
  const next = page({ shelf, remote: { a: 'theirs' } })
  expect(next.sent).toEqual([])
  expect(next.saver.ready).toBe(false)
  next.saver.choose('a', 'mine')
  expect(next.sent).toEqual([{ a: 'mine' }])
})

test('somebody else at the same device gets nothing of it', () => {
  const { saver, shelf } = page()
  saver.type('a', 'mine')
  expect(keeperOf(shelf, 'li', 'a1').load()).toEqual({})
  expect(keeperOf(shelf, 'wang', 'a2').load()).toEqual({})
  keeperOf(shelf, 'wang', 'a1').forget()
  expect(shelf.texts.size).toBe(0)
})

test('what was damaged on the device is left out', () => {
  const shelf = new Shelf()
  for (const [key, text] of [['a', '{'], ['b', '3'], ['c', 'null'], ['d', '{"value":1}']] as const) shelf.setItem(`qinqing/form/wang/a1/${key}`, text)
  expect(keeperOf(shelf, 'wang', 'a1').load()).toEqual({})
})

test('a refused field keeps its text, and the others go', async () => {
  const { saver, sent, answer } = page()
  saver.type('a', 'bad')
  saver.type('b', 'good')
  void saver.flush()
  await answer({ how: 'refused', faults: { a: why } })
  expect(sent).toEqual([{ a: 'bad', b: 'good' }, { b: 'good' }])
  await answer({ how: 'kept' })
  expect(saver.state.held.edits['a']).toMatchObject({ value: 'bad', refused: why })
  expect(saver.ready).toBe(false)
})

test('what could not be kept is not even sent', () => {
  const { saver, sent } = page({ fit: (_, value) => value !== 'bad' })
  saver.type('a', 'bad')
  void saver.flush()
  expect(sent).toEqual([])
  expect(saver.ready).toBe(false)
})

test('while characters are being composed nothing is sent', () => {
  const { saver, sent, due } = page()
  saver.compose(true)
  saver.type('a', 'shi')
  expect(due()).toBeNull()
  void saver.flush()
  expect(sent).toEqual([])
  saver.compose(false)
  expect(due()).toBe(600)
})

test('leaving the page sends what waits', () => {
  const { saver, sent, due } = page()
  saver.type('a', '1')
  saver.leave()
  expect([sent, due()]).toEqual([[{ a: '1' }], null])
})

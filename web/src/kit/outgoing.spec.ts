import { Outgoing, type Sent } from './outgoing.ts'
import { shelfOf } from './shelf.ts'

/** A page over a server that answers when the spec says so, and a clock that moves when it says so. */
function page(left: Record<string, string> = {}) {
  const texts = new Map(Object.entries(left))
  const shelf = shelfOf({
    get length() { return texts.size },
    key: at => [...texts.keys()][at] ?? null,
    getItem: key => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: key => void texts.delete(key),
  }, '')
  const sent: Readonly<Record<string, string>>[] = []
  const answers: ((sent: Sent) => void)[] = []
  let timer: { run: () => void; after: number } | null = null
  const outgoing = new Outgoing({
    send: patch => new Promise(resolve => {
      sent.push(patch)
      answers.push(resolve)
    }),
    shelf,
    later(run, after) {
      const mine = timer = { run, after }
      return () => { if (timer === mine) timer = null }
    },
  }, shelf.load())
  return {
    outgoing, sent,
    left: () => Object.fromEntries(texts),
    due: () => timer?.after ?? null,
    tick() {
      const { run } = timer!
      timer = null
      run()
    },
    async answer(how: Sent) {
      answers.shift()!(how)
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    },
  }
}

test('what is typed stays on the device and goes after a while, until the server has it', async () => {
  const { outgoing, sent, due, tick, answer, left } = page()
  outgoing.write('a', '一')
  outgoing.write('a', '一二')
  expect([due(), sent, left()]).toEqual([600, [], { a: '一二' }])
  tick()
  expect(sent).toEqual([{ a: '一二' }])
  await answer('kept')
  expect([due(), left()]).toEqual([null, {}])
})

test('what a page before could not send goes first', () => {
  const { outgoing, sent } = page({ a: '一' })
  outgoing.keep()
  expect(sent).toEqual([{ a: '一' }])
})

test('never two at a time: what is typed meanwhile goes right behind, and is kept until then', async () => {
  const { outgoing, sent, answer, left } = page({ a: '一' })
  outgoing.keep()
  outgoing.write('a', '二')
  outgoing.keep()
  expect(sent).toHaveLength(1)
  await answer('kept')
  expect([sent, left()]).toEqual([[{ a: '一' }, { a: '二' }], { a: '二' }])
  await answer('kept')
  expect(left()).toEqual({})
})

test('what did not get through goes again by itself, what was refused with the next words', async () => {
  const { outgoing, sent, due, tick, answer, left } = page({ a: '一' })
  outgoing.keep()
  await answer('passing')
  expect([due(), left()]).toEqual([3_000, { a: '一' }])
  tick()
  await answer('refused')
  expect(due()).toBe(null)
  outgoing.write('b', '二')
  tick()
  expect(sent.at(-1)).toEqual({ a: '一', b: '二' })
})

test('a page that is left sends once more and leaves no timer', async () => {
  const { outgoing, sent, due, answer } = page({ a: '一' })
  outgoing.enter()
  outgoing.leave()
  expect(sent).toHaveLength(1)
  await answer('passing')
  expect(due()).toBe(null)
})

test.each<Sent>(['passing', 'refused', 'kept'])('what is given up does not come back when the last sending ends: %s', async how => {
  const { outgoing, sent, due, answer, left } = page({ a: '一' })
  outgoing.keep()
  let over = false
  void outgoing.discard().then(() => { over = true })
  expect([over, left()]).toEqual([false, {}])
  await answer(how)
  expect([over, due(), left()]).toEqual([true, null, {}])
  outgoing.write('b', '二')
  outgoing.keep()
  expect(sent.at(-1)).toEqual({ b: '二' })
})

import { cleared, isToNote, marked, mostRead, unread, visited } from './read-marks.ts'

const at = (n: number) => new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString()
const notice = (n: number) => ({ id: `n-${n}`, at: at(n) })

test('what is read one by one is remembered in the order of time, once', () => {
  expect(marked(marked(unread, [notice(2)]), [notice(1), notice(2), notice(1)])).toEqual({ through: '', read: [notice(1), notice(2)] })
})

test('what does not fit any more moves the mark, and nothing newer becomes read', () => {
  const full = Array.from({ length: mostRead + 2 }, (_, n) => notice(n * 2))
  const shelf = marked(unread, full)
  expect(shelf.through).toBe(at(2))
  expect(shelf.read).toEqual(full.slice(2))
  expect(shelf.read).toHaveLength(mostRead)
})

test('a mark forgets what lies behind it and never goes back', () => {
  const shelf = cleared(marked(unread, [notice(1), notice(3)]), at(2))
  expect(shelf).toEqual({ through: at(2), read: [notice(3)] })
  expect(cleared(shelf, at(1))).toEqual(shelf)
  expect(marked(shelf, [notice(1)])).toEqual(shelf)
})

const friday = '2026-11-20T08:08:00.000Z'
const monday = '2026-11-23T02:32:00.000Z'

test('the first visit makes nothing of before new', () => expect(visited(undefined, monday)).toEqual({ since: monday, seen: monday, first: true }))

test('a later visit makes new what came since one was last noted', () =>
  expect(visited({ since: '2026-11-01T00:00:00.000Z', seen: friday, first: true }, monday)).toEqual({ since: friday, seen: monday, first: false }))

test('who stays, or comes back soon, sees the same as new', () =>
  expect(visited({ since: friday, seen: '2026-11-23T02:10:00.000Z', first: false }, monday)).toEqual({ since: friday, seen: monday, first: false }))

test('it is noted every ten minutes at most', () => {
  expect([undefined, friday, '2026-11-23T02:22:00.000Z', '2026-11-23T02:22:00.001Z'].map(seen => isToNote(seen ? { since: seen, seen, first: true } : undefined, monday)))
    .toEqual([true, true, true, false])
})

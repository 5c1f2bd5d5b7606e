import { visited } from './visit.ts'

const monday = '2026-11-23T02:32:00.000Z'
const friday = '2026-11-20T08:08:00.000Z'

it('the first visit makes nothing of before new', () => expect(visited(null, monday)).toEqual({ since: monday, seen: monday, first: true }))
it('a later visit makes new what came since one was last seen', () =>
  expect(visited({ since: '2026-11-01T00:00:00.000Z', seen: friday, first: true }, monday)).toEqual({
    since: friday,
    seen: monday,
    first: false,
  }))
it('a reload is no other visit', () =>
  expect(visited({ since: friday, seen: '2026-11-23T02:10:00.000Z', first: false }, monday)).toEqual({
    since: friday,
    seen: monday,
    first: false,
  }))

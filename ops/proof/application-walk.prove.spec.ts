import { application } from '@qinqing/domain/fulfilment/application/application'
import { applicationRefusals } from '@qinqing/domain/fulfilment/application/contract'
import { type Met, walk } from './application-walk.conformance.ts'
import { chance, count, seed } from './count.ts'

const walks = count(200, 20_000)

test(`${walks} lives of an application by chance (seed ${seed}) keep every rule`, () => {
  const met: Met = { statuses: new Set(), events: new Set(), refusals: new Set() }
  for (let n = 0; n < walks; n++) {
    try {
      walk(chance(seed + n), met)
    } catch (error) {
      throw new Error(`walk ${n} of seed ${seed}: QQ_SEED=${seed + n} begins with it`, { cause: error })
    }
  }
  expect([...met.statuses].sort()).toEqual(Object.keys(application.moves).filter(status => status !== 'absent').sort())
  expect([...met.events].sort()).toEqual(Object.keys(application.events.schemas).sort())
  // Two are refused by keys that only one stream may hold; few walks may miss one or two of the others.
  const missed = Object.values(applicationRefusals).filter(({ code }) => !met.refusals.has(code)).map(({ code }) => code)
  expect(missed.length).toBeLessThanOrEqual(count(4, 2))
})

test('the same seed is the same life', () => {
  const met = (): Met => ({ statuses: new Set(), events: new Set(), refusals: new Set() })
  expect(walk(chance(seed), met())).toEqual(walk(chance(seed), met()))
})

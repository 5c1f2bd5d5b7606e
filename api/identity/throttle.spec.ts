import { bounds } from '../kernel/bounds.ts'
import { Throttle } from './throttle.ts'

const { waitMs, longestMs, remembered } = bounds.signIns
const [account, address] = [{ key: 'account a', free: 5 }, { key: 'address b', free: 100 }]
const keys = [account, address]

const after = (failures: number, throttle = new Throttle()) => {
  for (let n = 0; n < failures; n++) throttle.began(keys, 0)
  return throttle
}

test('the fifth failure of an account waits, and each further one twice as long, up to a bound', () => {
  expect([4, 5, 6, 7, 30].map(failures => after(failures).wait(keys, 0))).toEqual([0, waitMs, 2 * waitMs, 4 * waitMs, longestMs])
})

test('attempts that run at the same time are counted before any of them is known', () => {
  const throttle = new Throttle()
  const admitted = Array.from({ length: 50 }, () => {
    if (throttle.wait(keys, 0) > 0) return false
    throttle.began(keys, 0)
    return true
  })
  expect(admitted.filter(Boolean)).toHaveLength(5)
})

test('who is right is as new, and the address has one failure less', () => {
  const throttle = after(4)
  throttle.began(keys, 0)
  throttle.succeeded(account, address)
  expect(throttle.wait(keys, 0)).toBe(0)
  const busy = new Throttle()
  for (let n = 0; n < 1_000; n++) {
    busy.began([{ key: `account ${n}`, free: 5 }, address], 0)
    busy.succeeded({ key: `account ${n}`, free: 5 }, address)
  }
  expect(busy.wait([address], 0)).toBe(0)
})

test('failures are forgiven in time: an address where somebody slips every ten seconds never waits', () => {
  const throttle = new Throttle()
  for (let n = 0; n < 10_000; n++) {
    const now = n * 10_000
    expect(throttle.wait([address], now)).toBe(0)
    throttle.began([address], now)
  }
})

test('a clock that goes back forgives nothing', () => {
  const throttle = new Throttle()
  for (let n = 0; n < 5; n++) throttle.began(keys, n < 4 ? longestMs : 0)
  expect(throttle.wait(keys, 0)).toBe(waitMs)
})

test('only so many keys are remembered', () => {
  const throttle = after(5)
  for (let n = 0; n < remembered; n++) throttle.began([{ key: `other ${n}`, free: 5 }], 0)
  expect(throttle.wait([account], 0)).toBe(0)
})

test.each([[98, false], [99, true]])('a link that is right takes one failure from the address, and no more: %i more', (more, waits) => {
  const throttle = after(2)
  throttle.succeeded(undefined, address)
  for (let n = 0; n < more; n++) throttle.began([address], 0)
  expect(throttle.wait([address], 0) > 0).toBe(waits)
})

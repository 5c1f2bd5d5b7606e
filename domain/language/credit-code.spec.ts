import { creditCodeFor, isCreditCode, normalCreditCode, organisationDigit } from './credit-code.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

// A seeded line of numbers (mulberry32), so that a failure comes back.
function seeded(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const random = seeded(32_100)
const letters = (n: number) => Array.from({ length: n }, () => alphabet[random(31)]!).join('')
const numerals = (n: number) => Array.from({ length: n }, () => String(random(10))).join('')
const bodies = Array.from({ length: 1_000 }, () => `${letters(2)}${numerals(6)}${letters(9)}`)
const codes = bodies.map(body => creditCodeFor(body)!)

test('the published example holds', () => {
  expect(creditCodeFor('91350100M000100Y4')).toBe('91350100M000100Y43')
  expect(isCreditCode('91350100M000100Y43')).toBe(true)
  expect(organisationDigit('M000100Y')).toBe('4')
})

test.each([
  '', '91350100M000100Y4', '91350100M000100Y44', '91350100m000100y43', '9135010OM000100Y43', '91350100M000100I43', '913501A0M000100Y43',
  ' 91350100M000100Y43', '91350100M000100Y430', '__proto__', '９1350100M000100Y43',
])('%p is none', wrong => expect(isCreditCode(wrong)).toBe(false))

test('what was typed loosely is read', () => expect(normalCreditCode(' ９1350100 m000100y-43 ')).toBe('91350100M000100Y43'))

test('each of 1,000 made codes is one', () => expect(codes.filter(isCreditCode)).toHaveLength(1_000))

test('every wrong character and every swap of neighbours is found', () => {
  const substituted = codes.slice(0, 60).flatMap(code => [...code].flatMap((was, at) =>
    [...alphabet].filter(other => other !== was).map(other => code.slice(0, at) + other + code.slice(at + 1))))
  const swapped = codes.flatMap(code => Array.from(code.slice(1), (next, at) => [code, at, next] as const))
    .filter(([code, at, next]) => code[at] !== next).map(([code, at, next]) => code.slice(0, at) + next + code[at] + code.slice(at + 2))
  expect(substituted.length).toBe(60 * 18 * 30)
  expect(swapped.length).toBeGreaterThan(15_000)
  expect([...substituted, ...swapped].filter(isCreditCode)).toEqual([])
})

describe('two algorithms that are often found, and wrong', () => {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = (body: string, worth: (letter: string) => number) =>
    weights.reduce((total, weight, at) => total + weight * worth(body[at]!), 0)
  const inOrder = (letter: string) => (/\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 55)

  test('letters counted through from A, as if none were left out, fail on most codes', () => {
    const agreeing = codes.filter(code => alphabet[(31 - (sum(code, inOrder) % 31)) % 31] === code[17])
    expect(agreeing.length).toBeLessThan(100)
  })

  test('31 less the remainder has no character when nothing remains', () => {
    const lost = bodies.filter(body => alphabet[31 - (sum(body, letter => alphabet.indexOf(letter)) % 31)] === undefined)
    expect(lost.length).toBeGreaterThan(10)
    expect(lost.map(creditCodeFor).every(code => code?.endsWith('0'))).toBe(true)
  })
})

test.each([['D2143569', 'X'], ['00000000', '0'], ['M000100Y', '4'], ['m000100y', undefined], ['1234567', undefined]])(
  'the organisation code %s ends in %s', (eight, digit) => expect(organisationDigit(eight)).toBe(digit))

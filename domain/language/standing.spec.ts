import type { Verdict } from './condition.ts'
import { gap, standing, standingLabels, standings } from './standing.ts'
import { say } from './text.ts'

type Judged = Pick<Verdict, 'result' | 'changeable'>

const met: Judged = { result: 'met', changeable: true }
const unknown: Judged = { result: 'unknown', changeable: true }
const failed: Judged = { result: 'failed', changeable: true }
const barred: Judged = { result: 'failed', changeable: false }

test.each([
  ['approved here', [barred], true, '已享'],
  ['approved here without a condition', [], true, '已享'],
  ['no condition that can be executed', [], false, '待核实'],
  ['every condition is met', [met, met], false, '可享'],
  ['one is missing', [met, failed], false, '差一点'],
  ['two are missing or unknown', [met, failed, unknown], false, '差一点'],
  ['something fails that cannot be changed', [met, barred], false, '不可享'],
  ['three fail', [failed, failed, failed], false, '不可享'],
  ['three are missing, one of them unknown', [failed, failed, unknown], false, '待核实'],
  ['nothing is known', [unknown, unknown, unknown], false, '待核实'],
] as [string, Judged[], boolean, string][])('%s', (_, verdicts, approvedHere, label) =>
  expect(standingLabels[standing(verdicts, approvedHere)].zh).toBe(label))

test('every standing has its words', () => expect(Object.keys(standingLabels)).toEqual(standings.options))

/** The sentence, counted instead of matched. */
function oracle(verdicts: Judged[], approvedHere: boolean): string {
  const tally = { met: 0, unknown: 0, failed: 0, barred: 0 }
  for (const { result, changeable } of verdicts) tally[result === 'failed' && !changeable ? 'barred' : result] += 1
  if (approvedHere) return 'enjoyed'
  if (tally.barred > 0) return 'ineligible'
  if (tally.met === verdicts.length) return verdicts.length > 0 ? 'eligible' : 'unverified'
  if (tally.unknown + tally.failed <= 2) return 'near'
  return tally.failed >= 3 ? 'ineligible' : 'unverified'
}

const each = [met, unknown, { ...unknown, changeable: false }, failed, barred]
const everyList = (length: number): Judged[][] => (length === 0
  ? [[]] : everyList(length - 1).flatMap(list => each.map(one => [...list, one])))

test('every list of up to five verdicts stands as the issue says, and 可享 needs each condition met', () => {
  const lists = [0, 1, 2, 3, 4, 5].flatMap(everyList)
  expect(lists).toHaveLength(3906)
  for (const verdicts of lists) {
    for (const approvedHere of [true, false]) expect(standing(verdicts, approvedHere)).toBe(oracle(verdicts, approvedHere))
    if (standing(verdicts, false) === 'eligible') expect(verdicts.map(({ result }) => result)).toEqual(verdicts.map(() => 'met'))
  }
})

describe('what is missing, in one sentence', () => {
  const told = (result: Verdict['result'], zh: string): Verdict => ({
    ...met, result, conditionId: 'c', clause: { ref: '第一条', text: '' }, fact: 'x', sentence: say('', ''), wanted: say('', ''), actual: null,
    source: null, asOf: null, advice: null, gap: result === 'met' ? null : say(zh, zh),
  })

  test.each([
    [[told('met', '甲')], undefined],
    [[], undefined],
    [[told('failed', '甲'), told('met', '乙'), told('unknown', '丙')], '丙；甲'],
    [['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(zh => told('failed', zh)), '甲；乙；丙；丁；戊；另有 2 项'],
  ])('%#', (verdicts, zh) => expect(gap(verdicts)?.zh).toBe(zh))
})

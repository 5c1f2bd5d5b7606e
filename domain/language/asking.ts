import type { FieldKind } from './field.ts'
import { isWholeRegion, regionPath } from './regions.ts'
import { asking, type Asking, type Rule, type RuleTest } from './rule.ts'
import { say, type Text } from './text.ts'

interface Asked {
  label: Text
  kinds: readonly FieldKind[] | 'all'
  /** What stands at its right side; nothing for those that need none. */
  operand: 'none' | 'choice' | 'measure' | 'date'
  holds: (value: unknown, wanted: string | number | undefined) => boolean
}

const measures: readonly FieldKind[] = ['number', 'money', 'percent']
const chosen: readonly FieldKind[] = ['choice', 'region']
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A region is itself and all that it lies in: 鱼峰区 is 柳州市, too. */
const isChoice = (value: unknown, wanted: unknown): boolean =>
  value === wanted || (typeof value === 'string' && isWholeRegion(value) && regionPath(value).some(({ code }) => code === wanted))

export const askings: Readonly<Record<Asking, Asked>> = {
  filled: { label: say('已填写', 'is filled in'), kinds: 'all', operand: 'none', holds: value => value !== null },
  blank: { label: say('没有填写', 'is not filled in'), kinds: 'all', operand: 'none', holds: value => value === null },
  yes: { label: say('选“是”', 'is yes'), kinds: ['flag', 'declaration'], operand: 'none', holds: value => value === true },
  no: { label: say('选“否”', 'is no'), kinds: ['flag'], operand: 'none', holds: value => value === false },
  is: { label: say('为', 'is'), kinds: chosen, operand: 'choice', holds: isChoice },
  isNot: { label: say('不为', 'is not'), kinds: chosen, operand: 'choice', holds: (value, wanted) => value !== null && !isChoice(value, wanted) },
  includes: { label: say('包含', 'includes'), kinds: ['choices'], operand: 'choice', holds: (value, wanted) => listOf(value).includes(wanted) },
  lacks: {
    label: say('不包含', 'does not include'), kinds: ['choices'], operand: 'choice', holds: (value, wanted) => value !== null && !listOf(value).includes(wanted),
  },
  atLeast: { label: say('不低于', 'is at least'), kinds: measures, operand: 'measure', holds: (value, wanted) => value !== null && Number(value) >= Number(wanted) },
  below: { label: say('低于', 'is below'), kinds: measures, operand: 'measure', holds: (value, wanted) => value !== null && Number(value) < Number(wanted) },
  notBefore: { label: say('不早于', 'is not before'), kinds: ['date'], operand: 'date', holds: (value, wanted) => value !== null && String(value) >= String(wanted) },
  before: { label: say('早于', 'is before'), kinds: ['date'], operand: 'date', holds: (value, wanted) => value !== null && String(value) < String(wanted) },
}

/** What can be asked of a field of some kind, in the order in which an editor offers it. */
export const askingsFor = (kind: FieldKind): Asking[] =>
  asking.options.filter(one => askings[one].kinds === 'all' || askings[one].kinds.includes(kind))

/** Whether a rule holds for the values that fields have; null stands for none. */
export function holds({ all, tests }: Rule, valueOf: (field: string) => unknown): boolean {
  const met = ({ field, asks, value }: RuleTest) => askings[asks].holds(valueOf(field), value)
  return all ? tests.every(met) : tests.some(met)
}

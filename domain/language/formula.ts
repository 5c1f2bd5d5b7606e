import { z } from 'zod'
import { id, say, type Text } from './text.ts'

/** What a formula works with: a field, the sum of a column of a table, or a number. */
export const operand = z.union([
  z.object({ table: id, column: id }),
  z.object({ field: id }),
  z.object({ number: z.int().min(-1_000_000_000).max(1_000_000_000) }),
])
export type Operand = z.infer<typeof operand>

/** One step over a few operands: no text is ever run, and nothing in it can be endless. */
export const formula = z.object({ op: z.enum(['sum', 'difference', 'product', 'share', 'days']), of: z.array(operand).min(1).max(10) })
export type Formula = z.infer<typeof formula>
export type FormulaOp = Formula['op']

export type MeasureKind = 'number' | 'money' | 'percent' | 'date'

/** A value with its kind: whole numbers, 分, hundredths of a percent, an ISO date. */
export type Measure = { kind: 'date'; value: string } | { kind: Exclude<MeasureKind, 'date'>; value: number }

interface Op {
  label: Text
  /** How it reads between its operands. */
  sign: Text
  operands: readonly [least: number, most: number]
  /** The kinds that come out of operands of these kinds; none when they do not go together. */
  gives: (kinds: readonly MeasureKind[]) => MeasureKind | undefined
  /** Undefined when it cannot be worked out. */
  work: (of: readonly Measure[]) => bigint | undefined
}

const whole = ({ kind, value }: Measure): bigint => BigInt(kind === 'date' ? dayOf(value) : value)
const dayOf = (date: string): number => Date.parse(date) / 86_400_000

const alike = (kinds: readonly MeasureKind[]): MeasureKind | undefined =>
  (kinds.every(kind => kind === kinds[0] && kind !== 'date') ? kinds[0] : undefined)

/** Half goes away from nought. */
function rounded(top: bigint, by: bigint): bigint {
  const [size, unit] = [top < 0n ? -top : top, by < 0n ? -by : by]
  const quotient = (size * 2n + unit) / (unit * 2n)
  return (top < 0n) === (by < 0n) ? quotient : -quotient
}

const scale = 10_000n

export const formulaOps: Readonly<Record<FormulaOp, Op>> = {
  sum: {
    label: say('求和', 'Sum'), sign: say(' + ', ' + '), operands: [1, 10], gives: alike, work: of => of.reduce((total, one) => total + whole(one), 0n),
  },
  difference: {
    label: say('相减', 'Difference'), sign: say(' − ', ' − '), operands: [2, 2], gives: alike, work: ([a, b]) => whole(a!) - whole(b!),
  },
  product: {
    label: say('相乘', 'Product'), sign: say(' × ', ' × '), operands: [2, 4],
    // Money times money is no money; a percentage is a part of what stands beside it.
    gives: kinds => (kinds.includes('date') || kinds.filter(kind => kind === 'money').length > 1 || kinds.every(kind => kind === 'percent') ? undefined
      : kinds.includes('money') ? 'money' : 'number'),
    work: of => rounded(of.reduce((total, one) => total * whole(one), 1n), scale ** BigInt(of.filter(({ kind }) => kind === 'percent').length)),
  },
  share: {
    label: say('占比', 'Share'), sign: say(' ÷ ', ' ÷ '), operands: [2, 2], gives: kinds => (alike(kinds) ? 'percent' : undefined),
    work: ([part, all]) => (whole(all!) === 0n ? undefined : rounded(whole(part!) * scale, whole(all!))),
  },
  days: {
    label: say('相隔天数', 'Days between'), sign: say(' 到 ', ' to '), operands: [2, 2],
    gives: kinds => (kinds.every(kind => kind === 'date') ? 'number' : undefined), work: ([from, to]) => whole(to!) - whole(from!),
  },
}

/** The kind that comes out of a formula; undefined when its operands do not go together. */
export function formulaKind(op: FormulaOp, kinds: readonly MeasureKind[]): MeasureKind | undefined {
  const { operands: [least, most], gives } = formulaOps[op]
  return kinds.length >= least && kinds.length <= most ? gives(kinds) : undefined
}

/** A sum goes on without what is not filled in yet; everything else waits for all of it. Undefined when there is no result, or one too large. */
export function worked(op: FormulaOp, of: readonly (Measure | undefined)[]): number | undefined {
  const known = of.filter(one => one !== undefined)
  const kinds = known.map(({ kind }) => kind)
  const fits = op === 'sum' ? known.length > 0 && alike(kinds) : known.length === of.length && formulaKind(op, kinds)
  const result = fits ? formulaOps[op].work(known) : undefined
  return result !== undefined && result <= BigInt(Number.MAX_SAFE_INTEGER) && result >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(result) : undefined
}

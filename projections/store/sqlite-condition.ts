import type { Cursor, Query, Sort } from '../kernel/document-store.ts'
import type { Predicate, Value } from '../kernel/predicate.ts'

/** What SQLite can hold of an indexed value. */
export type Kept = string | number | Uint8Array

/** A condition with its bound values; nothing of a query ever becomes part of the text. */
export interface Condition {
  text: string
  values: Kept[]
}

/**
 * How an indexed value is kept. SQLite orders null, numbers, text and blobs, as we order null, numbers, strings and booleans.
 * Null itself is kept as −∞, which no JSON number can be: so no comparison is ever unknown, and `not` means not.
 */
export function keep(value: unknown): Kept {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'boolean') return Uint8Array.of(Number(value))
  return value === null || value === undefined || typeof value === 'number' ? nothing : Uint8Array.of(2)
}

const nothing = Number.NEGATIVE_INFINITY

/** The column of an indexed field; fields are named by their place, so that no path ever becomes part of a statement. */
const columnOf = (fields: readonly string[], field: string): string => {
  const place = fields.indexOf(field)
  if (place < 0) throw new Error(`${JSON.stringify(field)} is not indexed`)
  return `f${place}`
}

/** Where the elements of arrays are kept, and the fields that have columns. */
export interface Scope {
  elements: string
  indexed: readonly string[]
}

/** A predicate over the columns of a table with the alias `d`. */
export function conditionOf(predicate: Predicate, scope: Scope): Condition {
  switch (predicate[0]) {
    case 'always': return { text: '1', values: [] }
    case 'never': return { text: '0', values: [] }
    case 'all': return joined('and', predicate[1].map(one => conditionOf(one, scope)))
    case 'any': return joined('or', predicate[1].map(one => conditionOf(one, scope)))
    case 'not': {
      const { text, values } = conditionOf(predicate[1], scope)
      return { text: `not ${text}`, values }
    }
    case 'in': return among(`d.${columnOf(scope.indexed, predicate[1])}`, predicate[2])
    case 'has': {
      const place = columnOf(scope.indexed, predicate[1]).slice(1)
      return { text: `d.row in (select row from ${scope.elements} where field = ${place} and value = ?)`, values: [keep(predicate[2])] }
    }
    default: return comparison(predicate[0], `d.${columnOf(scope.indexed, predicate[1])}`, predicate[2])
  }
}

const signs = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' }

/** Order comparisons stay within the kind of their value: numbers end where text begins, text ends where blobs begin. */
function comparison(operator: keyof typeof signs, column: string, value: Value): Condition {
  const compares = `${column} ${signs[operator]} ?`
  if (operator === 'eq' || operator === 'ne') return { text: `(${compares})`, values: [keep(value)] }
  const within = bounds[typeof value]?.[operator.startsWith('lt') ? 'lower' : 'upper']
  return within === undefined ? { text: '0', values: [] } : { text: `(${compares} and ${column} ${within})`, values: [keep(value)] }
}

const bounds: Record<string, { lower: string; upper: string }> = {
  number: { lower: '> -9e999', upper: "< ''" },
  string: { lower: ">= ''", upper: "< x''" },
}

/** A list travels as one bound value, so that its length does not change the statement. */
function among(column: string, list: readonly Value[]): Condition {
  const plain = list.filter(value => typeof value === 'string' || Number.isFinite(value))
  const others = list.filter(value => value === null || typeof value === 'boolean')
  return joined('or', [
    { text: `${column} in (select value from json_each(?))`, values: [JSON.stringify(plain)] },
    ...others.map(value => comparison('eq', column, value)),
  ])
}

export const withIds = ({ ids }: Pick<Query, 'ids'>): Condition[] =>
  ids === undefined ? [] : [{ text: 'd.id in (select value from json_each(?))', values: [JSON.stringify(ids)] }]

/** Only rows behind a cursor. The first field alone comes first, so that an index can begin there. */
export function behind(sort: Sort, after: Cursor | undefined, indexed: readonly string[]): Condition[] {
  if (after === undefined) return []
  const keys = keysOf(sort, indexed)
  const values = after.map(keep)
  const steps = keys.map(({ column, falls }, n) => joined('and', [
    ...keys.slice(0, n).map((key, m) => ({ text: `${key.column} = ?`, values: [values[m]!] })),
    { text: `${column} ${falls ? '<' : '>'} ?`, values: [values[n]!] },
  ]))
  return [{ text: `${keys[0]!.column} ${keys[0]!.falls ? '<=' : '>='} ?`, values: [values[0]!] }, joined('or', steps)]
}

export const orderOf = (sort: Sort, indexed: readonly string[]): string =>
  keysOf(sort, indexed).map(({ column, falls }) => `${column} ${falls ? 'desc' : 'asc'}`).join(', ')

const keysOf = (sort: Sort, indexed: readonly string[]) => [
  ...sort.map(([field, direction]) => ({ column: `d.${columnOf(indexed, field)}`, falls: direction === 'desc' })),
  { column: 'd.id', falls: sort.at(-1)?.[1] === 'desc' },
]

/** Joined in halves: SQLite bounds the depth of an expression, and a chain is as deep as it is long. */
export function joined(word: 'and' | 'or', conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { text: word === 'and' ? '1' : '0', values: [] }
  if (conditions.length === 1) return conditions[0]!
  const middle = conditions.length >> 1
  const [a, b] = [joined(word, conditions.slice(0, middle)), joined(word, conditions.slice(middle))]
  return { text: `(${a.text} ${word} ${b.text})`, values: [...a.values, ...b.values] }
}

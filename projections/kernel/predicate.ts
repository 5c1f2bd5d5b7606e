/** What a field is compared with. */
export type Value = string | number | boolean | null

/** A condition over documents as data, rendered to SQL, to MongoDB and to Elasticsearch, and evaluated for pushes. */
export type Predicate =
  | readonly ['always']
  | readonly ['never']
  | readonly ['eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte', field: string, value: Value]
  | readonly ['in', field: string, values: readonly Value[]]
  /** The field is an array that contains the value. */
  | readonly ['has', field: string, value: Value]
  | readonly ['all' | 'any', predicates: readonly Predicate[]]
  | readonly ['not', predicate: Predicate]

/** Who looks: what rules of visibility may speak of. */
export interface Viewer {
  tenant: string
  person: string
  roles: readonly string[]
  offices: readonly string[]
  /** Which roles the viewer has in which office; left out, all roles hold in all offices. */
  postRoles?: Readonly<Record<string, readonly string[]>>
  enterprises: readonly string[]
}

/** A predicate that also speaks of the viewer. */
export type Rule =
  | Predicate
  /** The field is among the viewer's offices, enterprises or roles, or is the viewer's own id. */
  | readonly ['mine', field: string, of: 'person' | 'offices' | 'enterprises' | 'roles']
  /** The array field shares a value with the viewer's. */
  | readonly ['shares', field: string, of: 'offices' | 'enterprises' | 'roles']
  /** The field is an office where the viewer's own post has one of the roles. */
  | readonly ['post', field: string, roles: readonly string[]]
  /** The viewer has one of the roles. */
  | readonly ['role', roles: readonly string[]]
  | readonly ['every' | 'some', rules: readonly Rule[]]

/** The rule as it is for one viewer. */
export function bind(rule: Rule, viewer: Viewer): Predicate {
  switch (rule[0]) {
    case 'mine': return rule[2] === 'person' ? ['eq', rule[1], viewer.person] : ['in', rule[1], viewer[rule[2]]]
    case 'shares': return ['any', viewer[rule[2]].map(value => ['has', rule[1], value] as const)]
    case 'post': return ['in', rule[1], viewer.offices.filter(office => (viewer.postRoles?.[office] ?? viewer.roles).some(role => rule[2].includes(role)))]
    case 'role': return rule[1].some(role => viewer.roles.includes(role)) ? ['always'] : ['never']
    case 'every': return ['all', rule[1].map(one => bind(one, viewer))]
    case 'some': return ['any', rule[1].map(one => bind(one, viewer))]
    default: return rule
  }
}

/** The value at a dotted path; undefined when there is none. */
export const at = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    const known = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    return known ? (value as Record<string, unknown>)[key] : undefined
  }, document)

/**
 * Whether a document meets a predicate. Missing counts as null; order comparisons hold only between two numbers or two strings
 * (by code point); an empty `any` is never true, an empty `all` always.
 */
export function meets(document: unknown, predicate: Predicate): boolean {
  switch (predicate[0]) {
    case 'always': return true
    case 'never': return false
    case 'all': return predicate[1].every(one => meets(document, one))
    case 'any': return predicate[1].some(one => meets(document, one))
    case 'not': return !meets(document, predicate[1])
    case 'in': return predicate[2].includes((at(document, predicate[1]) ?? null) as Value)
    case 'has': {
      const values = at(document, predicate[1])
      return Array.isArray(values) && values.includes(predicate[2])
    }
    default: return compares[predicate[0]]((at(document, predicate[1]) ?? null) as Value, predicate[2])
  }
}

const ordered = (a: Value, b: Value) => typeof a === typeof b && (typeof a === 'number' || typeof a === 'string')

const compares: Record<'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte', (a: Value, b: Value) => boolean> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => ordered(a, b) && inOrder(a, b) < 0,
  lte: (a, b) => ordered(a, b) && inOrder(a, b) <= 0,
  gt: (a, b) => ordered(a, b) && inOrder(a, b) > 0,
  gte: (a, b) => ordered(a, b) && inOrder(a, b) >= 0,
}

/** The one order of values: null, numbers, strings, booleans; negative when the first comes first. */
export function inOrder(a: Value, b: Value): number {
  if (typeof a !== typeof b) return kinds.indexOf(typeof a) - kinds.indexOf(typeof b)
  return typeof a === 'string' ? byCodePoint(a, b as string) : Number(a) - Number(b)
}

const kinds = ['object', 'number', 'string', 'boolean']

/** As SQLite, MongoDB and Elasticsearch order strings, and unlike `<`, which puts a rare character (two code units) before `Ａ`. */
function byCodePoint(a: string, b: string): number {
  let index = 0
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index++
  if (index === a.length || index === b.length) return a.length - b.length
  return high(a.charCodeAt(index)) - high(b.charCodeAt(index))
}

const high = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

/** The fields that a predicate speaks of. */
export function fieldsOf(predicate: Predicate): string[] {
  switch (predicate[0]) {
    case 'always': case 'never': return []
    case 'all': case 'any': return predicate[1].flatMap(fieldsOf)
    case 'not': return fieldsOf(predicate[1])
    default: return [predicate[1]]
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const filled = (value: Record<string, unknown>): string[] => Object.keys(value).filter(key => value[key] !== undefined)

/** Whether two values say the same; what is undefined is not there. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => same(one, b[at]))
  if (!isObject(a) || !isObject(b)) return Object.is(a, b)
  const keys = filled(a)
  return keys.length === filled(b).length && keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]))
}

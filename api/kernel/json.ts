import { bounds } from './bounds.ts'
import { problem, Problematic } from './problem.ts'

const refuse = (zh: string, en: string, code = 'malformed') => new Problematic(problem(400, code, zh, en))

/** JSON as it comes from strangers: bounded in depth and number of values, without lone surrogates and without keys that poison prototypes. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('不是有效的 JSON', 'This is not valid JSON.')
  }
  inspect(value)
  return value
}

/** Without recursion, since depth is what is being bounded. */
function inspect(root: unknown): void {
  const waiting: [unknown, number][] = [[root, 0]]
  let left = bounds.values
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next
    if (typeof value === 'string') whole(value)
    if (typeof value !== 'object' || value === null) continue
    if (depth >= bounds.depth) throw refuse(`内容嵌套得太深了，最多 ${bounds.depth} 层`, `The content is nested too deeply; ${bounds.depth} levels are the most.`, 'too-deep')
    // Counted before they are looked at one by one, since looking is what costs.
    left -= Array.isArray(value) ? value.length : countOf(value, left)
    if (left < 0) throw refuse('内容太多了，请分几次', 'The content has too many values; send it in parts.', 'too-many-values')
    for (const [key, one] of Object.entries(value)) {
      whole(key)
      if (key === '__proto__') throw refuse('有不能用的字段名', 'A field name is not allowed.')
      waiting.push([one, depth + 1])
    }
  }
}

/** How many fields an object has, counted no further than matters. */
function countOf(value: object, most: number): number {
  let count = 0
  for (const key in value) if (Object.hasOwn(value, key) && ++count > most) break
  return count
}

function whole(text: string): void {
  if (!text.isWellFormed()) throw refuse('有残缺的字符，请重新输入', 'A character is broken; type it again.')
}

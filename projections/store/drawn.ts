import type { Stored } from '../kernel/document-store.ts'
import type { Predicate, Value } from '../kernel/predicate.ts'
import type { Seeded } from './seeded.ts'

/** Documents in which every field may be missing, null or of another kind than its neighbour's. */
export const drawnTarget = {
  name: 'drawn', version: 1, searched: [], indexed: ['status', 'amount.fen', 'open', 'tags', 'mixed', 'office.post.name', 'never.there'],
}

const texts = [
  '', 'a', 'A', 'b', 'ab', '0', '1', 'true', 'null', '龙城', '龙', '城', '示例企业',
  'Ａ', '𠮷', '\uf900', 'é', 'e\u0301', '"', "'", '\\', '%', 'x\u0000y',
]
const numbers = [0, 1, -1, 2, 0.5, -0.25, 1e-9, 100, 99999, 2 ** 53 - 1, -(2 ** 53) + 1, 1e21, -1e300]
const tags = ['税', '人才', '科技', 'a', '']

const drawnValue = (chance: Seeded): Value =>
  chance.pick([() => chance.pick(texts), () => chance.pick(numbers), () => chance.int(2) === 0, () => null])()

const drawnTags = (chance: Seeded): unknown[] => chance.list(chance.int(4), () => chance.pick<unknown>([...tags, ...tags, 1, true, null]))

/** Mostly the draw; now and then null or nothing at all. */
const field = (chance: Seeded, name: string, value: unknown): Record<string, unknown> =>
  chance.pick([{ [name]: value }, { [name]: value }, { [name]: value }, { [name]: null }, {}])

function drawnDocument(chance: Seeded, id: string): object {
  return {
    id,
    ...field(chance, 'status', chance.pick(texts)),
    ...field(chance, 'amount', chance.pick([{ fen: chance.pick(numbers) }, { fen: chance.pick(numbers) }, {}, 5])),
    ...field(chance, 'open', chance.int(2) === 0),
    ...field(chance, 'tags', drawnTags(chance)),
    ...field(chance, 'mixed', chance.pick<unknown>([drawnValue(chance), drawnValue(chance), drawnTags(chance), { a: 1 }])),
    ...field(chance, 'office', { post: field(chance, 'name', chance.pick(texts)) }),
  }
}

export const drawnDocuments = (chance: Seeded, count: number, tenant: string): Stored[] =>
  Array.from({ length: count }, (_, n) => {
    const id = `${tenant}-${n}`
    return { tenant, id, position: n + 1, document: drawnDocument(chance, id) }
  })

const operators = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const

/** A predicate of every kind, at most so deep. */
export function drawnPredicate(chance: Seeded, depth = 3): Predicate {
  const name = chance.pick(drawnTarget.indexed)
  const value = chance.pick([chance.pick(texts), chance.pick(numbers), drawnValue(chance)])
  const inner = () => drawnPredicate(chance, depth - 1)
  const leaf: Predicate[] = [
    [chance.pick(operators), name, value], [chance.pick(operators), name, value],
    ['in', name, chance.list(chance.int(5), () => drawnValue(chance))],
    ['has', chance.pick(['tags', 'tags', 'mixed', 'status']), chance.pick<Value>([...tags, 1, true, false, null])],
    chance.pick<Predicate>([['always'], ['never']]),
  ]
  if (depth === 0) return chance.pick(leaf)
  return chance.pick<() => Predicate>([
    () => chance.pick(leaf), () => chance.pick(leaf),
    () => ['all', chance.list(chance.int(4), inner)],
    () => ['any', chance.list(chance.int(4), inner)],
    () => ['not', inner()],
  ])()
}

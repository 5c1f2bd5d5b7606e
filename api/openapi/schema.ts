import { bounds, predicateSchema } from '@qinqing/realtime/contract'
import { z } from 'zod'

export type Json = { [key: string]: unknown }

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** OpenAPI 3.1 speaks the newest JSON Schema, AsyncAPI 3 an older one. */
type Draft = 'draft-2020-12' | 'draft-7'

/** The JSON Schema of a zod schema: of what is sent, so that a `default` may be left out and documents may get more fields. */
export function schemaOf(schema: z.ZodType, target: Draft = 'draft-2020-12'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target,
    unrepresentable: 'any',
    // What a function checks has no schema of its own; the one that matters is written out below.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (predicateSchema as unknown)) Object.assign(jsonSchema, ref('Predicate'))
    },
  })
  return rest
}

const value = { type: ['string', 'number', 'boolean', 'null'], maxLength: 200 }
const field = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9.]{0,60}$' }
const several = { type: 'array', maxItems: 40, items: ref('Predicate') }
const shapes: readonly (readonly unknown[])[] = [
  [{ enum: ['always', 'never'] }],
  [{ enum: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'has'] }, field, value],
  [{ const: 'in' }, field, { type: 'array', items: value, maxItems: 200 }],
  [{ enum: ['all', 'any'] }, several],
  [{ const: 'not' }, ref('Predicate')],
]

const tuple: Readonly<Record<Draft, (items: readonly unknown[]) => Json>> = {
  'draft-2020-12': items => ({ type: 'array', prefixItems: items, items: false, minItems: items.length }),
  'draft-7': items => ({ type: 'array', items, additionalItems: false, minItems: items.length }),
}

/** A condition of a list as it goes over the wire. How deep and how large it may be in all is said in words, since no schema can count it. */
export const predicateIn = (draft: Draft): Json => ({
  description: `列表的筛选条件：最多 ${bounds.depth} 层，共 ${bounds.predicates} 个。/ The condition of a list: at most ${bounds.depth} levels and ${bounds.predicates} parts.`,
  oneOf: shapes.map(tuple[draft]),
})

const words = { type: 'object', required: ['zh', 'en'], properties: { zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } } }

/** RFC 9457, with what to do in both languages. */
export const problemDocument: Json = {
  description: '为什么不行、怎么办（RFC 9457）。/ Why not, and what to do (RFC 9457).',
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer', minimum: 400, maximum: 599 }, code: { type: 'string', minLength: 1 }, detail: words,
    faults: { type: 'array', items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } } },
    retryAfter: { type: 'integer', minimum: 0 },
  },
}

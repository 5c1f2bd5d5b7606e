import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApi } from './openapi.ts'
import type { Json } from './schema.ts'

export interface Operation extends Json {
  operationId: string
  parameters?: readonly { name: string; in: string; required: boolean; schema?: Json; content?: Json }[]
  requestBody?: { content: Readonly<Record<string, { schema: Json }>> }
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Json }>> }>>
}

export const description = openApi() as Json & {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: { schemas: Readonly<Record<string, Json>> }
}

/** A description read so strictly that what it does not name may not be said either. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const within = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in within && !('additionalProperties' in within) ? { ...within, additionalProperties: false } : within
}

/** Problems carry what their code needs, so they stay open. */
const { Problem, ...others } = description.components.schemas
const base = 'urn:qinqing:openapi'

const reading = (schemas: Json) => addFormats.default(new Ajv2020({ strict: false, allErrors: false, validateFormats: true }))
  .addSchema({ $id: base, components: { schemas: { ...schemas, Problem } } })
const ajv = { open: reading(others), closed: reading(closed(others) as Json) }
const known = new Map<string, ValidateFunction>()
const keys = new WeakMap<Json, string>()

/** Many answers have the same schema, which is then made ready once. */
function keyOf(schema: Json): string {
  const key = keys.get(schema) ?? JSON.stringify(schema)
  keys.set(schema, key)
  return key
}

/** References lead into the description, from wherever they stand. */
const anchored = (schema: Json): Json => JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${base}#/`)) as Json

export function faultOf(schema: Json, value: unknown, strictly: keyof typeof ajv = 'open'): string | null {
  const key = `${strictly} ${keyOf(schema)}`
  const check = known.get(key) ?? ajv[strictly].compile(anchored(strictly === 'closed' ? closed(schema) as Json : schema))
  known.set(key, check)
  if (check(value)) return null
  const { instancePath = '', message = '', params = {} } = check.errors?.[0] ?? {}
  return `${instancePath} ${message} ${JSON.stringify(params)}`
}

/** Whether an address is one of a described path. */
const isAt = (pattern: string, path: string): boolean => {
  const [parts, wanted] = [path.split('/'), pattern.split('/')]
  return parts.length === wanted.length && wanted.every((one, n) => one.startsWith('{') || one === parts[n])
}

const paths = Object.keys(description.paths).toSorted((a, b) => a.split('{').length - b.split('{').length)

export function operationAt(method: string, url: string): Operation | undefined {
  const path = url.split('?')[0]!
  const found = paths.find(one => isAt(one, path) && Object.hasOwn(description.paths[one]!, method.toLowerCase()))
  return found ? description.paths[found]![method.toLowerCase()] : undefined
}

/** What is wrong with an answer by the description; null when nothing is, or when nothing is described at that address. */
export function answerFault(method: string, url: string, answer: { status: number; type: string; body: unknown }, strictly: keyof typeof ajv = 'open'): string | null {
  const operation = operationAt(method, url)
  if (!operation) return null
  const response = operation.responses[answer.status]
  if (!response) return `${operation.operationId} may not answer ${answer.status}`
  const type = answer.type.split(';')[0]!
  if (!response.content) return answer.body === '' ? null : `${operation.operationId} ${answer.status} has no body`
  const media = response.content[type]
  if (!media) return `${operation.operationId} ${answer.status} may not be of the type ${type}`
  if (method === 'HEAD' || !type.endsWith('json')) return null
  const fault = faultOf(media.schema, answer.body, strictly)
  return fault && `${operation.operationId} ${answer.status}${fault}`
}

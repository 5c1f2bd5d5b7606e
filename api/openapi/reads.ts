import { predicateSchema } from '@qinqing/realtime/contract'
import type { AnyProjection } from '@qinqing/projections/kernel/projection'
import type { AnyView } from '@qinqing/projections/kernel/view'
import { bounds } from '../kernel/bounds.ts'
import { documentSchemas, viewSchemas } from './documents.ts'
import { both, id, inPath, json, problems } from './operation.ts'
import { type Json, ref, schemaOf } from './schema.ts'
import { documentWords, viewWords } from './words.ts'

const position = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
const stamp = { log: { type: 'string' }, position }

/** A row of documents of one kind, whose schema is a component of that name. */
const rowOf = (document: Json): Json => ({ type: 'object', required: ['id', 'position', 'document'], properties: { id: { type: 'string' }, position, document } })
const rowsOf = (document: Json, more: Json = {}): Json => ({
  type: 'object', required: ['log', 'position', 'rows', ...Object.keys(more)],
  properties: { ...stamp, rows: { type: 'array', items: rowOf(document) }, ...more },
})

const query = (name: string, schema: Json, description?: string): Json => ({ name, in: 'query', required: false, schema, ...description ? { description } : {} })
const asJson = (name: string, schema: Json, description?: string): Json =>
  ({ name, in: 'query', required: false, content: { 'application/json': { schema } }, ...description ? { description } : {} })

const atLeast = query('atLeast', position, '等到这个位置为止的变化都能看到 / waits until changes up to this position can be seen')
const where = asJson('where', schemaOf(predicateSchema), '筛选 / filter')

const component = (name: string) => `${name}.document`

/** The schemas of documents and of rows of views, as components. */
export const documentComponents = (): Json => Object.fromEntries(
  Object.entries({ ...documentSchemas, ...viewSchemas }).map(([name, schema]) => [component(name), schemaOf(schema)]),
)

const known = (name: string): Json => (Object.hasOwn(documentSchemas, name) || Object.hasOwn(viewSchemas, name) ? ref(component(name)) : {})

function pathsOf({ name, indexed, searched }: AnyProjection): [string, Json][] {
  const words = documentWords[name]
  const summary = words ? both(words) : name
  const field = { enum: indexed }
  const direction = { enum: ['asc', 'desc'] }
  const sort = { type: 'array', maxItems: 3, items: { type: 'array', prefixItems: [field, direction], items: false, minItems: 2 } }
  const reading = { tags: [name], 'x-indexed': indexed, 'x-searched': searched }
  return [
    [`/api/documents/${name}/{id}`, { get: {
      operationId: `document.${name}`, summary: `${summary}: 一件 / one`, ...reading, parameters: [inPath('id', id), atLeast],
      responses: {
        200: { description: '文档 / the document', ...json({ type: 'object', required: ['log', 'position', 'row'], properties: { ...stamp, row: rowOf(known(name)) } }) },
        ...problems(400, 401, 403, 404, 503),
      },
    } }],
    [`/api/rows/${name}`, { get: {
      operationId: `rows.${name}`, summary: `${summary}: 列表 / a list`, ...reading,
      parameters: [
        where, asJson('sort', sort, '排序 / order'), query('limit', { type: 'integer', minimum: 1, maximum: bounds.page, default: 50 }),
        asJson('after', { type: 'array', minItems: 1, maxItems: 4, items: { type: ['string', 'number', 'boolean', 'null'], maxLength: 300 } }, '上一页的 next / `next` of the page before'),
        ...searched.length ? [query('text', { type: 'string', maxLength: bounds.textLength }, `全文 / full text: ${searched.join(', ')}`)] : [], atLeast,
      ],
      responses: {
        200: { description: '一页 / a page', ...json(rowsOf(known(name), { next: { type: ['array', 'null'] }, total: { type: ['integer', 'null'] } })) },
        ...problems(400, 401, 403, 503),
      },
    } }],
    [`/api/counts/${name}`, { get: {
      operationId: `count.${name}`, summary: `${summary}: 多少 / how many`, ...reading, parameters: [where],
      responses: {
        200: { description: '数量 / the number', ...json({ type: 'object', required: ['log', 'position', 'total'], properties: { ...stamp, total: { type: 'integer', minimum: 0 } } }) },
        ...problems(400, 401, 403, 503),
      },
    } }],
  ]
}

function viewPath({ name, params }: AnyView): [string, Json] {
  const { properties = {}, required = [] } = schemaOf(params) as { properties?: Record<string, Json>; required?: string[] }
  return [`/api/views/${name}`, { get: {
    operationId: `view.${name}`, tags: ['views'], summary: viewWords[name] ? both(viewWords[name]) : name,
    parameters: [...Object.entries(properties).map(([key, schema]) => ({ name: key, in: 'query', required: required.includes(key), schema })), atLeast],
    responses: { 200: { description: '现在的结果 / as it is now', ...json(rowsOf(known(name))) }, ...problems(400, 401, 403, 503) },
  } }]
}

/** Documents, lists and counts of every projection, and every view. */
export const readPaths = (projections: Readonly<Record<string, AnyProjection>>, views: Readonly<Record<string, AnyView>>): Json =>
  Object.fromEntries([...Object.values(projections).flatMap(pathsOf), ...Object.values(views).map(viewPath)])

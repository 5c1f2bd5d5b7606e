import { type Words } from '@qinqing/domain/kernel/refusal'
import { sheets } from '@qinqing/projections/service/export-sheets'
import { z } from 'zod'
import { bounds } from '../kernel/bounds.ts'
import { wantedExport, xlsx } from '../service/wanted-export.ts'
import { accepting, looking } from '../identity/invitations.controller.ts'
import { change as passwordChange } from '../identity/passwords.controller.ts'
import { application, personDocument } from './documents.ts'
import { both, id, inPath, json, problems } from './operation.ts'
import { type Json, schemaOf } from './schema.ts'

interface Door {
  words: Words
  parameters?: readonly Json[]
  /** The body that is sent, by media type. */
  body?: Json
  /** Answers that are no problem documents. */
  answers: Readonly<Record<number, Json>>
  problems: readonly number[]
}

const text = { type: 'string' }
const plain = (description: string, schema?: Json): Json => ({ description, ...schema ? json(schema) : {} })
const binary = (...types: readonly string[]): Json => ({ content: Object.fromEntries(types.map(type => [type, { schema: {} }])) })

const viewer = z.object({
  tenant: z.string(), person: z.string(), roles: z.array(z.string()), offices: z.array(z.string()),
  postRoles: z.record(z.string(), z.array(z.string())), enterprises: z.array(z.string()),
})
const me = z.object({
  session: z.string(), person: personDocument, viewer, expiresAt: z.iso.datetime(), now: z.iso.datetime(),
  city: z.object({ name: z.object({ zh: z.string(), en: z.string() }), prefix: z.string() }),
})
const credentials = z.strictObject({ username: z.string().max(80), password: z.string().min(1).max(200) })
const invited = z.object({
  kind: z.enum(['administrator', 'official', 'agent']), by: z.string(), invitee: z.string(), expiresAt: z.iso.datetime(),
  city: z.object({ zh: z.string(), en: z.string() }), place: z.string().optional(), title: z.string().optional(), roles: z.array(z.string()).optional(),
  capacity: z.enum(['legal', 'agent']).optional(),
})
const uploaded = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(1).max(bounds.uploadBytes), type: z.string() })

const inHeader = (name: string, schema: Json, required = true): Json => ({ name, in: 'header', required, schema })
const tus = inHeader('tus-resumable', { const: '1.0.0' })
const bytes = { type: 'integer', minimum: 0, maximum: bounds.uploadBytes }
const upload = inPath('upload', { type: 'string' })
const uploading = [400, 401, 403, 404, 409, 412, 415, 503]
const hash = inPath('hash', { type: 'string', pattern: '^[0-9a-f]{64}$' })
const document = { type: 'object', required: ['info'] }

/** Every route that is neither a command nor a document, a list, a count or a view. */
export const doors: Readonly<Record<string, Door>> = {
  'GET /api/city': {
    words: { zh: '这是哪个城市，是不是演示', en: 'Which city this is, and whether it is a demo' },
    answers: { 200: plain('城市 / the city', schemaOf(z.object({ name: z.object({ zh: z.string(), en: z.string() }), demo: z.boolean() }))) }, problems: [403, 503],
  },
  'GET /api/session': {
    words: { zh: '我是谁；没有登录时 204', en: 'Who one is; 204 for nobody' },
    answers: { 200: plain('登录的人 / who has signed in', schemaOf(me)), 204: plain('没有登录 / nobody') }, problems: [403],
  },
  'POST /api/session': {
    words: { zh: '登录', en: 'Sign in' }, body: json(schemaOf(credentials)),
    answers: { 200: plain('登录成功，会话在 cookie 里 / signed in; the session is in the cookie', { type: 'object', required: ['person'], properties: { person: text } }) },
    problems: [400, 401, 403, 413, 415, 429, 503],
  },
  'DELETE /api/session': { words: { zh: '退出登录', en: 'Sign out' }, answers: { 204: plain('已退出 / signed out') }, problems: [401, 403, 415, 503] },
  'POST /api/session/password': {
    words: { zh: '换自己的密码，别处的登录随之结束', en: 'Change the own password; other sessions end' }, body: json(schemaOf(passwordChange)),
    answers: { 204: plain('已换 / changed') }, problems: [400, 401, 403, 413, 415, 429, 503],
  },
  'POST /api/invitations/look': {
    words: { zh: '看邀请链接请您做什么', en: 'To what the link of an invitation invites' }, body: json(schemaOf(looking)),
    answers: { 200: plain('邀请 / the invitation', schemaOf(invited)) }, problems: [400, 403, 404, 410, 413, 415, 503],
  },
  'POST /api/invitations/accept': {
    words: { zh: '接受邀请，设立账号并登录', en: 'Accept an invitation: makes the account and signs in' }, body: json(schemaOf(accepting)),
    answers: { 200: plain('账号 / the account', { type: 'object', required: ['person'], properties: { person: text } }) }, problems: [400, 403, 404, 409, 410, 413, 415, 429, 503],
  },
  'POST /api/people/:id/password': {
    words: { zh: '管理员发一个新密码，只显示一次', en: 'A new password by an administrator, told once' },
    answers: { 200: plain('新密码 / the new password', { type: 'object', required: ['username', 'password'], properties: { username: text, password: text } }) },
    problems: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'POST /api/applications/:id/files': {
    words: { zh: `上传附件：PDF、PNG、JPG，最大 ${bounds.uploadBytes / 1024 / 1024} MB`, en: `Upload an attachment: PDF, PNG or JPG, at most ${bounds.uploadBytes / 1024 / 1024} MB` },
    body: binary('application/octet-stream'),
    answers: { 200: plain('已保存 / kept', schemaOf(uploaded)) }, problems: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'GET /health': {
    words: { zh: '服务是否正常，只在本机，或凭令牌', en: 'Whether the server can take work; from its own machine, or with the token' },
    answers: { 200: plain('正常 / it can', { type: 'object', required: ['live', 'ready', 'standing'] }) }, problems: [403, 503],
  },
  'GET /metrics': {
    words: { zh: '运行指标（Prometheus），只在本机，或凭令牌', en: 'Metrics for Prometheus; from its own machine, or with the token' },
    answers: { 200: { description: '指标 / metrics', ...binary('text/plain') } }, problems: [403, 503],
  },
  'GET /api/system': {
    words: { zh: '读模型的位置、大小和修复，管理员', en: 'How read models stand, for administrators' },
    answers: { 200: plain('情况 / how they stand', { type: 'object', required: ['at', 'head', 'projections', 'reconciler'] }) }, problems: [401, 403, 503],
  },
  'GET /api/applications/:id/past': {
    words: { zh: '一件申请在过去某一刻的样子', en: 'An application as it was at an instant' },
    parameters: [{ name: 'at', in: 'query', required: true, schema: { type: 'string', format: 'date-time' } }],
    answers: { 200: plain('那时的样子 / as it was', { type: 'object', required: ['at', 'document'], properties: { at: text, document: schemaOf(application) } }) },
    problems: [400, 401, 403, 404],
  },
  'GET /api/applications/:id/files/:hash': {
    words: { zh: '附件原件', en: 'An attachment' }, parameters: [hash],
    answers: { 200: { description: '文件 / the file', ...binary('application/pdf', 'image/png', 'image/jpeg', 'application/octet-stream') } }, problems: [400, 401, 403, 404, 409],
  },
  'POST /api/exports/:list': {
    words: { zh: `把列表导出为 XLSX，最多 ${bounds.exports.rows} 行；按筛选条件，或按显示的编号和顺序`, en: `A list as XLSX, at most ${bounds.exports.rows} rows; as it is filtered, or these ids in this order` },
    parameters: [inPath('list', { enum: Object.keys(sheets) })], body: json(schemaOf(wantedExport)),
    answers: { 200: { description: '文件 / the file', ...binary(xlsx) } }, problems: [400, 401, 403, 413, 415, 503],
  },
  'POST /api/applications/:id/uploads': {
    words: { zh: '开始一次可以续传的上传（tus 1.0.0）', en: 'Begin an upload that can go on where it stopped (tus 1.0.0)' },
    parameters: [tus, inHeader('upload-length', bytes), inHeader('upload-metadata', text, false)],
    answers: { 201: plain('地址在 location 里 / the address is in `location`') }, problems: [...uploading, 413],
  },
  'HEAD /api/applications/:id/uploads/:upload': {
    words: { zh: '传到哪里了', en: 'How much has arrived' }, parameters: [upload, tus], answers: { 200: plain('在 upload-offset 里 / in `upload-offset`') }, problems: uploading,
  },
  'PATCH /api/applications/:id/uploads/:upload': {
    words: { zh: '接着传', en: 'Go on' }, parameters: [upload, tus, inHeader('upload-offset', bytes)], body: binary('application/offset+octet-stream'),
    answers: { 204: plain('收到了 / has arrived') }, problems: [...uploading, 413],
  },
  'DELETE /api/applications/:id/uploads/:upload': {
    words: { zh: '停止上传', en: 'Stop the upload' }, parameters: [upload, tus], answers: { 204: plain('已停止 / stopped') }, problems: uploading,
  },
  'POST /api/imports/:id/file': {
    words: { zh: '上传要导入的事项清单：XLSX、CSV、JSON；然后用 StageIntake 登记', en: 'Upload a list of service items: XLSX, CSV or JSON; StageIntake then takes it up' },
    body: binary('application/octet-stream'),
    answers: { 200: plain('已保存 / kept', schemaOf(uploaded)) }, problems: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'GET /api/imports/:id/faults': {
    words: { zh: '没有导入的行和原因', en: 'The rows that did not go in, and why' },
    answers: { 200: { description: '文件 / the file', ...binary('text/csv') } }, problems: [400, 401, 403, 404, 409],
  },
  'GET /api/openapi.json': { words: { zh: '这份说明', en: 'This document' }, answers: { 200: plain('OpenAPI 3.1', document) }, problems: [401, 403] },
  'GET /api/asyncapi.json': { words: { zh: '实时接口的说明', en: 'What the sockets speak' }, answers: { 200: plain('AsyncAPI 3', document) }, problems: [401, 403] },
  'GET /api/docs': { words: { zh: '给人看的接口说明', en: 'This document as a page' }, answers: { 200: { description: 'HTML', ...binary('text/html') } }, problems: [401, 403] },
  'GET /api/docs/:file': {
    words: { zh: '接口说明页面的一个文件', en: 'A file of that page' }, parameters: [inPath('file', text)],
    answers: { 200: { description: '文件 / the file', ...binary('text/javascript', 'text/css') } }, problems: [401, 403, 404],
  },
}

const named = (route: string) => route.replace(/:(\w+)/g, '{$1}')

function operation(route: string, { words, parameters = [], body, answers, problems: statuses }: Door): Json {
  return {
    operationId: route.toLowerCase().replace(/[^a-z]+/g, '-'), tags: [route.split('/')[2] ?? 'system'], summary: both(words),
    parameters: [...route.includes(':id') ? [inPath('id', id)] : [], ...parameters],
    ...body ? { requestBody: { required: true, ...body } } : {},
    responses: { ...answers, ...problems(...statuses) },
  }
}

export function doorPaths(): Record<string, Json> {
  const paths: Record<string, Json> = {}
  for (const [route, door] of Object.entries(doors)) {
    const [method = '', path = ''] = route.split(' ')
    paths[named(path)] = { ...paths[named(path)], [method.toLowerCase()]: operation(route, door) }
  }
  return paths
}

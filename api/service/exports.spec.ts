import type { Stored } from '@qinqing/projections/kernel/document-store'
import { offices } from '@qinqing/projections/organisation/offices'
import { type Cell, sheets } from '@qinqing/projections/service/export-sheets'
import ExcelJS from 'exceljs'
import { liuzhou } from '../kernel/city.ts'
import { bounds } from '../kernel/bounds.ts'
import { found, plainItem, publish, settle, submitted, type Town, town, Visit } from '../spec.ts'

let it_: Town
const visits: Record<string, Visit> = {}
const cases: string[] = []

beforeAll(async () => {
  it_ = await town()
  for (const id of ['a', 'b']) await it_.ask('office', id, 'EstablishOffice', { bureau: '示例局', name: `示例${id}`, phone: '0772-1' })
  await publish(it_, 'policy', plainItem('a'))
  await settle(it_, 'reviewera', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  await settle(it_, 'reviewerb', { posts: [{ office: 'b', roles: ['reviewer'] }] })
  await settle(it_, 'editora', { posts: [{ office: 'a', roles: ['editor'] }] })
  await settle(it_, 'admin', { posts: [{ office: 'b', roles: ['admin'] }] })
  for (let n = 0; n < 3; n++) {
    const { id, who } = await submitted(it_, 'policy')
    cases.push(id)
    visits.agent = who
  }
  for (const name of ['reviewera', 'reviewerb', 'editora', 'admin']) visits[name] = await new Visit(it_.url).signIn(name)
  await it_.ask('enterprise', 'formula', 'RegisterEnterprise', { name: '=cmd|\' /C calc\'!A0', creditCode: '91450200MA5EXAMQ0C', sample: true })
  await found(it_, 'last')
  await visits.admin!.get(`/api/documents/enterprises/last?atLeast=${await it_.opened.running.kernel.log.head()}`)
})
afterAll(() => it_.end())

const post = (who: Visit, list: string, body: unknown) => fetch(`${it_.url}/api/exports/${list}`, {
  method: 'POST', headers: { 'origin': it_.url, 'cookie': who.cookies, 'content-type': 'application/json' }, body: JSON.stringify(body),
})

/** The sheet of a file: heads, and the values of each row. */
async function read(answer: Response) {
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  const rows = workbook.worksheets[0]!.getSheetValues().slice(1).map(row => (row as unknown[]).slice(1))
  return { heads: rows[0]!, rows: rows.slice(1), page: workbook.worksheets[0]! }
}

const shown = (cell: Cell) => (!cell ? undefined : 'text' in cell ? (typeof cell.text === 'string' ? cell.text : cell.text.zh) : 'fen' in cell ? cell.fen / 100 : 'count' in cell ? cell.count : 'at')
const plain = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value) ? 'at' : value)

test.each([
  ['applications', 'reviewera', { sort: [['number', 'desc']] }], ['applications', 'reviewerb', {}], ['applications', 'agent', {}],
  ['applications', 'reviewera', { text: 'LZ' }], ['applications', 'reviewera', { where: ['eq', 'status', 'approved'] }],
  ['policies', 'agent', {}], ['items', 'agent', {}], ['policy-drafts', 'editora', {}], ['people', 'reviewera', { sort: [['username', 'asc']] }], ['people', 'admin', {}],
  ['offices', 'admin', { sort: [['name', 'asc']] }], ['enterprises', 'admin', {}], ['enterprises', 'agent', {}],
] as const)('%s as %s sees them are the rows that the list has: %j', async (list, who, query) => {
  const search = new URLSearchParams({ limit: '200', ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])) })
  const { body } = await visits[who]!.get(`/api/rows/${list}?${search}`)
  const { heads, rows } = await read(await post(visits[who]!, list, query))
  const columns = sheets[list]!.columns.filter(({ head }) => heads.includes(head.zh))
  expect(heads).toEqual(columns.map(({ head }) => head.zh))
  const listed = (body.rows as { document: unknown }[]).map(({ document }) => columns.map(({ cell }) => shown(cell(document as never))))
  expect(rows.map(row => columns.map((_, n) => plain(row[n])))).toEqual(listed)
})

test('named one by one they come in that order, and without what one may not see', async () => {
  const wanted = cases.toReversed()
  const numbers = async (who: string) => (await read(await post(visits[who]!, 'applications', { ids: [...wanted, 'nothing'] }))).rows.map(([number]) => number)
  const numberOf = async (id: string) => ((await visits.reviewera!.get(`/api/documents/applications/${id}`)).body.row as { document: { number: string } }).document.number
  expect(await numbers('reviewera')).toEqual(await Promise.all(wanted.map(numberOf)))
  expect(await numbers('agent')).toEqual([await numberOf(cases[2]!)])
  expect(await numbers('reviewerb')).toEqual([])
})

test('a view is exported with what it was asked with', async () => {
  const { heads, rows } = await read(await post(visits.agent!, 'matches', { params: { enterprise: 'firm3' }, language: 'en' }))
  expect([heads[0], heads[2], rows.map(([title, , standing]) => [title, standing])]).toEqual(['Item', 'Standing', [['新增就业岗位补贴', 'Open to you']]])
  expect((await post(visits.agent!, 'matches', { params: { enterprise: 'firm1' } })).status).toBe(403)
})

test('what looks like a formula is a text', async () => {
  const { page, rows } = await read(await post(visits.admin!, 'enterprises', {}))
  const at = rows.findIndex(([name]) => String(name).startsWith('='))
  expect(page.getRow(at + 2).getCell(1)).toMatchObject({ type: ExcelJS.ValueType.String, value: '=cmd|\' /C calc\'!A0', formula: undefined })
})

test('who may not see a column does not get it', async () => {
  const heads = async (who: string) => (await read(await post(visits[who]!, 'people', {}))).heads
  expect((await heads('admin')).filter(head => !['姓名', '岗位', '账号', '登记时间'].includes(String(head)))).toEqual(['用户名', '企业'])
  expect(await heads('reviewera')).toEqual(['姓名', '岗位', '账号', '登记时间'])
})

test('an application stands as each side reads it on its own pages', async () => {
  const stands = async (who: string, head: string, ids: readonly string[]) => {
    const { heads, rows } = await read(await post(visits[who]!, 'applications', { ids }))
    return rows.map(row => row[heads.indexOf(head)])
  }
  const [first, , own] = cases as [string, string, string]
  expect(await visits.reviewera!.ask('application', first, 'ClaimCase', {})).toMatchObject({ status: 200 })
  expect(await visits.reviewera!.get(`/api/documents/applications/${first}?atLeast=${await it_.opened.running.kernel.log.head()}`)).toMatchObject({ status: 200 })
  expect(await stands('reviewera', '阶段', [first, own])).toEqual(['审查', '受理'])
  expect(await stands('agent', '状态', [own])).toEqual(['待受理'])
})

test('what cannot be asked is refused before anything is sent', async () => {
  const status = async (list: string, body: unknown, who = 'agent') => (await visits[who]!.send('POST', `/api/exports/${list}`, body)).status
  expect(await status('sessions', {})).toBe(400)
  expect(await status('constructor', {})).toBe(400)
  expect(await status('applications', { where: ['eq', 'answers', 1] })).toBe(400)
  expect(await status('applications', { more: 1 })).toBe(400)
  expect(await status('applications', { ids: Array.from({ length: bounds.exports.ids + 1 }, (_, n) => `${n}`) })).toBe(400)
  expect(await status('policy-drafts', {})).toBe(403)
})

test('a longer list says that it goes on', async () => {
  const { documents } = it_.opened.running
  const checkpoint = (await documents.checkpoint(offices))!
  const many = Array.from({ length: bounds.exports.rows + 1 }, (_, n): Stored =>
    ({ tenant: liuzhou.id, id: `many-${n}`, position: checkpoint.position, document: { id: `many-${n}`, bureau: '很多', name: `${n}`, phone: '', sample: true } }))
  await documents.save(offices, many, checkpoint)
  const { rows } = await read(await post(visits.admin!, 'offices', { where: ['eq', 'bureau', '很多'] }))
  expect(rows).toHaveLength(bounds.exports.rows + 1)
  expect(String(rows.at(-1)![0])).toContain('只导出了前 10000 行')
})

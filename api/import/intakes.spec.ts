import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import ExcelJS from 'exceljs'
import { operatorAsker } from '../operator/asker.ts'
import { documentOf, settle, type Town, town, Visit } from '../spec.ts'

let it_: Town
let editor: Visit
let files = 0

beforeAll(async () => {
  it_ = await town()
  for (const id of ['a', 'b']) await it_.ask('office', id, 'EstablishOffice', { bureau: '示例局', name: `示例${id}`, phone: '0772-1' })
  await settle(it_, 'editora', { posts: [{ office: 'a', roles: ['editor'] }] })
  editor = await new Visit(it_.url).signIn('editora')
})
afterAll(() => it_.end())

const good = (code: string, over: object = {}) => ({
  TASK_CODE: code, TASK_NAME: `示例事项${code}`, DEPT_NAME: '示例省厅', handle_time_limit: '10(工作日)', accept_standard: '依法登记。', consult_phone: '0772-2800000', ...over,
})

/** Twelve faults among good rows: each is named with its row and its reason. */
const planted: [unknown, RegExp][] = [
  [7, /不是一个事项/], [good(''), /没有事项编码/], [good('有 汉字'), /事项编码“有 汉字”不对/], [good('F4', { TASK_NAME: '' }), /没有事项名称/],
  [good('F5', { TASK_NAME: '长'.repeat(201) }), /事项名称太长/], [good('F6', { DEPT_NAME: '无' }), /没有实施部门/], [good('F7', { DEPT_NAME: '长'.repeat(121) }), /部门名称太长/],
  [good('F8', { handle_time_limit: '很快' }), /办理时限“很快”读不懂/], [good('F9', { accept_standard: '长'.repeat(2_001) }), /受理标准太长/],
  [good('F10', { material_intro: Array.from({ length: 61 }, (_, n) => `材料${n}`) }), /材料太多/], [good('F11', { consult_phone: { tel: 1 } }), /应当是文字/],
  [good('A1'), /和第 1 行相同/],
]

/** A file on its way in, as the page sends it. */
async function stage(content: string | Uint8Array, name = '示例清单.json'): Promise<string> {
  const id = `intake-${++files}`
  const { status, body } = await editor.send('POST', `/api/imports/${id}/file`, typeof content === 'string' ? new TextEncoder().encode(content) : content, { 'content-type': 'application/octet-stream' })
  expect({ status, body }).toMatchObject({ status: 200, body: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  expect(await editor.ask('intake', id, 'StageIntake', { file: { ...body, name }, office: 'a', officeName: '示例局示例a' })).toMatchObject({ status: 200 })
  return id
}

/** Waits until the server has come so far. */
async function came(id: string, ...statuses: string[]): Promise<IntakeDocument> {
  for await (const _ of it_.opened.running.kernel.log.follow({ after: 0 })) {
    const now = await documentOf(editor, 'intakes', id) as unknown as IntakeDocument
    if (statuses.includes(now.status)) return now
  }
  throw new Error('the log has ended')
}

const start = (id: string, assignments: object[] = []) => editor.ask('intake', id, 'StartIntake', { assignments })
const drafts = async () => Number(((await editor.get('/api/counts/policy-drafts')).body).total)

test('twelve planted faults are named with row and reason before anything is written; the good rows go in, once', async () => {
  const rows = [good('A1'), ...planted.map(([row]) => row), good('A2')]
  const id = await stage(JSON.stringify(rows))
  const shown = await came(id, 'previewed')
  expect(await drafts()).toBe(0)
  expect(shown.preview).toMatchObject({ format: 'json', rows: 14, good: 2, authorities: [{ name: '示例省厅', count: 2 }], specimens: [{ row: 1, code: 'A1' }, { row: 14, code: 'A2' }] })
  expect(shown.remarks.map(({ row }) => row)).toEqual(planted.map((_, n) => n + 2))
  shown.remarks.forEach(({ reasons }, n) => expect(reasons.map(({ zh }) => zh).join('；')).toMatch(planted[n]![1]))

  await start(id)
  expect(await came(id, 'finished')).toMatchObject({ tally: { read: 14, new: 2, refused: 12, kept: 0 } })
  expect(await drafts()).toBe(2)
  await start(id)
  const again = await came(id, 'finished')
  expect(again.tally).toMatchObject({ new: 0, unchanged: 2, refused: 12 })
  expect(await drafts()).toBe(2)

  const { status, body, headers } = await editor.get(`/api/imports/${id}/faults`)
  expect({ status, type: headers.get('content-type'), name: headers.get('content-disposition') })
    .toEqual({ status: 200, type: 'text/csv; charset=utf-8', name: expect.stringContaining(encodeURIComponent('导入问题-示例清单.csv')) })
  expect(String(body).split('\r\n').filter(Boolean)).toHaveLength(13)
  expect(String(body)).toContain('"9","F8","未导入 · refused","承诺时限（handle_time_limit）：办理时限“很快”读不懂')
})

test('who imports says whether it is meant to be used; what was taken in as a sample loses the mark when it is taken in again as such', async () => {
  const id = await stage(JSON.stringify([good('O1')]))
  await came(id, 'previewed')
  const marked = async () => {
    const { rows } = (await editor.get(`/api/rows/policy-drafts?where=${encodeURIComponent(JSON.stringify(['eq', 'imported', true]))}&text=O1`)).body as {
      rows: { document: { sample: boolean; items: { sample?: boolean }[] } }[]
    }
    return rows.map(({ document: { sample, items } }) => [sample, items[0]!.sample])
  }
  await start(id)
  expect(await came(id, 'finished')).toMatchObject({ official: false, tally: { new: 1 } })
  expect(await marked()).toEqual([[true, true]])
  await editor.ask('intake', id, 'StartIntake', { assignments: [], official: true })
  expect(await came(id, 'finished')).toMatchObject({ official: true, tally: { revised: 1 } })
  expect(await marked()).toEqual([[false, undefined]])
})

test('a table says the same as a list: CSV with Chinese headings', async () => {
  const id = await stage('\uFEFF事项编码,事项名称,实施部门,承诺时限,咨询电话,申请材料\r\nC1,"示例事项，一",示例市厅,10(工作日),0772-2800000,申请表；营业执照\r\nC2,示例事项二,示例市厅,很快,,\r\n', '清单.csv')
  const shown = await came(id, 'previewed')
  expect(shown.preview).toMatchObject({ format: 'csv', rows: 2, good: 1, specimens: [{ row: 2, code: 'C1', title: '示例事项，一' }] })
  expect(shown.remarks).toMatchObject([{ row: 3, code: 'C2' }])
})

test('a workbook too, and rows go to the office that was chosen for theirs', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('清单')
  sheet.addRow(['事项编码', '事项名称', '实施部门', '承诺时限', '咨询电话'])
  sheet.addRow(['X1', '示例表格事项', '示例区厅', '10(工作日)', '0772-2800000'])
  sheet.addRow(['X2', '示例表格事项二', '示例市厅', '10(工作日)', 2_800_000])
  const id = await stage(new Uint8Array(await book.xlsx.writeBuffer()), '清单.xlsx')
  expect((await came(id, 'previewed')).preview).toMatchObject({ format: 'xlsx', rows: 2, good: 2, authorities: [{ name: '示例区厅', count: 1 }, { name: '示例市厅', count: 1 }] })
  expect(await start(id, [{ authority: '示例区厅', office: 'nowhere', officeName: '没有的处室' }])).toMatchObject({ status: 409, body: { code: 'intake/no-such-office' } })
  const before = await drafts()
  await start(id, [{ authority: '示例区厅', office: 'b', officeName: '示例局示例b' }])
  expect(await came(id, 'finished')).toMatchObject({ tally: { new: 2 } })
  expect(await drafts()).toBe(before + 1)
})

test.each([
  ['an object', '{"rows":[]}', /不是一个列表/], ['a table without headings', '1,2,3\n4,5,6\n', /第一行里没有/], ['a list that was cut', '[{"a":1},{"b"', /没有写完/],
])('%s is no list, and is said so', async (_, content, says) => {
  expect((await came(await stage(content), 'unreadable')).reason?.zh).toMatch(says)
})

test('an import can be stopped and goes on later; what a restart finds running goes on by itself', async () => {
  const id = await stage(JSON.stringify(Array.from({ length: 120 }, (_, n) => good(`S${n}`))))
  await came(id, 'previewed')
  await start(id)
  expect(await editor.ask('intake', id, 'StopIntake', {})).toMatchObject({ status: 200 })
  expect(await came(id, 'stopped')).toMatchObject({ status: 'stopped' })
  await start(id)
  await it_.stop()
  it_ = await town({ folder: it_.folder })
  editor = editor.at(it_.url)
  const { tally } = await came(id, 'finished')
  expect(tally).toMatchObject({ read: 120, refused: 0, kept: 0 })
  expect(tally!.new + tally!.unchanged + tally!.revised).toBe(120)
})

test('only the editors of the office see it, and nobody else may begin one', async () => {
  await settle(it_, 'other', { posts: [{ office: 'b', roles: ['editor'] }] })
  const other = await new Visit(it_.url).signIn('other')
  expect(await other.get('/api/documents/intakes/intake-1')).toMatchObject({ status: 404 })
  expect(await other.get('/api/imports/intake-1/faults')).toMatchObject({ status: 404 })
  expect(await other.send('POST', '/api/imports/intake-1/file', new TextEncoder().encode('[]'), { 'content-type': 'application/octet-stream' })).toMatchObject({ status: 409 })
  expect(await other.send('POST', '/api/imports/some-application/file', new TextEncoder().encode('[]'), { 'content-type': 'application/octet-stream' })).toMatchObject({ status: 404 })
})

test('a file that was never uploaded is not staged, and one that is gone holds nobody up', async () => {
  const file = { hash: '0'.repeat(64), name: '清单.json', size: 10, type: 'application/json' }
  const never = (hash: string) => editor.ask('intake', 'intake-never', 'StageIntake', { file: { ...file, hash }, office: 'a', officeName: '示例局示例a' })
  expect(await never(file.hash)).toMatchObject({ status: 409, body: { code: 'file/not-uploaded' } })
  expect(await never('no-hash-of-any-file-at-all')).toMatchObject({ status: 409, body: { code: 'file/not-uploaded' } })
  const asker = { ...operatorAsker('spec', 'liuzhou', 'work'), roles: ['editor' as const], offices: ['a'], postRoles: { a: ['editor' as const] } }
  await it_.ask('intake', 'intake-gone', 'StageIntake', { file, office: 'a', officeName: '示例局示例a' }, asker)
  const behind = await stage(JSON.stringify([good('G1')]))
  expect((await came('intake-gone', 'unreadable')).reason?.zh).toMatch(/请重新上传/)
  await came(behind, 'previewed')
  expect(it_.journal).toEqual([])
})

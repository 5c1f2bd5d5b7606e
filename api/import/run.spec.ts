import { deciders } from '@qinqing/domain/catalogue'
import { replay } from '@qinqing/domain/kernel/decider'
import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import type { Message, Purpose } from '@qinqing/domain/kernel/message'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { stillWorld } from '@qinqing/domain/kernel/spec'
import { policy as decider, type Policy } from '@qinqing/domain/policy/policy/policy'
import { MemoryEventStore } from '@qinqing/domain/store/memory'
import { join } from 'node:path'
import { problemOf } from '../kernel/problem.ts'
import { operatorAsker } from '../operator/asker.ts'
import { responsible } from './office.ts'
import { report } from './report.ts'
import { rowsIn } from './rows.ts'
import { importServiceItems, type Tally } from './run.ts'
import { jsonRows, sourceOf } from './source.ts'
import { ImportHalted, policyIdOf } from './take-in.ts'

const real = join(import.meta.dirname, '../../ops/demo/data/service-items/service-items.json')

const item = (code: string, over: object = {}) => ({
  TASK_CODE: code, TASK_NAME: `示例事项${code}`, DEPT_NAME: '示例省厅', handle_time_limit: '10(工作日)', accept_standard: '依法登记。', consult_phone: '0772-2800000', ...over,
})

function city() {
  const world = stillWorld()
  const kernel: Kernel = { log: new MemoryEventStore(), world, deciders, prefixes: {} }
  const operatorAs = (name: string, purpose: Purpose) => ({
    ask: (asked: Parameters<typeof execute>[1]) => execute(kernel, asked, operatorAsker(name, 'liuzhou', purpose)).catch(problemOf),
    history: (aggregate: string, id: string) => kernel.log.read(streamOf('liuzhou', aggregate, id)),
  })
  const take = async (rows: unknown[] | string, { name = '示例某', office, official }: { name?: string; office?: string; official?: boolean } = {}): Promise<Tally> => {
    const operator = operatorAs(name, 'import')
    const text = typeof rows === 'string' ? rows : JSON.stringify(rows)
    return importServiceItems({
      operator, ids: world.ids, name, office: await responsible(operator, world.ids, name, office), official, rows: jsonRows(rowsIn([new TextEncoder().encode(text)])),
    })
  }
  /** What an editor does to an imported draft. */
  const edit = (code: string, command: Message) => operatorAs('示例编辑', 'work')
    .ask({ aggregate: 'policy', id: policyIdOf(world.ids, code), command, commandId: world.ids.fresh() })
  const policy = async (code: string) => (await kernel.log.read(streamOf('liuzhou', 'policy', policyIdOf(world.ids, code)))).map(({ type }) => type)
  return { kernel, world, take, edit, policy, operatorAs }
}

const counts = ({ remarks, ...rest }: Tally) => ({ ...rest, remarks: remarks.map(({ row, became }) => [row, became]) })
const nothing = { read: 0, new: 0, unchanged: 0, revised: 0, kept: 0, refused: 0, remarks: [] }
const revise: Message = { type: 'RevisePolicy', data: { title: '编辑改过的名称', number: '', summary: '', validUntil: null } }
const publish: Message = { type: 'PublishPolicy', data: {} }

test('rows become drafts of the usual office, which is established', async () => {
  const { take, policy, kernel } = city()
  expect(counts(await take([item('A1'), item('A2')]))).toEqual({ ...nothing, read: 2, new: 2 })
  expect(await policy('A1')).toEqual(['PolicyDrafted', 'ClausesRevised', 'ItemPut'])
  expect((await kernel.log.read('liuzhou.office-government-services'))[0]).toMatchObject({ type: 'OfficeEstablished', purpose: 'import', data: { sample: true } })
})

test('a second run changes nothing and says so, whoever runs it', async () => {
  const { take, kernel } = city()
  await take([item('A1'), item('A2')])
  const head = await kernel.log.head()
  const again = await take([item('A1'), item('A2')], { name: '示例另一位' })
  expect(counts(again)).toEqual({ ...nothing, read: 2, unchanged: 2 })
  expect(await kernel.log.head()).toBe(head)
  expect(report(again, '示例科')).toContain('0 项新增，2 项已在')
})

test('a changed row revises its draft, back and forth', async () => {
  const { take, policy } = city()
  await take([item('A1')])
  expect(counts(await take([item('A1', { TASK_NAME: '新的名称' })]))).toMatchObject({ revised: 1 })
  expect(counts(await take([item('A1')]))).toMatchObject({ revised: 1 })
  expect(counts(await take([item('A1')]))).toMatchObject({ unchanged: 1 })
  expect(await policy('A1')).toEqual(['PolicyDrafted', 'ClausesRevised', 'ItemPut', 'PolicyRevised', 'ItemPut', 'PolicyRevised', 'ItemPut'])
})

test('what is meant to be used has no mark; what came as a sample loses it, and gets it again, by who imports', async () => {
  const { take, world, kernel } = city()
  const marks = async (code: string) => {
    const { sample, working } = replay(decider, await kernel.log.read(streamOf('liuzhou', 'policy', policyIdOf(world.ids, code)))) as Policy
    return [sample, working.items[0]?.sample]
  }
  await take([item('A1')], { official: true })
  await take([item('A2')])
  expect([await marks('A1'), await marks('A2')]).toEqual([[false, undefined], [true, true]])
  expect(counts(await take([item('A1'), item('A2')], { official: true }))).toMatchObject({ unchanged: 1, revised: 1 })
  expect([await marks('A1'), await marks('A2')]).toEqual([[false, undefined], [false, undefined]])
  await take([item('A1')])
  expect(await marks('A1')).toEqual([true, true])
})

test('a draft that somebody has edited is not overwritten', async () => {
  const { take, edit, policy } = city()
  await take([item('A1')])
  await edit('A1', revise)
  expect(counts(await take([item('A1')]))).toMatchObject({ unchanged: 1 })
  expect(counts(await take([item('A1', { consult_phone: '0772-2800001' })]))).toMatchObject({ kept: 1, remarks: [[1, 'kept']] })
  expect(await policy('A1')).toEqual(['PolicyDrafted', 'ClausesRevised', 'ItemPut', 'PolicyRevised'])
})

test('what is published or retired stays as it is', async () => {
  const { take, edit } = city()
  await take([item('A1'), item('A2')])
  await edit('A1', publish)
  await edit('A2', { type: 'RetirePolicy', data: { reason: '不再办理' } })
  expect(counts(await take([item('A1'), item('A2')]))).toMatchObject({ unchanged: 2 })
  const changed = await take([item('A1', { consult_phone: '12345' }), item('A2', { consult_phone: '12345' })])
  expect(changed.remarks.map(({ reasons }) => reasons[0]?.zh)).toEqual([expect.stringContaining('已经发布'), expect.stringContaining('已经退出')])
  expect(counts(changed)).toMatchObject({ kept: 2, refused: 0 })
})

test('an import that broke off in the middle of a row goes on there', async () => {
  const { operatorAs, take, policy, world } = city()
  const { ask, history } = operatorAs('示例某', 'import')
  let left = 2
  const breaking = { history, ask: (asked: Parameters<typeof ask>[0]) => (left-- > 0 ? ask(asked) : Promise.reject(new Error('gone'))) }
  const office = await responsible({ ask, history }, world.ids, '示例某')
  const rows = jsonRows(rowsIn([new TextEncoder().encode(JSON.stringify([item('A1')]))]))
  await expect(importServiceItems({ operator: breaking, ids: world.ids, name: '示例某', office, rows })).rejects.toThrow('gone')
  expect(await policy('A1')).toEqual(['PolicyDrafted', 'ClausesRevised'])
  expect(counts(await take([item('A1')]))).toMatchObject({ revised: 1 })
  expect(await policy('A1')).toEqual(['PolicyDrafted', 'ClausesRevised', 'ItemPut'])
})

test('bad rows are listed with the reason, good ones go in', async () => {
  const { take } = city()
  const good = JSON.stringify(item('A1'))
  const tally = await take(`[${good}, 7, {"TASK_CODE": }, ${JSON.stringify(item('A1', { TASK_NAME: '重复' }))}, ${JSON.stringify(item('A3', { handle_time_limit: '很快' }))}, ${JSON.stringify(item('A4'))}]`)
  expect(counts(tally)).toEqual({ ...nothing, read: 6, new: 2, refused: 4, remarks: [[2, 'refused'], [3, 'refused'], [4, 'refused'], [5, 'refused']] })
  expect(tally.remarks.map(({ reasons }) => reasons[0]!.zh)).toEqual([
    '这一行不是一个事项（JSON 对象）', '这一行不是有效的 JSON', '事项编码（TASK_CODE）和第 1 行相同', expect.stringContaining('承诺时限（handle_time_limit）：办理时限“很快”读不懂'),
  ])
  const text = report(tally, '示例科')
  expect(text).toContain('第 5 行 未导入 (A3)')
  expect(text).toContain('the limit "很快" cannot be read')
})

test('rows go to the office that is named, and stay there', async () => {
  const { take, operatorAs, kernel, world } = city()
  const { ask } = operatorAs('示例某', 'work')
  await ask({ aggregate: 'office', id: 'industry', command: { type: 'EstablishOffice', data: { bureau: '示例市工信局', name: '企业服务科', phone: '' } }, commandId: world.ids.fresh() })
  await take([item('A1')], { office: 'industry' })
  expect(counts(await take([item('A1')]))).toMatchObject({ unchanged: 1 })
  const [drafted] = await kernel.log.read(streamOf('liuzhou', 'policy', policyIdOf(world.ids, 'A1')))
  expect(drafted?.data).toMatchObject({ office: 'industry', officeName: '示例市工信局企业服务科' })
  await expect(take([item('A2')], { office: 'nowhere' })).rejects.toThrow(ImportHalted)
})

test('a log that cannot write ends the import', async () => {
  const { operatorAs, world } = city()
  const { history } = operatorAs('示例某', 'import')
  const ask = async () => ({ type: '', title: '', status: 503, code: 'log-unavailable', detail: { zh: '现在保存不了', en: 'cannot be saved' } })
  const office = { id: 'industry', name: '示例科' }
  await expect(importServiceItems({ operator: { ask, history }, ids: world.ids, name: '示例某', office, rows: sourceOf(real) })).rejects.toThrow(ImportHalted)
})

test('the whole real file goes in once', async () => {
  const { operatorAs, world, kernel } = city()
  const operator = operatorAs('示例某', 'import')
  const office = await responsible(operator, world.ids, '示例某')
  const run = () => importServiceItems({ operator, ids: world.ids, name: '示例某', office, rows: sourceOf(real) })
  expect(counts(await run())).toEqual({ ...nothing, read: 146, new: 146 })
  const head = await kernel.log.head()
  expect(counts(await run())).toEqual({ ...nothing, read: 146, unchanged: 146 })
  expect(await kernel.log.head()).toBe(head)
})

import { itemFaults } from '@qinqing/domain/language/item'
import { policyCommands } from '@qinqing/domain/policy/policy/contract'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readServiceItem } from './service-items.ts'

const office = { id: 'services', name: '示例政务服务局综合受理科' }
const real = join(import.meta.dirname, '../../ops/demo/data/service-items/service-items.json')

const row = {
  TASK_CODE: '11450000000000000X1450001001000', TASK_NAME: '示例事项', DEPT_NAME: '示例省工信厅', AREA_CODE_TEXT: '示例省', matter_type: '行政奖励',
  handle_time: '20(工作日)', handle_time_limit: '10(工作日)', accept_standard: '一、依法登记。　　\n二、信用良好。', consult_phone: '0772-2800000',
  theme_category: ['设立变更', '其他'], service_object_name: ['企业法人'], material_intro: ['申请表', '营业执照', '申请表'],
}
const without = (...fields: string[]) => Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)))

const found = (given: unknown) => {
  const read = readServiceItem(given, office)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.found
}
const faultsOf = (given: unknown) => {
  const read = readServiceItem(given, office)
  return 'faults' in read ? read.faults.map(({ field }) => field) : []
}

const source = { system: 'service-items', row: row.TASK_CODE, authority: '示例省工信厅' }

test('a row becomes a sample draft of the office, with its real office as source', () => {
  expect(found(row)).toEqual({
    code: row.TASK_CODE,
    policy: {
      title: '示例事项', number: '', summary: '行政奖励；示例省；主题：设立变更、其他；服务对象：企业法人；来源：示例省工信厅', validUntil: null,
      office: 'services', officeName: office.name, origin: source, sample: true,
    },
    clauses: [{ ref: '受理标准', text: '一、依法登记。 二、信用良好。' }],
    item: {
      id: 'item', title: '示例事项', lane: 'instant', limit: { days: 10, unit: 'working' }, office: 'services', officeName: office.name, phone: '0772-2800000',
      conditions: [], materials: [{ id: 'm1', name: '申请表', required: true }, { id: 'm2', name: '营业执照', required: true }], amount: { kind: 'none' },
      source, sample: true,
    },
  })
})

test.each([
  ['what is promised counts, not the statute', row, { days: 10, unit: 'working' }],
  ['the statute counts where nothing is promised', { ...row, handle_time_limit: '无' }, { days: 20, unit: 'working' }],
  ['the statute counts where the promise is not there', without('handle_time_limit'), { days: 20, unit: 'working' }],
  ['calendar days', { ...row, handle_time_limit: '90(自然日)' }, { days: 90, unit: 'calendar' }],
  ['days in a list', { ...row, handle_time_limit: ['7(工作日)'] }, { days: 7, unit: 'working' }],
  ['full-width brackets and blanks', { ...row, handle_time_limit: ' 15（ 工作日 ）' }, { days: 15, unit: 'working' }],
  ['days in words', { ...row, handle_time_limit: '15个工作日' }, { days: 15, unit: 'working' }],
  ['a limit that nobody gave is a gap of the draft', { ...row, handle_time_limit: '', handle_time: null }, { days: 0, unit: 'working' }],
])('limit: %s', (_, given, then) => expect(found(given).item.limit).toEqual(then))

test.each<[string, unknown, Partial<Record<string, unknown>>]>([
  ['no standard, no clause', { ...row, accept_standard: '无' }, { clauses: [] }],
  ['a standard in pieces', { ...row, accept_standard: ['甲。', '无', '乙。'] }, { clauses: [{ ref: '受理标准', text: '甲。 乙。' }] }],
])('%s', (_, given, then) => expect(found(given)).toMatchObject(then))

test.each([
  ['no materials', { ...row, material_intro: '无' }, []],
  ['one material as a text', { ...row, material_intro: '申请表' }, ['申请表']],
  ['gaps among materials', { ...row, material_intro: ['无', ' ', null, '申请表'] }, ['申请表']],
])('%s', (_, given, then) => expect(found(given).item.materials.map(({ name }) => name)).toEqual(then))

test.each([
  ['no phone is a gap of the draft', { ...row, consult_phone: '无' }, ''],
  ['several phones', { ...row, consult_phone: ['0772-2800000', '0772-2800001'] }, '0772-2800000；0772-2800001'],
  ['the numbers of a long story', { ...row, consult_phone: `窗口地址：${'示例路'.repeat(40)}。电话：0772-2800000，0772-2800001转2` }, '0772-2800000；0772-2800001转2'],
])('%s', (_, given, then) => expect(found(given).item.phone).toBe(then))

test('a name that is only in the short field', () => expect(found({ ...row, TASK_NAME: '无', matter_name: '示例事项二' }).policy.title).toBe('示例事项二'))

test.each<[string, unknown, string[]]>([
  ['a number', 7, ['']], ['nothing', null, ['']], ['a list', [row], ['']], ['a text', '无', ['']],
  ['an empty object', {}, ['TASK_CODE', 'TASK_NAME', 'DEPT_NAME']],
  ['no code', without('TASK_CODE'), ['TASK_CODE']],
  ['a code that is a number', { ...row, TASK_CODE: 1145 }, ['TASK_CODE', 'TASK_CODE']],
  ['a code with a path in it', { ...row, TASK_CODE: '../../etc/passwd' }, ['TASK_CODE']],
  ['a code that is too long', { ...row, TASK_CODE: 'X'.repeat(81) }, ['TASK_CODE']],
  ['no name', { ...row, TASK_NAME: ' 　' }, ['TASK_NAME']],
  ['a name that is too long', { ...row, TASK_NAME: '名'.repeat(201) }, ['TASK_NAME']],
  ['no department', { ...row, DEPT_NAME: '无' }, ['DEPT_NAME']],
  ['a department that is too long', { ...row, DEPT_NAME: '局'.repeat(121) }, ['DEPT_NAME']],
  ['a limit that cannot be read', { ...row, handle_time_limit: '二十天' }, ['handle_time_limit']],
  ['a limit in months', { ...row, handle_time_limit: '3(月)' }, ['handle_time_limit']],
  ['a limit of no days', { ...row, handle_time_limit: '0(工作日)' }, ['handle_time_limit']],
  ['a limit beyond reason', { ...row, handle_time_limit: '9999(工作日)' }, ['handle_time_limit']],
  ['a statute that cannot be read, where it counts', { ...row, handle_time_limit: '无', handle_time: '若干' }, ['handle_time']],
  ['a limit that is an object', { ...row, handle_time_limit: { days: 3 } }, ['handle_time_limit']],
  ['materials that are numbers', { ...row, material_intro: ['申请表', 3] }, ['material_intro']],
  ['materials in a list of lists', { ...row, material_intro: [['申请表']] }, ['material_intro']],
  ['too many materials', { ...row, material_intro: Array.from({ length: 61 }, (_, n) => `材料${n}`) }, ['material_intro']],
  ['a material that is too long', { ...row, material_intro: ['料'.repeat(201)] }, ['material_intro']],
  ['a standard that is too long', { ...row, accept_standard: '标'.repeat(2001) }, ['accept_standard']],
  ['a standard of a megabyte', { ...row, accept_standard: '标'.repeat(1_000_000) }, ['accept_standard']],
  ['half a character', { ...row, TASK_NAME: '示例\ud800' }, ['TASK_NAME', 'TASK_NAME']],
  ['a control character', { ...row, consult_phone: '0772\u0000' }, ['consult_phone']],
  ['a theme that is a number', { ...row, theme_category: 4 }, ['theme_category']],
  ['all faults at once', { ...row, TASK_CODE: '无', DEPT_NAME: null, handle_time_limit: '很快' }, ['TASK_CODE', 'DEPT_NAME', 'handle_time_limit']],
])('refused: %s', (_, given, then) => expect(faultsOf(given)).toEqual(then))

test('each fault says in both languages what is wrong', () => {
  const read = readServiceItem({}, office)
  for (const { zh, en } of 'faults' in read ? read.faults : []) expect([zh, en].every(words => words.length > 5)).toBe(true)
})

test('inherited names are no fields', () => expect(faultsOf(Object.create(row))).toEqual(['TASK_CODE', 'TASK_NAME', 'DEPT_NAME']))

describe('the whole real file', () => {
  const rows = JSON.parse(readFileSync(real, 'utf8')) as Record<string, string>[]

  test('every row goes in, in the shape of the commands', () => {
    for (const one of rows) {
      const { policy, clauses, item } = found(one)
      expect(policyCommands.DraftPolicy.parse(policy)).toEqual(policy)
      expect(policyCommands.ReviseClauses.parse({ clauses })).toEqual({ clauses })
      expect(policyCommands.PutItem.parse({ item })).toEqual({ item })
    }
    expect(rows).toHaveLength(146)
  })

  test('most could be published as they are; the others lack only a limit or a phone', () => {
    const lacking = rows.map(one => itemFaults(found(one).item).map(({ code }) => code)).filter(codes => codes.length)
    expect([...new Set(lacking.flat())].toSorted()).toEqual(['no-limit', 'no-phone'])
    expect(lacking.length).toBeLessThan(10)
  })
})

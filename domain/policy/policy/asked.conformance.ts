import type { ChangeNote } from '../../language/amendment.ts'
import type { FormDefinition } from '../../language/form.ts'
import type { Item } from '../../language/item.ts'
import { cny } from '../../language/money.ts'
import type { PolicyCommand } from './contract.ts'
import type { PolicyEvent } from './events.ts'
import { clauses, head, published, put, smart, title } from './examples.conformance.ts'

export const drafting = { ...head, office: 'office', officeName: '示例工信局企业服务科' }
export const origin = { system: 'service-items', row: '17', authority: '柳州市示例局' }
export const publish: PolicyCommand = { type: 'PublishPolicy', data: {} }
export const why = '按上级通知调整'
export const amend: PolicyCommand = { type: 'PublishPolicy', data: { why } }
export const revise = (over: Partial<typeof head>): PolicyCommand => ({ type: 'RevisePolicy', data: { ...head, ...over } })
export const revised = (over: Partial<Omit<typeof head, 'validUntil'>> & { validUntil?: string | null }): PolicyEvent => ({
  type: 'PolicyRevised', data: { ...head, ...over },
})
export const putting = (item: Item): PolicyCommand => ({ type: 'PutItem', data: { item } })
export const removing = (item: string): PolicyCommand => ({ type: 'RemoveItem', data: { item } })
export const removed = (item: string): PolicyEvent => ({ type: 'ItemRemoved', data: { item } })
export const retire: PolicyCommand = { type: 'RetirePolicy', data: { reason: '到期退出' } }

const say = (zh: string, en: string) => ({ zh, en })
export const sketch: FormDefinition = {
  version: 1, drawn: true,
  sections: [{
    id: 'project', title: say('项目', 'Project'), fields: [
      { id: 'what', label: say('改造内容', 'What is renewed'), kind: 'longtext', required: true, max: 1_000, hint: say('写清楚哪条产线', 'Say which line'), clause: '第四条' },
      { id: 'where', label: say('项目所在地', 'Place of the project'), kind: 'region', required: true },
      { id: 'loan', label: say('用了贷款', 'By a loan'), kind: 'flag', required: true },
      {
        id: 'bank', label: say('贷款银行', 'Bank'), kind: 'text', required: false, personal: true,
        showWhen: { all: true, tests: [{ field: 'loan', asks: 'yes' }] }, requiredWhen: { all: false, tests: [{ field: 'where', asks: 'is', value: '450200' }] },
      },
      {
        id: 'machines', label: say('设备清单', 'Machines'), kind: 'table', required: true, min: 1, max: 50, columns: [
          { id: 'name', label: say('设备', 'Machine'), kind: 'text', required: true },
          { id: 'count', label: say('数量', 'Number'), kind: 'number', required: true, unit: say('台', 'pieces') },
          { id: 'price', label: say('单价', 'Price'), kind: 'money', required: true },
          { id: 'sum', label: say('金额', 'Sum'), kind: 'money', required: false, sum: true, product: ['count', 'price'] },
        ],
      },
      {
        id: 'total', label: say('设备总额', 'All machines'), kind: 'money', required: false,
        formula: { op: 'sum', of: [{ table: 'machines', column: 'sum' }] },
      },
      { id: 'staff', label: say('参保人数', 'Insured'), kind: 'number', required: true, unit: say('人', 'people'), fact: 'insured' },
    ],
  }],
}
export const drawing = (form: FormDefinition | null): PolicyCommand => ({ type: 'PutForm', data: { item: 'smart', form } })
export const formPut = (form: FormDefinition | null): PolicyEvent => ({ type: 'FormPut', data: { item: 'smart', form } })

export const cheaper: Item = { ...smart, amount: { kind: 'fixed', money: cny(10_000_000) } }
export const adrift: Item = { ...smart, conditions: [{ ...smart.conditions[0]!, clause: { ref: '第八条', text: '没有这一条。' } }] }
export const [fourth, fifth, ninth] = clauses as [typeof clauses[0], typeof clauses[0], typeof clauses[0]]
export const clearer = { ...fourth, text: '申请企业上一年度营业收入不低于 1,000 万元（不含税）。' }
export const clearly: Item = { ...smart, conditions: [{ ...smart.conditions[0]!, clause: clearer }, smart.conditions[1]!] }
export const many = Array.from({ length: 100 }, (_, n) => put({ ...title, id: `item-${n}` }))

export const inOther = { offices: ['other'], roles: ['editor' as const] }
export const inOwn = { offices: ['office'], roles: ['editor' as const] }
export const asOperator = { offices: [], roles: ['operator' as const] }

export const edition = (over: Partial<Extract<PolicyEvent, { type: 'PolicyPublished' }>['data']>): PolicyEvent =>
  ({ type: 'PolicyPublished', data: { ...(published.data as Extract<PolicyEvent, { type: 'PolicyPublished' }>['data']), ...over } })

export const change = (part: ChangeNote['part'], kind: ChangeNote['kind'], zh: string, en: string, item: string | null = null): ChangeNote =>
  ({ part, item, label: { zh, en }, kind })
const { guide: _, ...plainEdition } = published.data as Extract<PolicyEvent, { type: 'PolicyPublished' }>['data']
export const withoutGuide: PolicyEvent = { type: 'PolicyPublished', data: plainEdition }
export const renamed = change('head', 'changed', '政策名称', 'Title')
export const anotherSum = change('item', 'changed', '金额', 'Amount', 'smart')
export const amended = (changes: ChangeNote[], over: Parameters<typeof edition>[0] = {}): PolicyEvent => edition({ version: 2, why, changes, ...over })
export const retiring = (successor: string): PolicyCommand => ({ type: 'RetirePolicy', data: { reason: '到期退出', successor } })
export const other = { successor: { status: 'published', edition: { title: '示例接续的措施' } } }

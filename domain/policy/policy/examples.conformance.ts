import type { Clause } from '../../language/condition.ts'
import { type Guide, noGuide } from '../../language/guide.ts'
import { deriveForm } from '../../language/form.ts'
import type { Item } from '../../language/item.ts'
import { cny } from '../../language/money.ts'
import type { Edition } from './contract.ts'
import type { PolicyEvent } from './events.ts'

export const clauses: Clause[] = [
  { ref: '第四条', text: '申请企业上年营业收入不低于 1,000 万元。' },
  { ref: '第五条', text: '申请企业参保人数不低于 30 人。' },
  { ref: '第九条', text: '材料不实的，不予补助。' },
]

/** An item as it is edited: two conditions, one material, a tenth of the investment up to 500,000 yuan. */
export const smart: Item = {
  id: 'smart', title: '智能化改造设备补助', lane: 'instant', limit: { days: 15, unit: 'working' },
  office: 'office', officeName: '示例工信局企业服务科', phone: '0772-2800000',
  conditions: [
    { id: 'revenue', clause: clauses[0]!, fact: 'lastYearRevenue', comparison: 'atLeast', value: 1_000_000_000 },
    { id: 'insured', clause: clauses[1]!, fact: 'insured', comparison: 'atLeast', value: 30 },
  ],
  materials: [{ id: 'receipt', name: '设备验收单', required: true }],
  amount: { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment', cap: cny(50_000_000) },
}

/** An item that asks for nothing but itself and gives no money. */
export const title: Item = {
  id: 'title', title: '示例荣誉称号认定', lane: 'instant', limit: { days: 5, unit: 'calendar' },
  office: 'office', officeName: '示例工信局企业服务科', phone: '0772-2800000', conditions: [], materials: [], amount: { kind: 'none' },
}

export const guide: Guide = {
  notes: [{ title: '哪些设备算智能设备', text: '能接入车间数据的都算，二手设备不算。', clauses: ['第四条'] }],
  contact: { office: '示例工信局企业服务科', phone: '0772-2800000', hours: '工作日 9:00–17:30', address: '示例路 1 号 302 室' },
}

export const withForm = (item: Item, version = 1): Item => ({ ...item, form: { ...deriveForm(item), version } })

export const head = { title: '示例工业企业智能化改造若干措施', number: '示例政规〔2026〕1 号', summary: '买智能设备，按投资额的十分之一补助。', validUntil: '2026-12-31' }

export const edition: Edition = { ...head, version: 1, clauses, items: [withForm(smart), withForm(title)], guide: noGuide }

export const drafted: PolicyEvent = {
  type: 'PolicyDrafted', data: { ...head, office: 'office', officeName: '示例工信局企业服务科', origin: null, sample: false },
}
export const clausesRevised: PolicyEvent = { type: 'ClausesRevised', data: { clauses } }
export const guideRevised: PolicyEvent = { type: 'GuideRevised', data: { guide } }
export const put = (item: Item): PolicyEvent => ({ type: 'ItemPut', data: { item } })
export const published: PolicyEvent = {
  type: 'PolicyPublished',
  data: {
    ...head, version: 1, clauses, items: [withForm(smart), withForm(title)], office: 'office', officeName: '示例工信局企业服务科', origin: null,
    sample: false, gone: [], guide: noGuide,
  },
}
export const retired: PolicyEvent = { type: 'PolicyRetired', data: { reason: '到期退出', items: ['smart', 'title'] } }

/** A policy that is ready to be published, and one that is. */
export const ready: PolicyEvent[] = [drafted, clausesRevised, put(smart), put(title)]
export const open: PolicyEvent[] = [...ready, published]

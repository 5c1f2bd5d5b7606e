import { z } from 'zod'
import { amount, amountFault } from './amount.ts'
import { limit } from './calendar.ts'
import { condition, conditionFault } from './condition.ts'
import { formDefinition } from './field.ts'
import { formFaults } from './form-faults.ts'
import { material } from './material.ts'
import { id, type Located, located, say, type Text } from './text.ts'

export const lane = z.enum(['automatic', 'instant', 'window'])
export type Lane = z.infer<typeof lane>

export const laneLabels: Record<Lane, Text> = {
  automatic: say('免申即享', 'No application needed'),
  instant: say('即申即享', 'Granted on application'),
  window: say('限时申请', 'Apply within the window'),
}

/** One thing of a policy that an enterprise can get (事项). A draft may have gaps; `itemFaults` says which hinder publishing. */
export const item = z.object({
  id,
  title: z.string().max(200),
  lane,
  limit,
  office: z.string().max(120),
  officeName: z.string().max(120),
  phone: z.string().max(120),
  conditions: z.array(condition).max(50),
  materials: z.array(material).max(60),
  amount,
  window: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
  source: z.object({ system: z.string().max(60), row: z.string().max(120), authority: z.string().max(120) }).optional(),
  sample: z.boolean().optional(),
  form: formDefinition.optional(),
})
export type Item = z.infer<typeof item>

const inside = (path: string, found: Located | undefined): Located[] =>
  (found ? [{ ...found, path: found.path ? `${path}.${found.path}` : path }] : [])

const twice = (ids: string[]): number[] => ids.flatMap((one, index) => (ids.indexOf(one) < index ? [index] : []))
const repeated = (path: string, list: { id: string }[]): Located[] => twice(list.map(one => one.id)).map(index =>
  located(`${path}.${index}.id`, 'id-twice', '这一项重复了，请删掉一个', 'This one is there twice; remove one'))

type Check = (item: Item) => Located[] | Located | false

const checks: Check[] = [
  ({ title }) => title.trim().length < 2 && located('title', 'no-title', '请填写事项名称', 'Give the item a name'),
  ({ limit: promised }) => promised.days === 0 && located('limit', 'no-limit', '请填写承诺多少天办结', 'Say how many days are promised'),
  ({ office, officeName }) => (!office.trim() || !officeName.trim())
    && located('office', 'no-office', '请选择承办处室', 'Choose the office in charge'),
  ({ phone }) => !/\d{3}/.test(phone) && located('phone', 'no-phone', '请填写咨询电话', 'Give a phone number for questions'),
  ({ lane: way, window }) => way === 'window' && !window
    && located('window', 'no-window', '限时申请的事项要填申请起止日期', 'An item with a window needs its first and last day'),
  ({ window }) => window !== undefined && window.from > window.to
    && located('window', 'window-backwards', '申请截止日期早于开始日期，请改一个', 'The window ends before it begins'),
  ({ lane: way, conditions }) => way === 'automatic' && conditions.length === 0
    && located('conditions', 'no-condition', '免申即享的事项至少要有一个系统能判断的条件', 'Without an application, the system must have a condition to judge'),
  ({ conditions }) => conditions.flatMap((one, index) => inside(`conditions.${index}`, conditionFault(one))),
  ({ conditions }) => conditions.flatMap((one, index) => (one.clause.ref.trim()
    ? [] : located(`conditions.${index}.clause`, 'no-clause', '请写明这个条件依据哪一条', 'Say which clause this condition rests on'))),
  ({ conditions }) => repeated('conditions', conditions),
  ({ materials }) => repeated('materials', materials),
  ({ amount: asked }) => inside('amount', amountFault(asked)),
  ({ form }) => (form ? formFaults(form).map(one => ({ ...one, path: `form.${one.path}` })) : []),
]

/** What still hinders publishing an item, each with the place where to mend it. */
export const itemFaults = (of: Item): Located[] => checks.flatMap(check => check(of) || [])

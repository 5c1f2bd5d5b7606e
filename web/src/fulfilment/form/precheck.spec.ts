import type { Facts } from '@qinqing/domain/language/fact'
import { type Answers, deriveForm, type FormDefinition, read } from '@qinqing/domain/language/form'
import type { Item } from '@qinqing/domain/language/item'
import { beforeReview, precheck } from './precheck.ts'
import { partsOf, readField, stepsOf } from './reading.ts'

const now = '2026-11-23T02:32:08.000Z'
const rule = (id: string, fact: string, comparison: string, value: number) => ({ id, clause: { ref: '第一条', text: '' }, fact, comparison, value })
const materials = [{ id: 'scan', name: '合同', required: true }, { id: 'more', name: '其他', required: false }]
const amount = { kind: 'none' } as const
const conditions = [rule('staff', 'employees', 'atLeast', 10)]

const item = (over: Partial<Item> = {}): Item => ({
  id: 'i', title: '示例', lane: 'instant', limit: { days: 10, unit: 'working' }, office: 'o', officeName: '示例局', phone: '0772-1', conditions, materials, amount,
  form: deriveForm({ conditions: over.conditions ?? conditions, materials, amount }), ...over,
})

const facts = (employees?: number): Facts => (employees === undefined ? {} : {
  employees: { predicate: 'employees', value: employees, source: '人社局', validFrom: '2026-01-01', receivedAt: '2026-11-20T00:00:00.000Z' },
})

const scan = { hash: 'a'.repeat(64), name: '合同.pdf', size: 5, type: 'application/pdf' }
const full: Answers = { 'contact.name': '示例联系人', 'contact.phone': '13800000000', 'material.scan': scan, 'declaration.truth': true }

interface Case {
  answers?: Answers
  known?: number
  over?: Partial<Item>
  inForce?: boolean | null
  already?: boolean
}

function check({ answers = full, known, over, inForce = true, already = false }: Case) {
  const of = item(over)
  const reading = read(of.form!, answers, facts(known), 'zh')
  const found = precheck({ item: of, reading, facts: facts(known), now, inForce, already })
  return { faults: found.faults.map(({ field }) => field), before: beforeReview(found, reading).map(({ field }) => field), barriers: found.barriers, risks: found.risks.map(risk => [risk.how, risk.field]) }
}

const window = (from: string, to: string) => ({ window: { from, to } })

it.each<[string, Case, Partial<ReturnType<typeof check>>]>([
  ['everything is there', { known: 86 }, { faults: [], barriers: [], risks: [] }],
  ['nothing is there', { answers: {} }, {
    faults: ['fact.employees', 'contact.name', 'contact.phone', 'material.scan', 'declaration.truth'], before: ['fact.employees', 'contact.name', 'contact.phone', 'material.scan'], risks: [],
  }],
  ['a phone that is none', { known: 86, answers: { ...full, 'contact.phone': '12' } }, { faults: ['contact.phone'] }],
  ['a condition that fails does not hinder', { known: 9 }, { faults: [], risks: [['failed', 'fact.employees']] }],
  ['what the enterprise states where no source speaks is for an official to see', { answers: { ...full, 'fact.employees': '86' } }, { faults: [], risks: [['stated', 'fact.employees']] }],
  ['what it states there and fails', { answers: { ...full, 'fact.employees': '9' } }, { risks: [['failed', 'fact.employees']] }],
  ['it states otherwise than the source: disputed', { known: 9, answers: { ...full, 'fact.employees': '86' } }, { risks: [['disputed', 'fact.employees']] }],
  ['it states less than the source', { known: 86, answers: { ...full, 'fact.employees': '9' } }, { risks: [['disputed', 'fact.employees']] }],
  ['half a number is no statement', { known: 9, answers: { ...full, 'fact.employees': '8x' } }, { faults: ['fact.employees'], risks: [['failed', 'fact.employees']] }],
  ['a condition that no field asks about', { known: 86, over: { form: deriveForm({ conditions: [], materials, amount }), conditions: [rule('staff', 'employees', 'atLeast', 99)] } }, { risks: [['failed', null]] }],
  ['a fact that nobody knows and no field asks for', { over: { form: deriveForm({ conditions: [], materials, amount }) } }, { faults: [], risks: [['open', null]] }],
  ['the policy is no longer there', { known: 86, inForce: false }, { barriers: ['not-open'] }],
  ['that is not known yet', { known: 86, inForce: null }, { barriers: [] }],
  ['before the window', { known: 86, over: window('2026-11-24', '2026-12-01') }, { barriers: ['too-early'] }],
  ['on its first day, and on its last', { known: 86, over: window('2026-11-23', '2026-11-23') }, { barriers: [] }],
  ['after the window', { known: 86, over: window('2026-11-01', '2026-11-22') }, { barriers: ['too-late'] }],
  ['another case of the same item', { known: 86, already: true }, { barriers: ['already'] }],
])('%s', (_, given, then) => expect(check(given)).toMatchObject(then))

const steps = (answers: Answers, known?: number) => stepsOf(read(item().form!, answers, facts(known), 'zh')).map(({ id, note, wants }) => [id, note, wants])

it.each<[string, ReturnType<typeof steps>, unknown[]]>([
  ['empty', steps({}), [
    ['enterprise', { says: 'missing', count: 1 }, true], ['contact', { says: 'missing', count: 2 }, true], ['materials', { says: 'files', count: 1 }, true],
    ['review', { says: 'declare' }, false],
  ]],
  ['known facts are no work', steps({}, 86).slice(0, 1), [['enterprise', { says: 'known', count: 1 }, false]]],
  ['what is wrong comes before what is missing', steps({ 'contact.phone': '12' }, 86).slice(1, 2), [['contact', { says: 'faults', count: 1 }, true]]],
  ['full', steps(full, 86), [
    ['enterprise', { says: 'known', count: 1 }, false], ['contact', { says: 'done' }, false], ['materials', { says: 'done' }, false], ['review', null, false],
  ]],
])('the rail: %s', (_, found, then) => expect(found).toEqual(then))

it('a part with nothing but what may be left out', () => {
  const form: FormDefinition = { version: 1, sections: [{ id: 's', title: { zh: '', en: '' }, fields: [{ id: 'a', label: { zh: '', en: '' }, kind: 'text', required: false }] }] }
  expect(stepsOf(read(form, {}, {}, 'zh'))[0]).toEqual({ id: 's', note: { says: 'optional' }, wants: false })
})

it('declarations are made last: their part is none that one fills in', () => {
  expect(partsOf(item().form!).map(({ id }) => id)).toEqual(['enterprise', 'contact', 'materials'])
})

it('one field by itself reads as it does in the form', () => {
  const { form } = item()
  const answers: Answers = { ...full, 'fact.employees': '86', 'contact.phone': '12' }
  for (const known of [undefined, 9, 86]) {
    for (const of of read(form!, answers, facts(known), 'zh').sections.flatMap(({ fields }) => fields)) {
      const field = form!.sections.flatMap(({ fields }) => fields).find(({ id }) => id === of.id)!
      expect(readField(field, answers[of.id] ?? null, facts(known), 'zh')).toEqual(of)
    }
  }
})

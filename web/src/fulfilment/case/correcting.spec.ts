import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { fieldsToAsk, readAsking, suggestionsOf, usualDays } from './correcting.ts'

const text = (zh: string) => ({ zh, en: zh })
const fields = [
  { id: 'fact.highTech', label: text('高新技术企业'), kind: 'flag', required: true }, {
    id: 'material.report', label: text('审计报告'), kind: 'file', required: true,
  },
  { id: 'material.photo', label: text('照片'), kind: 'file', required: false }, {
    id: 'declaration.truth', label: text('承诺'), kind: 'declaration', required: true,
  },
]
const verdicts = [
  { conditionId: 'a', fact: 'highTech', result: 'unknown', sentence: text('是高新技术企业') }, {
    conditionId: 'b', fact: 'employees', result: 'failed', sentence: text('从业人数不低于 5 人'),
  },
  { conditionId: 'c', fact: 'insured', result: 'met', sentence: text('参保人数不低于 5 人') },
]
const application = (over: object) => ({
  item: { form: { version: 1, sections: [{ id: 's', title: text('一'), fields }] } }, answers: {}, asked: [], verdicts, judgements: {},
  ...over,
}) as unknown as ApplicationDocument
const t =
  ((key: string, { name, what }: Record<string, string>) => `${key} ${name ?? what}`) as unknown as Parameters<typeof suggestionsOf>[1]
const asked = [{ id: '1', field: 'material.report', text: '看不清' }, { id: '2', field: null, text: '请说明' }]

test('everything but the declaration may be asked about, and the second time first what was asked before', () => {
  expect(fieldsToAsk(application({})).map(({ id }) => id)).toEqual(['fact.highTech', 'material.report', 'material.photo'])
  expect(fieldsToAsk(application({ asked })).map(({ id }) => id)).toEqual(['material.report', 'fact.highTech', 'material.photo'])
})

test.each([
  ['missing papers, then what is unknown, then what is not met', {}, [
    ['material.report', 'correction.paper 审计报告'], ['fact.highTech', 'correction.prove 是高新技术企业'], [null, 'correction.explain 从业人数不低于 5 人'],
  ]],
  [
    'what was judged to be met needs nothing',
    { judgements: { a: { result: 'met' }, b: { result: 'met' } }, answers: { 'material.report': {} } }, [],
  ],
  ['the second time nothing that was not asked before', { asked }, [['material.report', 'correction.paper 审计报告']]],
])('%s', (_, over, expected) => expect(suggestionsOf(application(over), t, 'zh').map(one => [one.field, one.text])).toEqual(expected))

const kept = { items: [{ id: '1', field: null, text: '' }], days: 3 }
test.each([
  ['nothing', undefined, { items: [], days: usualDays }], ['an empty text', '', { items: [], days: usualDays }], [
    'no JSON', '{', { items: [], days: usualDays },
  ],
  ['another shape', '{"items":[{}],"days":3}', { items: [], days: usualDays }], ['half-written items', JSON.stringify(kept), kept],
])('kept as %s', (_, text, expected) => expect(readAsking(text)).toEqual(expected))

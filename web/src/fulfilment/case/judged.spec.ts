import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Verdict } from '@qinqing/domain/language/condition'
import { cny } from '@qinqing/domain/language/money'
import { type Granted, grantedOf, groundsOf, type Hindrance, hindranceOf, tallied, verdictsInOrder } from './judged.ts'

const verdict = (conditionId: string, result: Verdict['result'], ref: string) => ({
  conditionId, result, clause: { ref, text: `${ref}原文` },
}) as Verdict
const judged = (result: 'met' | 'failed') => ({ result, note: '已查', by: '示例某', at: '2026-03-05T02:00:00.000Z', earlier: false })
const verdicts = [verdict('a', 'met', '第一条'), verdict('b', 'failed', '第二条'), verdict('c', 'unknown', '第三条'), verdict('d', 'met', '第一条')]
const application = (over: Partial<ApplicationDocument>) =>
  ({
    verdicts, judgements: {}, clauses: [], facts: {}, item: { amount: { kind: 'none' }, conditions: [] }, ...over,
  }) as unknown as ApplicationDocument

test('what needs a person comes first, and a judgement moves nothing', () => {
  expect(verdictsInOrder(verdicts).map(({ conditionId }) => conditionId)).toEqual(['c', 'b', 'a', 'd'])
})

test.each<[string, ApplicationDocument['judgements'], object]>([
  ['facts alone', {}, { met: 2, failed: 1, unknown: 1 }],
  ['a judgement counts instead of the verdict', { c: judged('met'), a: judged('failed') }, { met: 2, failed: 2, unknown: 0 }],
])('%s', (_, judgements, expected) => expect(tallied(application({ judgements }))).toEqual(expected))

const none: Granted = { kind: 'none' }
test.each<[string, ApplicationDocument['judgements'], string, Granted, Hindrance | undefined]>([
  ['unknown before failed', {}, '同意', none, 'unknown'],
  ['failed', { c: judged('met') }, '同意', none, 'failed'],
  ['a condition judged not to be met', { b: judged('met'), c: judged('failed') }, '同意', none, 'failed'],
  ['an amount that nobody has stated', { b: judged('met'), c: judged('met') }, '同意', { kind: 'stated', fen: undefined }, 'amount'],
  ['no opinion', { b: judged('met'), c: judged('met') }, ' 好 ', { kind: 'computed', fen: 100 }, 'opinion'],
  ['nothing', { b: judged('met'), c: judged('met') }, '同意', { kind: 'stated', fen: 100 }, undefined],
])(
  'hindered by: %s',
  (_, judgements, opinion, granted, expected) => expect(hindranceOf(application({ judgements }), opinion, granted)).toBe(expected),
)

const share = { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment' } as const
const known = { smartEquipment: {
  predicate: 'smartEquipment', value: 50_000, source: '工信局', validFrom: '2026-01-01', receivedAt: '2026-01-02T00:00:00Z',
} }
test.each<[string, ApplicationDocument['item']['amount'], ApplicationDocument['facts'], string, Granted]>([
  ['no money', { kind: 'none' }, {}, '500', { kind: 'none' }],
  ['by the rule, whatever was typed', share, known, '500', { kind: 'computed', fen: 5_000 }],
  ['a fixed sum', { kind: 'fixed', money: cny(700) }, {}, '', { kind: 'computed', fen: 700 }],
  ['stated where the rule cannot say', share, {}, '1,286.50', { kind: 'stated', fen: 128_650 }],
  ['stated, but not readable', share, {}, '很多', { kind: 'stated', fen: undefined }],
])('granted: %s', (_, amount, facts, typed, expected) => {
  const { item } = application({})
  expect(grantedOf(application({ item: { ...item, amount }, facts }), typed, '2026-03-05T02:00:00.000Z')).toEqual(expected)
})

test('a refusal may rest on each clause once, on those first that something speaks against', () => {
  const clauses = ['第一条', '第二条', '第三条', '第四条'].map(ref => ({ ref, text: `${ref}原文` }))
  const conditions = verdicts.map(({ conditionId: id, clause }) => ({ id, clause: { ...clause, ref: ` ${clause.ref}` } }))
  const { item } = application({})
  const found = groundsOf(application({
    clauses: [...clauses, { ref: '', text: '没有编号' }], item: { ...item, conditions: conditions as never },
  }))
  expect(found.map(({ ref, against }) => [ref, against])).toEqual([
    ['第二条', 'failed'], ['第三条', 'unknown'], ['第一条', undefined], ['第四条', undefined],
  ])
})

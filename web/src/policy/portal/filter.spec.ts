import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { counted, filtered, sorted, speaksOf, tabOf, wantedOf } from './filter.ts'

const match = (id: string, more: Partial<MatchDocument> = {}): MatchDocument => ({
  id,
  policy: 'p',
  policyTitle: '企业研发投入后补助办法（示例）',
  item: id,
  title: '研发投入后补助',
  summary: '按上年研发费用补助',
  office: 'o',
  officeName: '示例市科技局',
  phone: '0772-0000000',
  lane: 'instant',
  limit: { days: 10, unit: 'working' },
  window: null,
  open: true,
  sample: true,
  standing: 'eligible',
  verdicts: [],
  gap: null,
  estimateFen: null,
  working: { zh: '', en: '' },
  amount: { zh: '', en: '' },
  mostFen: null,
  application: null,
  publishedAt: '2026-11-01T00:00:00.000Z',
  ...more,
})
const wanted = (query: string) => wantedOf(new URLSearchParams(query))
const ids = (matches: MatchDocument[]) => matches.map(({ id }) => id).join(' ')

it.each([
  ['研发', true],
  ['科技局 补助', true],
  ['ＹＡＮＦＡ', false],
  ['后补助办法', true],
  ['出口', false],
  ['科技局 出口', false],
])('looking for %s: %s', (q, is) => expect(speaksOf(match('a'), q)).toBe(is))
it('finds Latin letters in any width and case', () => expect(speaksOf(match('a', { title: 'ISO 认证补助' }), 'ｉｓｏ')).toBe(true))

it('takes what the full text found too, and leaves what the filters leave', () => {
  const all = [match('a'), match('b', { title: '出口奖励', policyTitle: '', summary: '', lane: 'window' }), match('c', { office: 'x' })]
  expect(ids(filtered(all, wanted('q=研发'), new Set(['b'])))).toBe('a b c')
  expect(ids(filtered(all, wanted('lane=window'), new Set()))).toBe('b')
  expect(ids(filtered(all, wanted('office=x&q=研发'), new Set(['b'])))).toBe('c')
})

it('puts corrections and what is begun first, what is closed last, and larger sums before smaller ones', () => {
  const all = [
    match('closed', { open: false, estimateFen: 900 }),
    match('small', { estimateFen: 100 }),
    match('large', { mostFen: 500 }),
    match('begun', { application: { id: 'x', status: 'draft' } }),
    match('asked', { application: { id: 'y', status: 'correcting' } }),
  ]
  expect(ids(sorted(all, 'fit'))).toBe('asked begun large small closed')
  expect(ids(sorted(all, 'amount'))).toBe('closed large small begun asked')
})

it('shows the first tab that has something, unless one was chosen', () => {
  const counts = counted([match('a', { standing: 'near' }), match('b', { standing: 'near' }), match('c', { standing: 'enjoyed' })])
  expect(counts).toEqual({ eligible: 0, near: 2, unverified: 0, enjoyed: 1, ineligible: 0 })
  expect(tabOf(wanted(''), counts)).toBe('near')
  expect(tabOf(wanted('tab=ineligible'), counts)).toBe('ineligible')
  expect(tabOf(wanted('tab=nonsense'), counts)).toBe('near')
})

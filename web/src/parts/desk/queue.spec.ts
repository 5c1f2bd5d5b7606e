import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { caseAddress, inBasket, type OpenBasket, queueAddress, queueOf, type View, viewOf } from './queue.ts'

const now = '2026-03-05T02:00:00.000Z'
const looking = { me: 'me', now }

const application = (id: string, over: Partial<ApplicationDocument>): ApplicationDocument => ({
  id, number: id, status: 'submitted', claimantId: null, policy: 'policy', itemId: 'award', itemTitle: '奖励',
  estimateFen: 100, pauses: [], submittedAt: '2026-03-02T01:00:00.000Z',
  promise: { days: 5, unit: 'working', dueDate: '2026-03-09', dueAt: '2026-03-09T09:30:00.000Z', estimated: false },
  dueAt: '2026-03-09T09:30:00.000Z', ...over,
}) as ApplicationDocument
const promised = (days: number) => ({ days, unit: 'working', dueDate: '', dueAt: '', estimated: false }) as const

const free = application('free', {})
const mine = application(
  'mine',
  {
    status: 'claimed', claimantId: 'me', promise: promised(20), dueAt: '2026-03-30T09:30:00.000Z', itemId: 'patents',
    submittedAt: '2026-03-04T01:00:00.000Z',
  },
)
const late = application(
  'late', { status: 'claimed', claimantId: 'you', promise: promised(2), dueAt: '2026-03-04T09:30:00.000Z', estimateFen: 900 },
)
const today = application('today', { promise: promised(3), dueAt: '2026-03-05T09:30:00.000Z', estimateFen: null })
const waiting = application(
  'waiting', { status: 'correcting', pauses: [{ from: '2026-03-03T01:00:00.000Z' }], dueAt: '9999-12-31T00:00:00.000Z' },
)
const back = application('back', { status: 'resubmitted', promise: promised(21), dueAt: '2026-03-31T09:30:00.000Z' })
const all = [waiting, mine, back, late, free, today]
const ids = (cases: readonly ApplicationDocument[]) => cases.map(({ id }) => id)

test.each<[OpenBasket, string[]]>([
  ['office', ['waiting', 'mine', 'back', 'late', 'free', 'today']], ['free', ['back', 'free', 'today']], ['mine', ['mine']],
  ['correction', ['waiting']], ['late', ['late', 'free', 'today']],
])('%s holds %j', (basket, expected) => expect(ids(inBasket(all, basket, looking))).toEqual(expected))

const view = (over: Partial<View>): View => ({ basket: 'office', item: null, stage: null, sort: 'left', q: '', case: null, ...over })

test.each<[string, Partial<View>, string[]]>([
  ['by time left, and who waits for the enterprise last', {}, ['late', 'today', 'free', 'mine', 'back', 'waiting']],
  ['newest first', { sort: 'newest' }, ['mine', 'back', 'free', 'late', 'today', 'waiting']],
  ['largest amount first, unknown ones last', { sort: 'amount' }, ['late', 'back', 'free', 'mine', 'waiting', 'today']],
  ['one item of one policy', { item: 'policy~patents' }, ['mine']],
  ['the same item of another policy is another item', { item: 'other~patents' }, []],
  ['one stage of a basket', { basket: 'free', stage: 'resubmitted' }, ['back']],
  ['what is done is no queue', { basket: 'done' }, []],
])('%s', (_, over, expected) => expect(ids(queueOf(all, view(over), looking))).toEqual(expected))

test.each<[Partial<View>, string]>([
  [{}, '/desk'], [{ basket: 'office', sort: 'left' }, '/desk'], [{ basket: 'mine', case: 'c-1' }, '/desk?basket=mine&case=c-1'],
  [{ item: 'policy~award', stage: 'claimed', sort: 'amount' }, '/desk?item=policy%7Eaward&stage=claimed&sort=amount'], [
    { q: '精密 机械' }, '/desk?q=%E7%B2%BE%E5%AF%86+%E6%9C%BA%E6%A2%B0',
  ],
])('%j stands in the address as %s, and is read back', (over, address) => {
  expect(queueAddress(view(over))).toBe(address)
  expect(viewOf(new URLSearchParams(address.split('?')[1]))).toEqual(view(over))
})

test('what stands in an address and means nothing is as usual', () => {
  expect(viewOf(new URLSearchParams('basket=everything&stage=approved&sort=colour'))).toEqual(view({}))
})

test('a case knows the queue that it was opened from, and not which row was chosen', () => {
  expect(caseAddress('a/b', view({ basket: 'mine', case: 'c-1' }))).toBe('/desk/cases/a%2Fb?basket=mine')
})

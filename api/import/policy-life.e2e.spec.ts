import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { AmendmentDocument, MatchDocument } from '@qinqing/domain/policy/match/contract'
import { documentOf, found, plainAnswers, plainItem, publish, settle, submitted, type Town, town, Visit } from '../spec.ts'

let it_: Town
let editor: Visit
let reviewer: Visit
beforeAll(async () => {
  it_ = await town()
  await it_.ask('office', 'a', 'EstablishOffice', { bureau: '示例局', name: '示例a', phone: '0772-1' })
  await settle(it_, 'editor', { posts: [{ office: 'a', roles: ['editor'] }] })
  await settle(it_, 'reviewer', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  editor = await new Visit(it_.url).signIn('editor')
  reviewer = await new Visit(it_.url).signIn('reviewer')
})
afterAll(() => it_.end())

const item = plainItem('a')
const stricter = { ...item, conditions: [{ ...item.conditions[0]!, value: 100 }], amount: { kind: 'fixed', money: { fen: 9_000_000, currency: 'CNY' } } } as const
const rowsOf = async <Doc>(visit: Visit, view: string) => ((await visit.get(`/api/views/${view}`)).body as { rows: { document: Doc }[] }).rows.map(({ document }) => document)
const approve = async (id: string) => {
  await reviewer.ask('application', id, 'ClaimCase', {})
  return reviewer.ask('application', id, 'ApproveApplication', { opinion: '材料齐全，同意' })
}

test('an amendment is told before it is made; what is under way stays on its version, and what begins after it does not', async () => {
  await publish(it_, 'amended', item)
  const { id, firm, who } = await submitted(it_, 'amended')
  expect(await editor.ask('policy', 'amended', 'PutItem', { item: stricter })).toMatchObject({ status: 200 })

  const told = await rowsOf<AmendmentDocument>(editor, 'amendment?policy=amended')
  expect(told.find(one => one.enterprise === firm)).toMatchObject({
    open: 1, changes: true, before: { standing: 'eligible', fen: 5_000_000 }, after: { standing: 'near', fen: 9_000_000 },
  })
  expect(await editor.ask('policy', 'amended', 'PublishPolicy', {})).toMatchObject({ status: 409, body: { code: 'policy/no-why' } })
  expect(await editor.ask('policy', 'amended', 'PublishPolicy', { why: '提高门槛，提高金额' })).toMatchObject({ status: 200 })

  const matches = await rowsOf<MatchDocument>(who, `matches?enterprise=${firm}`)
  expect(matches.find(one => one.policy === 'amended')).toMatchObject({ standing: 'near', amount: { zh: '9 万元' } })
  expect(await documentOf(who, 'policies', 'amended')).toMatchObject({ version: 2, history: [{ version: 2, why: '提高门槛，提高金额' }, { version: 1 }] })
  expect(await documentOf(who, 'policy-versions', 'amended~1')).toMatchObject({ items: [{ amount: { money: { fen: 5_000_000 } } }] })

  expect(await documentOf(who, 'applications', id)).toMatchObject({ version: 1, item: { conditions: [{ value: 10 }] } })
  expect(await approve(id)).toMatchObject({ status: 200 })
  expect((await documentOf(who, 'applications', id) as unknown as ApplicationDocument).decision).toMatchObject({ result: 'approved', fen: 5_000_000 })
})

test('retiring: what is open is decided by its version, a draft is not taken any more, matches forget it and the text stays', async () => {
  await publish(it_, 'next', item)
  await publish(it_, 'ending', item)
  const { id, firm, who } = await submitted(it_, 'ending')
  await found(it_, 'late', { employees: 86 })
  await settle(it_, 'agent.late', { enterprises: ['late'] })
  const late = await new Visit(it_.url).signIn('agent.late')
  await late.ask('application', 'late-draft', 'StartApplication', { policy: 'ending', item: 'item', enterprise: 'late' })
  await late.ask('application', 'late-draft', 'PatchAnswers', { patch: plainAnswers })
  const open = async (status: string) => (await editor.get(`/api/counts/policy-cases?where=${encodeURIComponent(JSON.stringify(['all', [['eq', 'policy', 'ending'], ['eq', 'status', status]]]))}`)).body.total
  expect([await open('open'), await open('draft')]).toEqual([1, 1])

  expect(await editor.ask('policy', 'ending', 'RetirePolicy', { reason: '到期退出', successor: 'nowhere' })).toMatchObject({ status: 409, body: { code: 'policy/no-successor' } })
  expect(await editor.ask('policy', 'ending', 'RetirePolicy', { reason: '到期退出', successor: 'next' })).toMatchObject({ status: 200 })

  expect(await late.ask('application', 'late-draft', 'SubmitApplication', {})).toMatchObject({ status: 409, body: { code: 'application/not-open' } })
  expect((await rowsOf<MatchDocument>(who, `matches?enterprise=${firm}`)).map(({ policy }) => policy)).not.toContain('ending')
  expect(await documentOf(who, 'policies', 'ending')).toMatchObject({ status: 'retired', retired: { reason: '到期退出', successor: { id: 'next', title: '示例政策 next' } } })
  expect(await documentOf(who, 'applications', id)).toMatchObject({ clauses: [{ ref: '第一条', text: '从业人数不低于 10 人' }] })
  expect(await approve(id)).toMatchObject({ status: 200 })
})

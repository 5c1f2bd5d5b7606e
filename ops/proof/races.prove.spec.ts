import { documentOf, found, plainItem, publish, settle, submitted, type Town, town, Visit } from '@qinqing/api/spec'
import { realWorld } from '@qinqing/api/kernel/world'
import { count } from './count.ts'

let it_: Town
let agent: Visit
let reviewer: Visit
let second: Visit

beforeAll(async () => {
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  for (const id of ['reviewer', 'second']) await settle(it_, id, { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  for (const id of ['x', 'y']) await found(it_, id, { employees: 86 })
  await settle(it_, 'agent', { enterprises: ['x', 'y'] })
  agent = await new Visit(it_.url).signIn('agent')
  reviewer = await new Visit(it_.url).signIn('reviewer')
  second = await new Visit(it_.url).signIn('second')
})
afterAll(() => it_.end())

test('one command fifty times at once has one effect and fifty equal receipts', async () => {
  const id = realWorld.ids.fresh()
  const commandId = realWorld.ids.fresh()
  const start = (enterprise: string) => agent.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise }, { commandId })
  const all = await Promise.all(Array.from({ length: 50 }, () => start('x')))
  expect(new Set(all.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
  expect(all[0]).toMatchObject({ status: 200 })
  expect(await it_.opened.running.kernel.log.read(`liuzhou.application-${id}`)).toHaveLength(1)
  expect(await start('y')).toMatchObject({ status: 422, body: { code: 'command-reused' } })
})

type Asking = () => ReturnType<Visit['ask']>

/** Both at once over HTTP, in either order: what the loser reads, and which one won. */
async function race(n: number, one: Asking, other: Asking) {
  const turned = n % 2 === 1
  const answers = await Promise.all(turned ? [other(), one()] : [one(), other()])
  const won = answers.findIndex(({ status }) => status === 200)
  return { statuses: answers.map(({ status }) => status).toSorted(), loser: answers[1 - won]?.body, won: (won === 0) !== turned ? 'one' : 'other' } as const
}

const happened = { ApproveApplication: 'ApplicationApproved', RefuseApplication: 'ApplicationRefused' } as const

const races = count(100, 1_000)
const patience = count(120_000, 1_800_000)

test(`two decide at once, ${races} times: exactly one wins, the other reads who, when and what`, async () => {
  const wins = { one: 0, other: 0 }
  for (let n = 0; n < races; n++) {
    const { id, revision } = await submitted(it_, 'jobs')
    // A refusal also gives a key back and so takes longer: in every other race both approve.
    const [type, data] = n % 4 < 2 ? ['RefuseApplication', { clause: '第一条', reason: '不符合政策要求' }] as const : ['ApproveApplication', { opinion: '我也同意' }] as const
    const { statuses, loser, won } = await race(
      n,
      () => reviewer.ask('application', id, 'ApproveApplication', { opinion: '同意' }, { basis: revision }),
      () => second.ask('application', id, type, data, { basis: revision }),
    )
    wins[won] += 1
    expect(statuses).toEqual([200, 409])
    expect(loser).toMatchObject({
      code: 'conflict',
      winner: { by: won === 'one' ? '示例reviewer' : '示例second', type: won === 'one' ? 'ApplicationApproved' : happened[type], at: expect.stringMatching(/^20/) },
    })
    expect(await documentOf(reviewer, 'applications', id)).toMatchObject({ status: won === 'one' || type === 'ApproveApplication' ? 'approved' : 'refused', decision: { by: won === 'one' ? '示例reviewer' : '示例second' } })
  }
  expect(Math.min(wins.one, wins.other)).toBeGreaterThan(0)
  process.stdout.write(`two decide at once: ${races} races, ${wins.one} to one and ${wins.other} to the other, each loser told\n`)
}, patience)

test(`approval meets withdrawal, ${races} times: exactly one wins`, async () => {
  for (let n = 0; n < races; n++) {
    const { id, who, revision } = await submitted(it_, 'jobs')
    const { statuses, loser, won } = await race(
      n,
      () => reviewer.ask('application', id, 'ApproveApplication', { opinion: '同意' }, { basis: revision }),
      () => who.ask('application', id, 'WithdrawApplication', { reason: '暂不申请了' }, { basis: revision }),
    )
    expect(statuses).toEqual([200, 409])
    expect(loser).toMatchObject({ code: 'conflict', winner: { type: won === 'one' ? 'ApplicationApproved' : 'ApplicationWithdrawn' } })
    expect(await documentOf(who, 'applications', id)).toMatchObject({ status: won === 'one' ? 'approved' : 'withdrawn' })
  }
}, patience)

import { count } from '../../ops/proof/count.ts'
import { realWorld } from '../kernel/world.ts'
import { found, plainItem, publish, settle, type Town, town, Visit } from '../spec.ts'

let it_: Town
let agent: Visit
let reviewer: Visit
let second: Visit
let enterprises = 0

const answers = {
  'contact.name': '示例联系人', 'contact.phone': '13800000000', 'payee.name': '柳州示例有限公司', 'payee.bank': '示例银行', 'payee.account': '6222020000000000008',
  'declaration.truth': true,
}

beforeAll(async () => {
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await settle(it_, 'reviewer', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  await settle(it_, 'second', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  await found(it_, 'x', { employees: 86 })
  await settle(it_, 'agent', { enterprises: ['x', 'y'] })
  agent = await new Visit(it_.url).signIn('agent')
  reviewer = await new Visit(it_.url).signIn('reviewer')
  second = await new Visit(it_.url).signIn('second')
})
afterAll(() => it_.end())

/** A fresh enterprise with an application that the office has got. */
async function submitted(): Promise<{ id: string; who: Visit; number: string; revision: number }> {
  const n = ++enterprises
  await found(it_, `firm${n}`, { employees: 86 })
  await settle(it_, `agent${n}`, { enterprises: [`firm${n}`] })
  const who = await new Visit(it_.url).signIn(`agent${n}`)
  const id = realWorld.ids.fresh()
  expect(await who.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise: `firm${n}` })).toMatchObject({ status: 200 })
  expect(await who.ask('application', id, 'PatchAnswers', { patch: answers })).toMatchObject({ status: 200 })
  const { status, body } = await who.ask('application', id, 'SubmitApplication', {})
  expect(status).toBe(200)
  const read = await who.get(`/api/documents/applications/${id}`)
  return { id, who, number: String((read.body as { row: { document: { number: string } } }).row.document.number), revision: Number(body.revision) }
}

const documentOf = async (visit: Visit, id: string) =>
  ((await visit.get(`/api/documents/applications/${id}`)).body as { row: { document: Record<string, unknown> } }).row.document

test('from a published policy to an approval, each seeing what is theirs', async () => {
  const { id, who, number } = await submitted()
  expect(number).toMatch(/^LZ-2\d{3}-\d{4}-\d{6}$/)
  expect(await documentOf(reviewer, id)).toMatchObject({ status: 'submitted', verdicts: [{ result: 'met' }], estimateFen: 5_000_000 })
  expect(await reviewer.ask('application', id, 'ClaimCase', {})).toMatchObject({ status: 200 })
  const asked = await reviewer.ask('application', id, 'RequestCorrection', { items: [{ id: 'a', field: 'payee.bank', text: '请写明支行' }], days: 5 })
  expect(asked.status).toBe(200)
  expect(await who.ask('application', id, 'AnswerCorrection', {})).toMatchObject({ status: 409, body: { code: 'application/unanswered' } })
  await who.ask('application', id, 'PatchAnswers', { patch: { 'payee.bank': '示例银行柳州支行' } })
  expect(await who.ask('application', id, 'AnswerCorrection', {})).toMatchObject({ status: 200 })
  expect(await reviewer.ask('application', id, 'ApproveApplication', { opinion: '材料齐全，同意' })).toMatchObject({ status: 200 })
  expect(await documentOf(who, id)).toMatchObject({ status: 'approved', decision: { result: 'approved', fen: 5_000_000, by: '示例reviewer' } })
  const view = await who.get(`/api/views/matches?enterprise=firm${enterprises}`)
  expect(view.body).toMatchObject({ rows: [{ document: { standing: 'enjoyed' } }] })
})

test('a refusal needs a clause', async () => {
  const { id } = await submitted()
  expect(await reviewer.ask('application', id, 'RefuseApplication', { clause: '第九十九条', reason: '不符合政策要求' }))
    .toMatchObject({ status: 409, body: { code: 'application/refusal-needs-clause' } })
  expect(await reviewer.ask('application', id, 'RefuseApplication', { clause: '第一条', reason: '不符合政策要求' })).toMatchObject({ status: 200 })
})

test('one command fifty times at once has one effect and fifty equal receipts', async () => {
  const id = realWorld.ids.fresh()
  const commandId = realWorld.ids.fresh()
  const all = await Promise.all(Array.from({ length: 50 }, () =>
    agent.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise: 'x' }, { commandId })))
  expect(new Set(all.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
  expect(all[0]!.status).toBe(200)
  expect(await it_.opened.running.kernel.log.read(`liuzhou.application-${id}`)).toHaveLength(1)
  expect(await agent.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise: 'y' }, { commandId })).toMatchObject({ status: 422 })
})

/** Both at once over HTTP: the one that wins, and what the other one reads. */
async function race(first: ReturnType<Visit['ask']>, other: ReturnType<Visit['ask']>) {
  const answers = await Promise.all([first, other])
  const statuses = answers.map(({ status }) => status).toSorted()
  return { statuses, loser: answers.find(({ status }) => status !== 200), won: answers.findIndex(({ status }) => status === 200) }
}

test('two decide at once: exactly one wins, the other reads who, when and what', async () => {
  const races = count(50, 500)
  let firsts = 0
  for (let n = 0; n < races; n++) {
    const { id, revision } = await submitted()
    const approve = () => reviewer.ask('application', id, 'ApproveApplication', { opinion: '同意' }, { basis: revision })
    const refuse = () => second.ask('application', id, 'RefuseApplication', { clause: '第一条', reason: '不符合政策要求' }, { basis: revision })
    const { statuses, loser, won } = n % 2 ? await race(approve(), refuse()) : await race(refuse(), approve())
    const approved = (won === 0) === Boolean(n % 2)
    firsts += won === 0 ? 1 : 0
    expect(statuses).toEqual([200, 409])
    expect(loser!.body).toMatchObject({
      code: 'conflict',
      winner: { by: approved ? '示例reviewer' : '示例second', type: approved ? 'ApplicationApproved' : 'ApplicationRefused', at: expect.stringMatching(/^20/) },
    })
    expect(await documentOf(reviewer, id)).toMatchObject({ status: approved ? 'approved' : 'refused' })
  }
  expect(firsts).toBeGreaterThan(0)
}, count(120_000, 1_800_000))

test('approval meets withdrawal: exactly one wins', async () => {
  for (let n = 0; n < count(50, 500); n++) {
    const { id, who, revision } = await submitted()
    const approve = () => reviewer.ask('application', id, 'ApproveApplication', { opinion: '同意' }, { basis: revision })
    const withdraw = () => who.ask('application', id, 'WithdrawApplication', { reason: '暂不申请了' }, { basis: revision })
    const { statuses, loser } = n % 2 ? await race(approve(), withdraw()) : await race(withdraw(), approve())
    expect(statuses).toEqual([200, 409])
    expect(loser!.body).toMatchObject({ code: 'conflict', winner: { type: expect.stringMatching(/^Application(Approved|Withdrawn)$/) } })
    expect(['approved', 'withdrawn']).toContain((await documentOf(who, id)).status)
  }
}, count(120_000, 1_800_000))

test('a file keeps its hash: a changed one is refused at reading', async () => {
  const id = realWorld.ids.fresh()
  await found(it_, 'y', { employees: 3 })
  await publish(it_, 'papers', plainItem('labour', { materials: [{ id: 'plan', name: '方案', required: true }] }))
  await agent.ask('application', id, 'StartApplication', { policy: 'papers', item: 'item', enterprise: 'y' })
  const pdf = new TextEncoder().encode('%PDF-1.4\n% an attachment\n')
  const sent = await agent.send('POST', `/api/applications/${id}/files`, pdf, { 'content-type': 'application/octet-stream' })
  expect(sent).toMatchObject({ status: 200, body: { type: 'application/pdf', size: pdf.length } })
  const file = { hash: String(sent.body.hash), name: '方案.pdf', size: pdf.length, type: 'application/pdf' }
  expect(await agent.ask('application', id, 'PatchAnswers', { patch: { 'material.plan': { ...file, hash: file.hash.replace(/^./, '0').replace(/.$/, '0') } } }))
    .toMatchObject({ status: 409, body: { code: 'file/not-uploaded' } })
  expect(await agent.ask('application', id, 'PatchAnswers', { patch: { 'material.plan': file } })).toMatchObject({ status: 200 })
  expect(await agent.get(`/api/applications/${id}/files/${file.hash}`)).toMatchObject({ status: 200 })
  expect(await reviewer.get(`/api/applications/${id}/files/${file.hash}`)).toMatchObject({ status: 404 })
  const { writeFile } = await import('node:fs/promises')
  await writeFile(`${it_.folder}/files/${id}/${file.hash}`, '%PDF-1.4\n% something else\n')
  const changed = await agent.get(`/api/applications/${id}/files/${file.hash}`)
  expect(changed).toMatchObject({ status: 409, body: { code: 'file/changed' } })
  expect((changed.body.detail as { zh: string }).zh).toContain('文件校验失败')
  const wrong = await agent.send('POST', `/api/applications/${id}/files`, new TextEncoder().encode('<svg onload=alert(1)>'), { 'content-type': 'application/octet-stream' })
  expect(wrong).toMatchObject({ status: 415, body: { code: 'file/kind' } })
})

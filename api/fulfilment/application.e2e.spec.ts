import { realWorld } from '../kernel/world.ts'
import { documentOf, found, plainItem, publish, settle, submitted, type Town, town, Visit } from '../spec.ts'

let it_: Town
let agent: Visit
let reviewer: Visit

beforeAll(async () => {
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await settle(it_, 'reviewer', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  await settle(it_, 'agent', { enterprises: ['y'] })
  agent = await new Visit(it_.url).signIn('agent')
  reviewer = await new Visit(it_.url).signIn('reviewer')
})
afterAll(() => it_.end())

test('from a published policy to an approval, each seeing what is theirs', async () => {
  const { id, who, firm } = await submitted(it_, 'jobs')
  expect((await documentOf(who, 'applications', id)).number).toMatch(/^LZ-2\d{3}-\d{4}-\d{6}$/)
  expect(await documentOf(reviewer, 'applications', id)).toMatchObject({ status: 'submitted', verdicts: [{ result: 'met' }], estimateFen: 5_000_000 })
  expect(await reviewer.ask('application', id, 'ClaimCase', {})).toMatchObject({ status: 200 })
  const asked = await reviewer.ask('application', id, 'RequestCorrection', { items: [{ id: 'a', field: 'payee.bank', text: '请写明支行' }], days: 5 })
  expect(asked.status).toBe(200)
  expect(await who.ask('application', id, 'AnswerCorrection', {})).toMatchObject({ status: 409, body: { code: 'application/unanswered' } })
  await who.ask('application', id, 'PatchAnswers', { patch: { 'payee.bank': '示例银行柳州支行' } })
  expect(await who.ask('application', id, 'AnswerCorrection', {})).toMatchObject({ status: 200 })
  expect(await reviewer.ask('application', id, 'ApproveApplication', { opinion: '材料齐全，同意' })).toMatchObject({ status: 200 })
  expect(await documentOf(who, 'applications', id)).toMatchObject({ status: 'approved', decision: { result: 'approved', fen: 5_000_000, by: '示例reviewer' } })
  const view = await who.get(`/api/views/matches?enterprise=${firm}`)
  expect(view.body).toMatchObject({ rows: [{ document: { standing: 'enjoyed' } }] })
})

test('a refusal needs a clause', async () => {
  const { id } = await submitted(it_, 'jobs')
  expect(await reviewer.ask('application', id, 'RefuseApplication', { clause: '第九十九条', reason: '不符合政策要求' }))
    .toMatchObject({ status: 409, body: { code: 'application/refusal-needs-clause' } })
  expect(await reviewer.ask('application', id, 'RefuseApplication', { clause: '第一条', reason: '不符合政策要求' })).toMatchObject({ status: 200 })
})

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

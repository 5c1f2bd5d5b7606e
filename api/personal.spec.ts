import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysOf } from './kernel/open.ts'
import { Journal } from './kernel/journal.ts'
import { realWorld } from './kernel/world.ts'
import { found, password, plainItem, publish, settle, type Town, town, Visit } from './spec.ts'

/** People's words and numbers, each where somebody types it. */
const planted = {
  personName: '示例欧阳明日香', phone: '13877123456', contactName: '示例司徒无双', contactPhone: '13977654321', account: '6217000000000000017', bank: '示例银行东环支行甲',
  username: 'ouyang.mingri', fact: '示例慕容法人', dispute: '我叫示例上官，这条不对', opinion: '示例诸葛同意，电话 13700001111', correction: '请示例东方补一张身份证', reply: '示例西门已补交',
  note: '示例南宫核对过', reason: '示例独孤撤回', draft: '示例令狐还没写完的话', suspension: '示例公孙离职了', fileName: '示例端木身份证.pdf',
}

let it_: Town
let disk: () => string

beforeAll(async () => {
  it_ = await town()
  disk = () => readdirSync(it_.folder).filter(name => name.startsWith('log.')).map(name => readFileSync(join(it_.folder, name)).toString('latin1')).join('\n')
})
afterAll(() => it_.end())

const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

test('what people are called and reached by stands nowhere in the log, its journal or the process log', async () => {
  const { ask } = it_
  await publish(it_, 'policy', plainItem('office', { materials: [{ id: 'card', name: '身份证', required: true }] }))
  await found(it_, 'x', { employees: 86, legalRepresentative: planted.fact })
  await settle(it_, 'reviewer', { posts: [{ office: 'office', roles: ['reviewer'] }] })
  await settle(it_, 'agent', { enterprises: ['x'] })
  await ask('person', 'planted', 'RegisterPerson', { username: planted.username, name: planted.personName, phone: planted.phone })
  await ask('person', 'planted', 'SuspendPerson', { reason: planted.suspension })
  const agent = await new Visit(it_.url).signIn('agent')
  const reviewer = await new Visit(it_.url).signIn('reviewer')
  const id = realWorld.ids.fresh()
  const ok = async (answer: Promise<{ status: number; body: unknown }>) => expect(await answer).toMatchObject({ status: 200 })

  await ok(agent.ask('dossier', 'x', 'DisputeFact', { predicate: 'employees', note: planted.dispute }))
  await ok(agent.ask('application', id, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' }))
  const pdf = new TextEncoder().encode('%PDF-1.4\n')
  const { body } = await agent.send('POST', `/api/applications/${id}/files`, pdf, { 'content-type': 'application/octet-stream' })
  await ok(agent.ask('application', id, 'PatchAnswers', { patch: {
    'contact.name': planted.contactName, 'contact.phone': planted.contactPhone, 'payee.name': '柳州示例x有限公司', 'payee.bank': planted.bank,
    'payee.account': planted.account, 'declaration.truth': true, 'material.card': { hash: body.hash, name: planted.fileName, size: pdf.length, type: 'application/pdf' },
  } }))
  await ok(agent.ask('application', id, 'SubmitApplication', {}))
  await ok(reviewer.ask('application', id, 'JudgeCondition', { condition: 'staff', result: 'met', note: planted.note }))
  await ok(reviewer.ask('application', id, 'RequestCorrection', { items: [{ id: 'a', field: 'material.card', text: planted.correction }], days: 5 }))
  await ok(agent.ask('application', id, 'PatchAnswers', { patch: {}, replies: { a: planted.reply } }))
  await ok(agent.ask('application', id, 'AnswerCorrection', {}))
  await ok(reviewer.ask('draft', `reviewer.${id}`, 'PatchDraft', { patch: { opinion: planted.draft } }))
  await ok(reviewer.ask('application', id, 'ApproveApplication', { opinion: planted.opinion }))
  const again = realWorld.ids.fresh()
  await publish(it_, 'second', plainItem('office'))
  await ok(agent.ask('application', again, 'StartApplication', { policy: 'second', item: 'item', enterprise: 'x' }))
  await ok(agent.ask('application', again, 'PatchAnswers', { patch: {
    'contact.name': planted.contactName, 'contact.phone': planted.contactPhone, 'payee.name': '柳州示例x有限公司', 'payee.bank': planted.bank, 'payee.account': planted.account, 'declaration.truth': true,
  } }))
  await ok(agent.ask('application', again, 'SubmitApplication', {}))
  await ok(agent.ask('application', again, 'WithdrawApplication', { reason: planted.reason }))
  await agent.send('POST', '/api/session', { username: planted.username, password: planted.phone })
  await agent.send('POST', `/api/ask/application/${id}/SubmitApplication`, { [planted.contactName]: planted.contactPhone })
  // A defect quotes what it stumbled over; the process log must not.
  new Journal({ write: line => { it_.journal.push(line) } }).defect(new TypeError(`cannot read ${planted.contactPhone} of ${planted.personName}`))

  const log = disk()
  const told = it_.journal.join('\n')
  expect(log.length).toBeGreaterThan(10_000)
  const leaks = Object.entries(planted).filter(([, text]) => log.includes(bytes(text)) || told.includes(text)).map(([name]) => name)
  expect(leaks).toEqual([])
  // The same look finds what is not personal: so it can find.
  expect(log).toContain(bytes('新增就业岗位补贴'))
  for (const secret of [password, agent.cookies.split('.')[1]!]) expect(log + told).not.toContain(secret)
})

test('who reads with the keys reads all of it', async () => {
  const kernel = it_.opened.running.kernel
  const { events } = await kernel.log.page({ after: 0, limit: 10_000 })
  const text = JSON.stringify(events)
  expect(Object.entries(planted).filter(([, words]) => !text.includes(words)).map(([name]) => name)).toEqual([])
  expect(readFileSync(keysOf(it_.folder), 'utf8').split('\n').length).toBeGreaterThan(4)
})

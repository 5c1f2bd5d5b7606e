import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysOf } from './kernel/open.ts'
import { Journal } from './kernel/journal.ts'
import { realWorld } from './kernel/world.ts'
import { backup } from './operator/backup.ts'
import { found, password, plainItem, publish, settle, type Town, town, Visit } from './spec.ts'

/** People's words and numbers, each where somebody types it. */
const planted = {
  personName: '示例欧阳明日香', phone: '13877123456', contactName: '示例司徒无双', contactPhone: '13977654321', account: '6217000000000000017', bank: '示例银行东环支行甲',
  username: 'ouyang.mingri', fact: '示例慕容法人', dispute: '我叫示例上官，这条不对', opinion: '示例诸葛同意，电话 13700001111', correction: '请示例东方补一张身份证', reply: '示例西门已补交',
  note: '示例南宫核对过', reason: '示例独孤撤回', draft: '示例令狐还没写完的话', suspension: '示例公孙离职了', fileName: '示例端木身份证.pdf',
  ownPhone: '13611112222', invitee: '示例夏侯惇', acceptedName: '示例尉迟敬', acceptedUser: 'yuchi.jing', acceptedPhone: '13533334444', browser: '示例浏览器 赫连的电脑',
  internal: '示例皇甫内部备注', handing: '示例濮阳请假，转交', returning: '示例淳于退回', filter: '示例单于的筛选', receivedName: '示例接手人',
}

let it_: Town
let disk: () => string

beforeAll(async () => {
  // Also what is written down of every request.
  process.env['QQ_LOG_LEVEL'] = 'info'
  it_ = await town()
  disk = () => readdirSync(it_.folder).filter(name => name.startsWith('log.')).map(name => readFileSync(join(it_.folder, name)).toString('latin1')).join('\n')
})
afterAll(async () => {
  delete process.env['QQ_LOG_LEVEL']
  await it_.end()
})

/** All bytes below a folder. */
const allOf = (folder: string): string => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(one => one.isFile()).map(one => one.name + readFileSync(join(one.parentPath, one.name)).toString('latin1')).join('\n')

const chosen = 'a password that was chosen'

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
  await ok(reviewer.ask('application', id, 'AddNote', { text: planted.internal }))
  await it_.ask('person', 'received', 'RegisterPerson', { username: 'received', name: planted.receivedName })
  await it_.ask('person', 'received', 'GivePost', { office: 'office', officeName: '示例office', title: '审核', roles: ['reviewer'] })
  await ok(reviewer.ask('application', id, 'ClaimCase', {}))
  await ok(reviewer.ask('application', id, 'HandOverCase', { to: 'received', reason: planted.handing }))
  await settle(it_, 'head', { posts: [{ office: 'office', roles: ['lead', 'admin'] }] })
  const head = await new Visit(it_.url).signIn('head')
  await ok(head.ask('application', id, 'ReturnCase', { to: 'pool', reason: planted.returning }))
  await ok(reviewer.ask('draft', 'reviewer.filter', 'PatchDraft', { patch: { name: planted.filter } }))
  await ok(reviewer.ask('person', 'reviewer', 'RevisePhone', { phone: planted.ownPhone }))
  await it_.ask('office', 'office', 'EstablishOffice', { bureau: '示例局', name: '示例office', phone: '0772-1' })
  const secret = 'the secret of a link'
  await ok(head.ask('invitation', 'invited', 'InviteOfficial', {
    invitee: planted.invitee, days: 7, office: 'office', title: '审核', roles: ['reviewer'], secretHash: createHash('sha256').update(secret).digest('hex'),
  }))
  await ok(new Visit(it_.url).send('POST', '/api/invitations/accept', {
    link: `invited.${secret}`, username: planted.acceptedUser, name: planted.acceptedName, phone: planted.acceptedPhone, password: chosen,
  }, { 'user-agent': encodeURIComponent(planted.browser) }))
  const given = await head.send('POST', '/api/people/received/password')
  await agent.get(`/api/rows/applications?text=${encodeURIComponent(planted.contactName)}`)
  await head.send('POST', '/api/exports/people', { text: planted.personName })
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
  const journal = new Journal({ write: line => { it_.journal.push(line) } })
  journal.defect(new TypeError(`cannot read ${planted.contactPhone} of ${planted.personName}`))
  journal.defect(new TypeError(`cannot read what somebody wrote:\n    at ${planted.contactName} (${planted.contactPhone}:1:1)\n`))

  await backup(it_.folder, join(it_.folder, '../backup'), '2026-01-01T00:00:00.000Z')
  const log = disk()
  const told = [...it_.journal, String((await agent.get('/metrics')).body), JSON.stringify((await agent.get('/health')).body)].join('\n')
  const kept = allOf(join(it_.folder, '../backup')) + allOf(join(it_.folder, 'files/.uploads'))
  expect(log.length).toBeGreaterThan(10_000)
  const leaks = Object.entries(planted).filter(([, text]) => [bytes(text), bytes(encodeURIComponent(text)), bytes(JSON.stringify(text).slice(1, -1))].some(one => log.includes(one) || bytes(told).includes(one) || kept.includes(one))).map(([name]) => name)
  expect(leaks).toEqual([])
  // The same look finds what is not personal: so it can find.
  expect(log).toContain(bytes('新增就业岗位补贴'))
  expect(kept).toContain(bytes('新增就业岗位补贴'))
  expect(told).toContain('POST /api/exports/:list')
  for (const one of [password, chosen, String(given.body.password), secret, agent.cookies.split('.')[1]!]) expect(log + told + kept).not.toContain(one)
})

test('who reads with the keys reads all of it', async () => {
  const kernel = it_.opened.running.kernel
  const { events } = await kernel.log.page({ after: 0, limit: 10_000 })
  const text = JSON.stringify(events)
  expect(Object.entries(planted).filter(([, words]) => !text.includes(words) && !text.includes(encodeURIComponent(words))).map(([name]) => name)).toEqual([])
  expect(readFileSync(keysOf(it_.folder), 'utf8').split('\n').length).toBeGreaterThan(4)
})

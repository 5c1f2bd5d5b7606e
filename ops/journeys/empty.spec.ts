import { creditCodeFor } from '@qinqing/domain/language/credit-code'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { openCity, type Person, phone } from './city.ts'
import { misfits, shutsOut } from './measures.ts'
import { settled } from './pages.ts'

const city = openCity('--empty')
const password = '一句自己记得住的话，够长了'

/** What a new city shows to each of its first people, before anything has happened. */
const sides = [
  ['/admin', '/admin?view=people', '/admin?view=invitations', '/admin?view=offices', '/admin/system', '/admin/notices', '/admin/account'],
  ['/desk', '/desk?basket=done', '/desk/policies', '/desk/import', '/desk/notices', '/desk/account'],
  ['/', '/policies', '/applications', '/notices', '/account'],
] as const

async function asks({ context }: Person, aggregate: string, id: string, type: string, data: object): Promise<void> {
  const answer = await context.request.post(`/api/ask/${aggregate}/${id}/${type}`, { data: { commandId: randomUUID(), data } })
  if (!answer.ok()) throw new Error(`${type}: ${await answer.text()}`)
}

/** Answers what the link of the invitation ends with. */
async function invites(admin: Person, type: string, data: object): Promise<string> {
  const [id, secret] = [randomUUID(), randomBytes(32).toString('base64url')]
  await asks(admin, 'invitation', id, type, { ...data, invitee: '', days: 1, secretHash: createHash('sha256').update(secret).digest('hex') })
  return `${id}.${secret}`
}

/** Comes in by a link, after having looked at the page that it leads to. */
async function comes(address: string, username: string, more: object = {}): Promise<{ person: Person; found: string[] }> {
  const person = await city.visitor()
  await person.page.goto(address)
  await person.page.getByLabel('用户名', { exact: true }).waitFor()
  const found = await look(person, address.split('#')[0]!)
  const answer = await person.context.request.post('/api/invitations/accept', { data: { link: address.split('#')[1], username, name: `${username}示例`, password, ...more } })
  if (!answer.ok()) throw new Error(`${username}: ${await answer.text()}`)
  return { person, found }
}

async function look({ page }: Person, name: string): Promise<string[]> {
  await settled(page)
  const found = await shutsOut(page, name)
  await page.setViewportSize(phone)
  found.push(...await misfits(page, name, { thumb: true }))
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

city.journey('the pages of a city in which nothing has happened yet shut nobody out, and fit a phone', async () => {
  const begin = /http:\/\/\S+\/begin#\S+/.exec(city.printed)![0]
  const admin = await comes(begin, 'guan', { office: { bureau: '示例市政务服务局', name: '综合科', phone: '0772-2800100' } })
  const { person } = await (await admin.person.context.request.get('/api/session')).json() as { person: { posts: { office: string }[] } }
  const firm = randomUUID()
  await asks(admin.person, 'enterprise', firm, 'RegisterEnterprise', { name: '柳州示例起步有限公司', creditCode: creditCodeFor('91450200MA5XHXLX0') })
  const toOffice = await invites(admin.person, 'InviteOfficial', { office: person.posts[0]!.office, title: '审核', roles: ['reviewer', 'editor'] })
  const toFirm = await invites(admin.person, 'InviteAgent', { enterprise: firm, capacity: 'agent' })
  const [official, agent] = [await comes(`${city.url}/invited#${toOffice}`, 'shen'), await comes(`${city.url}/invited#${toFirm}`, 'qiye')]
  const found = [admin, official, agent].flatMap(one => one.found)
  for (const [at, { person: who }] of [admin, official, agent].entries()) for (const address of sides[at]!) {
    await who.page.goto(address)
    found.push(...await look(who, address))
  }
  expect(found).toEqual([])
})

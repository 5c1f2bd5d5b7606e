import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { realWorld } from '../kernel/world.ts'
import { found, plainItem, publish, settle, type Town, town, Visit } from '../spec.ts'

let city: Town
let agent: Visit
let stranger: Visit
let draft: string

beforeAll(async () => {
  city = await town()
  await city.ask('office', 'a', 'EstablishOffice', { bureau: '示例局', name: '示例a', phone: '0772-1' })
  await publish(city, 'policy', plainItem('a', { materials: [{ id: 'proof', name: '登记证明', required: true }] }))
  for (const [who, firm] of [['agentx', 'x'], ['agenty', 'y']] as const) {
    await found(city, firm, { employees: 86 })
    await settle(city, who, { enterprises: [firm] })
  }
  agent = await new Visit(city.url).signIn('agentx')
  stranger = await new Visit(city.url).signIn('agenty')
  draft = realWorld.ids.fresh()
  await agent.ask('application', draft, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
})
afterAll(() => city.end())

const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_000_000, '示例材料')])
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<script>alert(1)</script>')])
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

const tus = { 'tus-resumable': '1.0.0' }
const base64 = (text: string) => Buffer.from(text).toString('base64')

const begin = (who: Visit, length: number, more: Record<string, string> = {}) =>
  who.send('POST', `/api/applications/${draft}/uploads`, undefined, { ...tus, 'upload-length': String(length), ...more })
const patch = (who: Visit, address: string, offset: number, content: Uint8Array) =>
  who.send('PATCH', address, content, { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' })
const look = (who: Visit, address: string) => who.send('HEAD', address, undefined, tus)

/** Sends the beginning of a piece and hangs up. */
const broken = (address: string, content: Uint8Array) => new Promise<void>(resolve => {
  const { hostname, port } = new URL(city.url)
  const headers = { origin: city.url, cookie: agent.cookies, ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': paper.length }
  const sent = request({ agent: false, hostname, port, method: 'PATCH', path: address, headers })
  sent.on('error', () => resolve())
  sent.write(content, () => setImmediate(() => sent.destroy()))
})

test('an upload that breaks off goes on where it stopped, also in a server that was started again', async () => {
  const begun = await begin(agent, paper.length, { 'upload-metadata': `filename ${base64('示例.pdf')},sha256 ${base64(hashOf(paper))}` })
  expect(begun.status).toBe(201)
  const address = begun.headers.get('location')!
  await broken(address, paper.subarray(0, 500_000))
  const offset = Number((await look(agent, address)).headers.get('upload-offset'))
  expect(offset).toBeLessThan(paper.length)
  await city.stop()
  city = await town({ folder: city.folder })
  for (const visit of [agent, stranger]) Object.assign(visit, { url: city.url })
  const again = await look(agent, address)
  expect(Object.fromEntries(['tus-resumable', 'upload-offset', 'upload-length', 'cache-control'].map(name => [name, again.headers.get(name)])))
    .toEqual({ 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'upload-length': String(paper.length), 'cache-control': 'no-store' })
  const done = await patch(agent, address, offset, paper.subarray(offset))
  expect(done.status).toBe(204)
  expect([done.headers.get('x-file-hash'), done.headers.get('x-file-type')]).toEqual([hashOf(paper), 'application/pdf'])
  expect(city.journal).toEqual([])
})

test('it is the enterprise\'s alone, and of this application', async () => {
  const address = (await begin(agent, 100)).headers.get('location')!
  expect((await begin(stranger, 100)).status).toBe(404)
  expect((await look(stranger, address)).status).toBe(404)
  expect((await patch(stranger, address, 0, paper.subarray(0, 100))).status).toBe(404)
  expect((await stranger.send('DELETE', address, undefined, tus)).status).toBe(404)
  expect((await agent.send('DELETE', address, undefined, tus)).status).toBe(204)
  expect((await look(agent, address)).status).toBe(404)
})

test('what does not fit is refused in words', async () => {
  const address = (await begin(agent, 100)).headers.get('location')!
  const coded = async (answer: ReturnType<Visit['send']>) => {
    const { status, body } = await answer
    return [status, body.code]
  }
  expect(await coded(begin(agent, 0))).toEqual([400, 'file/empty'])
  expect(await coded(begin(agent, 20 * 1024 * 1024 + 1))).toEqual([413, 'file/too-large'])
  expect(await coded(begin(agent, 5, { 'upload-length': 'five' }))).toEqual([400, 'malformed'])
  expect(await coded(begin(agent, 5, { 'upload-metadata': `sha256 ${base64('nothing')}` }))).toEqual([400, 'malformed'])
  expect(await coded(begin(agent, 5, { 'tus-resumable': '0.2.2' }))).toEqual([412, 'tus-version'])
  expect(await coded(begin(agent, 5, { origin: 'http://evil.example' }))).toEqual([403, 'foreign-origin'])
  expect(await coded(patch(agent, address, 1, paper.subarray(1, 100)))).toEqual([409, 'file/offset'])
  expect(await coded(agent.send('PATCH', address, {}, { ...tus, 'upload-offset': '0' }))).toEqual([415, 'file/no-file'])
  expect(await coded(patch(agent, address, 0, Buffer.from('<svg onload=alert(1)>')))).toEqual([415, 'file/kind'])
})

/** Puts an uploaded file into the answers under a name. */
const answered = async (content: Uint8Array, name: string) => {
  const { body } = await agent.send('POST', `/api/applications/${draft}/files`, content, { 'content-type': 'application/octet-stream' })
  const field = 'material.proof'
  expect(await agent.ask('application', draft, 'PatchAnswers', { patch: { [field]: { ...body, name } } })).toMatchObject({ status: 200 })
  return agent.get(`/api/applications/${draft}/files/${String(body.hash)}`)
}

test('whatever hides in a picture, it is given as a picture that nothing can run in', async () => {
  const { status, headers } = await answered(png, '<script>.png')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('image/png')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(headers.get('content-security-policy')).not.toMatch(/allow-scripts|script-src|unsafe-eval/)
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test.each([
  ['two hundred Chinese letters', '示'.repeat(196) + '.pdf', encodeURIComponent('示'.repeat(196) + '.pdf')],
  ['a way to another folder', '../../etc/passwd', '.._.._etc_passwd'],
  ['letters that turn the rest around', '合同\u202egpj.exe', encodeURIComponent('合同_gpj.exe')],
  ['line breaks', 'a\r\nset-cookie: b.pdf', 'a__set-cookie%3A%20b.pdf'],
])('a name of %s is said plainly', async (_, name, said) => {
  const { headers } = await answered(paper, name)
  expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${said}`)
})

import { realWorld } from './kernel/world.ts'
import { bounds } from './kernel/bounds.ts'
import { found, plainItem, publish, settle, type Town, town, until, Visit } from './spec.ts'
import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'

let city: Town
let agent: Visit
let draft: string

beforeAll(async () => {
  city = await town()
  await publish(city, 'policy', plainItem('a'))
  await found(city, 'x', { employees: 86 })
  await settle(city, 'agent', { enterprises: ['x'] })
  await settle(city, 'official', { posts: [{ office: 'a', roles: ['reviewer', 'lead', 'editor', 'admin'] }] })
  agent = await new Visit(city.url).signIn('agent')
  draft = realWorld.ids.fresh()
  await agent.ask('application', draft, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
})
afterAll(() => city.end())

interface Said { status: number; type: string; body: string; allow: string | undefined }

/** As it is written, without what a browser would mend. */
const say = (method: string, path: string, body: string | Buffer = '', headers: Record<string, string> = {}) => new Promise<Said>((resolve, reject) => {
  const { hostname, port } = new URL(city.url)
  const sent = request({ agent: false, hostname, port, method, path, headers: { origin: city.url, cookie: agent.cookies, 'content-length': Buffer.byteLength(body), ...body ? { 'content-type': 'application/json' } : {}, ...headers } }, answer => {
    let said = ''
    answer.setEncoding('utf8').on('data', (more: string) => { said += more })
    answer.on('end', () => resolve({ status: answer.statusCode!, type: String(answer.headers['content-type']), body: said, allow: answer.headers.allow }))
  })
  sent.on('error', reject)
  sent.end(body)
})

/** What is wrong with a refusal: nothing, when it is a problem document in both languages and not our fault. */
function faultOf({ status, type, body }: Said): string | null {
  if (status < 400 || status >= 500) return `status ${status}`
  if (!type.startsWith('application/problem+json')) return `type ${type}`
  const { detail, code } = JSON.parse(body) as { detail?: { zh?: string; en?: string }; code?: string }
  return code && detail?.zh && detail.en ? null : body
}

const faults = async (asked: readonly (readonly [string, Promise<Said>])[]) =>
  (await Promise.all(asked.map(async ([name, said]) => [name.slice(0, 80), faultOf(await said)] as const))).filter(([, fault]) => fault !== null)

const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '%00', '%ED%A0%80', '%ff', 'a'.repeat(5_000), '..%2f..%2fetc', '..', '%F0%9F%98%80', '%20', '*', '%2e%2e%2f']
const nothing = JSON.stringify({ commandId: '018f0000-0000-7000-8000-000000000001', data: {} })

test.each(names)('%s names nothing that could be asked or read', async name => {
  const asked = [
    ...[`${name}/x/StartApplication`, `application/${name}/PatchAnswers`, `application/x/${name}`].map(path => [path, say('POST', `/api/ask/${path}`, nothing)] as const),
    ...[
      `documents/${name}/x`, `documents/applications/${name}`, `rows/${name}`, `counts/${name}`, `views/${name}`, `applications/${draft}/files/${name}`, name, `rows/applications?${name}=1`,
      `views/matches?${name}=1`, `rows/applications?sort=[["${name}","asc"]]`, `rows/applications?where=["eq","${name}",1]`, `documents/${name}/x?atLeast=999999`,
    ].map(path => [path, say('GET', `/api/${path}`)] as const),
    [`upload ${name}`, say('POST', `/api/applications/${name}/files`, '%PDF-', { 'content-type': 'application/octet-stream' })] as const,
  ]
  expect(await faults(asked)).toEqual([])
})

const id = '"commandId":"018f0000-0000-7000-8000-000000000001"'
const bodies: Record<string, string | Buffer> = {
  'nothing': '', 'a nul': '\0', 'null': 'null', 'a list': '[]', 'a text': '"x"', 'a number': '1', 'half of it': '{"a":',
  '10,000 lists': '['.repeat(10_000) + ']'.repeat(10_000), '10,000 objects': `${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'a prototype': `{${id},"data":{"__proto__":{"x":1}}}`, 'a constructor': `{${id},"data":{"constructor":{"prototype":{"x":1}}}}`,
  'half a character': `{${id},"data":{"policy":"\\ud800","item":"item","enterprise":"x"}}`, 'half a character in a name': `{${id},"data":{"\\udc00":"x"}}`,
  'half a character as bytes': Buffer.concat([Buffer.from(`{${id},"data":{"policy":"`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('","item":"item","enterprise":"x"}}')]),
  'a nul in a text': `{${id},"data":{"policy":"a\\u0000b","item":"item","enterprise":"x"}}`,
  'a text of 300,000 characters': `{${id},"data":{"policy":"${'长'.repeat(300_000)}","item":"item","enterprise":"x"}}`, 'more than the bound': `{"a":"${'x'.repeat(bounds.bodyBytes)}"}`,
  'a revision beyond 2^53': `{${id},"basis":9007199254740993,"data":{}}`, 'an infinite revision': `{${id},"basis":1e400,"data":{}}`, 'half a revision': `{${id},"basis":0.5,"data":{}}`,
  'one field too many': `{${id},"data":{},"x":1}`, 'no id of a command': '{"commandId":"x","data":{}}',
  '50,000 fields': JSON.stringify({ data: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 1])) }), '500,000 values': `{"data":{"a":[${'1,'.repeat(500_000)}1]}}`,
}

test.each(Object.entries(bodies))('a body that is %s is refused and leaves nothing', async (_, body) => {
  const before = await city.opened.running.kernel.log.head()
  expect(faultOf(await say('POST', `/api/ask/application/${realWorld.ids.fresh()}/StartApplication`, body, { 'content-type': 'application/json' }))).toBeNull()
  expect(faultOf(await say('POST', '/api/session', body, { 'content-type': 'application/json', cookie: '' }))).toBeNull()
  expect(await city.opened.running.kernel.log.head()).toBe(before)
})

test('many values cost nobody else anything', async () => {
  const from = performance.now()
  await Promise.all(Array.from({ length: 20 }, () => say('POST', '/api/session', String(bodies['500,000 values']))))
  expect(performance.now() - from).toBeLessThan(4_000)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', '', ',,,', 'application/problem+json'])('a body of the kind "%s" is not taken', async type => {
  expect(await say('POST', `/api/ask/application/${draft}/PatchAnswers`, nothing, { 'content-type': type })).toMatchObject({ status: 415 })
})

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const deep = (levels: number): unknown => (levels ? ['not', deep(levels - 1)] : ['always'])
const refusedQueries = [
  'limit=1&limit=2', 'where=["always"]&where=["always"]', 'sort=[]&sort=[]', 'text=a&text=b', 'limit=0', 'limit=-1', 'limit=9007199254740993', 'limit=NaN', 'limit=', 'limit[]=1', 'foo=1',
  `where=${json(deep(10))}`, `where=${json(['all', Array.from({ length: 41 }, () => ['always'])])}`, `where=${json(['eq', 'answers.x', 1])}`, `where=${json(['constructor', 1, 2])}`, 'where={', 'where={}',
  `where=${json(['in', 'status', Array.from({ length: 201 }, () => 'x')])}`, 'where=["eq","status",1e400]', `where=${json(['eq', 'status', {}])}`, 'where=["eq","status","%5Cud800"]', `where=${'x'.repeat(9_000)}`,
  `sort=${json([['answers', 'asc']])}`, 'sort={}', `sort=${json([1, 2, 3, 4].map(() => ['status', 'asc']))}`,
  `after=${json(['a', 'b'])}`, `after=${json([5])}`, `after=${json([null])}`, `after=${json([true])}`, `after=${json([])}`, `after=${json([{}])}`, `text=a&after=${json([5])}`,
  `sort=${json([['status', 'asc']])}&after=${json(['x'])}`, `sort=${json([['status', 'asc']])}&after=${json([5, 5])}`,
  `text=${'x'.repeat(300)}`, 'atLeast=99999999999999999999', 'atLeast=-1', 'atLeast=x', 'atLeast=Infinity', `where=${'x'.repeat(20_000)}`,
].map(query => query.replaceAll('"', '%22').replaceAll('{', '%7B').replaceAll('}', '%7D'))

test.each(refusedQueries)('a list that is asked for with %.60s is refused', async query => {
  expect(await faults([['rows', say('GET', `/api/rows/applications?${query}`)]])).toEqual([])
})

test.each(['limit=0x10', 'text=%00', 'text=%ED%A0%80', `text=${encodeURIComponent('"\'*)(AND OR NEAR ^a {x}:y')}`, 'text=----', `where=${json(['gt', 'status', 2 ** 53])}`, `where=${json(['eq', 'status', 'a\0b'])}`, `after=${json(['a\0b'])}`])(
  'a list that is asked for with %.60s is answered', async query => {
    expect(await say('GET', `/api/rows/applications?${query}`)).toMatchObject({ status: 200 })
  })

test('what is not there is not there, and what takes other methods says which', async () => {
  expect(await say('GET', '/api/nothing')).toMatchObject({ status: 404, type: expect.stringContaining('problem+json') })
  expect(await say('PUT', '/api/session', '{}')).toMatchObject({ status: 405, allow: 'GET, HEAD, POST, DELETE' })
  expect(await say('OPTIONS', '/api/rows/applications')).toMatchObject({ status: 405, allow: 'GET, HEAD' })
  expect(faultOf(await say('GET', '/api/ask/application/x/PatchAnswers'))).toBeNull()
})

/** Bytes as they come over the wire, until the other side has had enough. */
const wire = (bytes: string) => new Promise<string>(resolve => {
  let said = ''
  const socket = connect(city.served.port, '127.0.0.1', () => socket.write(bytes))
  socket.setEncoding('utf8').on('data', (more: string) => { said += more })
  socket.on('error', () => socket.destroy()).on('close', () => resolve(said))
})

test.each([
  ['no HTTP', 'GARBAGE\r\n\r\n', 400],
  ['two lengths', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['a broken chunk', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n', 400],
  ['headers without end', `GET /api/session HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is answered and hung up on', async (_, bytes, status) => {
  const said = await wire(bytes)
  expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(faultOf({ status, type: 'application/problem+json', body: said.split('\r\n\r\n')[1]!, allow: undefined })).toBeNull()
})

describe('uploads', () => {
  const path = () => `/api/applications/${draft}/files`
  const octets = { 'content-type': 'application/octet-stream' }
  const kept = () => [join(city.folder, 'files', draft), join(city.folder, 'files/.parts')].flatMap(folder => (existsSync(folder) ? readdirSync(folder) : []))
  const coded = async (said: Promise<Said>) => (JSON.parse((await said).body) as { code?: string }).code

  test('nothing, no file, the wrong kind and what is too large are refused and leave nothing', async () => {
    expect(await coded(say('POST', path(), '', octets))).toBe('file/empty')
    expect(await coded(say('POST', path(), '{}'))).toBe('file/no-file')
    expect(await coded(say('POST', path()))).toBe('file/no-file')
    expect(await coded(say('POST', path(), '<svg onload=alert(1)>', octets))).toBe('file/kind')
    expect(await coded(say('POST', path(), Buffer.alloc(bounds.uploadBytes + 1, '%PDF'), octets))).toBe('file/too-large')
    expect(kept()).toEqual([])
  })

  test('one that breaks off leaves nothing, and is nobody\'s fault', async () => {
    const { hostname, port } = new URL(city.url)
    const sent = request({ hostname, port, method: 'POST', path: path(), headers: { origin: city.url, cookie: agent.cookies, ...octets } })
    sent.on('error', () => undefined)
    sent.write(`%PDF${'x'.repeat(100_000)}`)
    await until(() => kept().length === 1)
    sent.destroy()
    await until(() => kept().length === 0)
    expect(city.journal).toEqual([])
  })

  test('one of exactly the bound is kept; another one\'s application takes none', async () => {
    expect(await say('POST', path(), Buffer.alloc(bounds.uploadBytes, '%PDF'), octets)).toMatchObject({ status: 200 })
    expect(kept()).toHaveLength(1)
    const official = await new Visit(city.url).signIn('official')
    expect(await say('POST', path(), '%PDF-', { ...octets, cookie: official.cookies })).toMatchObject({ status: 404 })
  })

  test('an application has only so many', async () => {
    const answers = []
    for (let n = 0; n < bounds.filesOfOne; n++) answers.push(await coded(say('POST', path(), `%PDF-${n}`, octets)))
    expect(answers.at(-1)).toBe('file/too-many')
    expect(kept()).toHaveLength(bounds.filesOfOne)
  })
})

test('after all of this nobody is at fault, and everybody is served', async () => {
  expect(city.journal).toEqual([])
  expect(await agent.get(`/api/documents/applications/${draft}`)).toMatchObject({ status: 200 })
})

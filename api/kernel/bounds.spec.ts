import { SqliteEventStore } from '@qinqing/domain/store/sqlite'
import { event, fresh } from '@qinqing/domain/store/sample.conformance'
import { Reader } from '@qinqing/projections/kernel/reader'
import type { LiveTransport } from '@qinqing/realtime/client'
import type { Problem } from '@qinqing/realtime/contract'
import { Written } from '@qinqing/realtime/encoding'
import { allTasks, City } from '@qinqing/realtime/spec'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { found, plainItem, publish, settle, type Town, town, Visit } from '../spec.ts'
import { bounds, everyBound } from './bounds.ts'
import { problemOf } from './problem.ts'

let city: Town
let agent: Visit
/** Begun first, since it takes as long as the bound says. */
let late: Promise<Said>
let viewer: Parameters<Reader['view']>[2]
const draft = 'the-draft'
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  city = await town()
  await publish(city, 'policy', plainItem('a'))
  await found(city, 'x', { employees: 86 })
  await settle(city, 'agent', { enterprises: ['x'] })
  agent = await new Visit(city.url).signIn('agent')
  await agent.ask('application', draft, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
  late = read('/api/documents/items/x?atLeast=999999')
  viewer = ((await agent.get('/api/session')).body as { viewer: typeof viewer }).viewer
})
afterEach(async () => { for (const one of opened.splice(0)) await one.close() })
afterAll(() => city.end())

type Said = Problem & { retryAfter?: number }

/** Says something on the wire that a browser would not. */
const say = (path: string, body: string, headers: Record<string, string | number> = {}) => new Promise<Said>((resolve, reject) => {
  const { hostname, port } = new URL(city.url)
  const sent = request({ agent: false, hostname, port, path, method: 'POST', headers: { origin: city.url, cookie: agent.cookies, 'content-type': 'application/json', ...headers } }, answer => {
    let said = ''
    answer.setEncoding('utf8').on('data', (more: string) => { said += more })
    answer.on('end', () => resolve((said ? JSON.parse(said) : {}) as Said))
  })
  sent.on('error', reject)
  sent.end(body)
})
const read = async (path: string) => (await agent.get(path)).body as unknown as Said
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const nested = (levels: number): unknown => (levels ? ['not', nested(levels - 1)] : ['always'])
const upload = { 'content-type': 'application/octet-stream' }

async function live(over: Parameters<typeof City.open>[0] = {}): Promise<{ door: City; socket: LiveTransport; ask: (name: string, ...words: unknown[]) => Promise<Said>; bye: Promise<Said> }> {
  const door = await City.open(over)
  opened.push(door)
  const socket = door.raw('wang')
  const bye = new Promise<Said>(resolve => { socket.on('bye', problem => resolve(problem as Said)) })
  await new Promise(resolve => { socket.on('welcome', resolve) })
  return { door, socket, bye, ask: (name, ...words) => new Promise(resolve => { (socket as unknown as { emit(...said: unknown[]): void }).emit(name, ...words, resolve) }) }
}
const query = { ...allTasks, limit: 10 }
const documentOf = (id: number) => ({ kind: 'document', projection: 'tasks', id: String(id) })

/** How each bound is reached, and what is heard then. */
const reached: Readonly<Record<string, { reach: () => Promise<Said>; hears: { status: number; code: string } }>> = {
  'http.bodyBytes': { reach: () => say(`/api/ask/application/${draft}/PatchAnswers`, `"${'x'.repeat(bounds.bodyBytes)}"`), hears: { status: 413, code: 'too-large' } },
  'http.depth': { reach: () => say('/api/session', '['.repeat(bounds.depth + 1) + ']'.repeat(bounds.depth + 1)), hears: { status: 400, code: 'too-deep' } },
  'http.values': { reach: () => say('/api/session', `[${'1,'.repeat(bounds.values)}1]`), hears: { status: 400, code: 'too-many-values' } },
  'http.requestMs': {
    async reach() {
      const server = city.served.app.getHttpServer() as { once(event: string, act: (socket: Socket) => void): void; emit(event: string, ...words: unknown[]): void }
      server.once('connection', socket => server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket))
      return say('/api/session', '{}')
    },
    hears: { status: 408, code: 'too-late' },
  },
  'http.uploadBytes': { reach: () => say(`/api/applications/${draft}/files`, '', { ...upload, 'content-length': bounds.uploadBytes + 1 }), hears: { status: 413, code: 'file/too-large' } },
  'http.uploads.openOfPerson': {
    async reach() {
      const begin = () => say(`/api/applications/${draft}/uploads`, '', { ...upload, 'tus-resumable': '1.0.0', 'upload-length': 9 })
      for (let n = 0; n < bounds.uploads.openOfPerson; n++) await begin()
      return begin()
    },
    hears: { status: 409, code: 'file/too-many-open' },
  },
  'http.filesOfOne': {
    async reach() {
      const folder = join(city.folder, 'files', draft)
      mkdirSync(folder, { recursive: true })
      for (let n = 0; n < bounds.filesOfOne; n++) writeFileSync(join(folder, n.toString(16).padStart(64, '0')), '%PDF')
      return say(`/api/applications/${draft}/files`, '%PDF', upload)
    },
    hears: { status: 409, code: 'file/too-many' },
  },
  'http.exports.ids': {
    reach: () => say('/api/exports/applications', JSON.stringify({ ids: Array.from({ length: bounds.exports.ids + 1 }, (_, n) => `${n}`) })),
    hears: { status: 400, code: 'malformed' },
  },
  'http.page': { reach: () => read(`/api/rows/items?limit=${bounds.page + 1}`), hears: { status: 400, code: 'malformed' } },
  'http.textLength': { reach: () => read(`/api/rows/items?text=${'x'.repeat(bounds.textLength + 1)}`), hears: { status: 400, code: 'malformed' } },
  'http.waitMs': { reach: () => late, hears: { status: 503, code: 'not-yet' } },
  'http.signIns.ofAccount': {
    async reach() {
      const guess = () => say('/api/session', JSON.stringify({ username: 'nobody', password: 'x' }))
      // One more than the bound, since what was failed is forgiven by and by.
      for (let n = 0; n <= bounds.signIns.ofAccount; n++) await guess()
      return guess()
    },
    hears: { status: 429, code: 'sign-in/slow' },
  },
  'reads.input': {
    async reach() {
      const { reader: { catalogue, progress }, documents, search } = city.opened.running
      const reader = new Reader({ documents, search, catalogue, progress, bounds: { ...everyBound.reads, input: 0 } })
      return reader.view('matches', { enterprise: 'x' }, viewer, '2026-01-01').then(() => { throw new Error('answered') }, (error: unknown) => problemOf(error) as Said)
    },
    hears: { status: 409, code: 'view/too-much' },
  },
  'log.waiting': {
    async reach() {
      const folder = mkdtempSync(join(tmpdir(), 'qinqing-'))
      const log = await SqliteEventStore.open(folder)
      opened.push({ close: async () => { await log.close(); rmSync(folder, { recursive: true }) } })
      const appends = Array.from({ length: everyBound.log.waiting + 1 }, () => log.append([{ stream: fresh(), expected: -1, events: [event()] }]))
      const answers = await Promise.allSettled(appends)
      return problemOf((answers.at(-1) as PromiseRejectedResult).reason) as Said
    },
    hears: { status: 503, code: 'log-unavailable' },
  },
  'live.topics': {
    async reach() {
      const { ask } = await live()
      const answers = await Promise.all(Array.from({ length: everyBound.live.topics + 1 }, (_, n) => ask('watch', documentOf(n), null)))
      return answers.at(-1)!
    },
    hears: { status: 429, code: 'TOO_MANY_TOPICS' },
  },
  'live.rows': { reach: async () => (await live()).ask('watch', { ...query, limit: everyBound.live.rows + 1 }, null), hears: { status: 400, code: 'MALFORMED' } },
  'live.predicates': { reach: async () => read(`/api/rows/items?where=${json(['all', Array.from({ length: everyBound.live.predicates }, () => ['always'])])}`), hears: { status: 400, code: 'malformed' } },
  'live.depth': { reach: async () => (await live()).ask('watch', { ...query, where: nested(everyBound.live.depth + 1) }, null), hears: { status: 400, code: 'MALFORMED' } },
  'live.backlogBytes': {
    async reach() {
      const { door, ask, bye } = await live({ inFlight: 1, backlogBytes: 4_000 })
      await ask('watch', query, null)
      let told: Said | undefined
      void bye.then(problem => { told = problem })
      for (let n = 0; !told; n++) {
        await door.set(`t${n}`, { title: 'x'.repeat(3_000) })
        await new Promise(resolve => setImmediate(resolve))
      }
      return told
    },
    hears: { status: 429, code: 'TOO_SLOW' },
  },
  'live.silenceMs': {
    async reach() {
      const { ask, bye } = await live({ silenceMs: 20, beatMs: 10 })
      await ask('watch', query, null)
      return bye
    },
    hears: { status: 429, code: 'TOO_SLOW' },
  },
  'live.patienceMs': { reach: async () => (await live({ patienceMs: 10 })).ask('watch', query, { log: 'log-1', position: 9, ids: [] }), hears: { status: 503, code: 'BEHIND' } },
  'live.socketsPerPerson': {
    async reach() {
      const { door } = await live()
      const sockets = Array.from({ length: everyBound.live.socketsPerPerson }, () => door.raw('wang'))
      return Promise.race(sockets.map(socket => new Promise<Said>(resolve => { socket.on('bye', problem => resolve(problem as Said)) })))
    },
    hears: { status: 429, code: 'TOO_MANY_SOCKETS' },
  },
  'live.messageBytes': {
    async reach() {
      const { ask, bye } = await live()
      void ask('watch', new Written(`"${'x'.repeat(everyBound.live.messageBytes)}"`), null)
      return bye
    },
    hears: { status: 413, code: 'TOO_LARGE' },
  },
  'live.messages.burst': {
    async reach() {
      const { ask, bye } = await live()
      for (let n = 0; n < everyBound.live.messages.burst + 2 * everyBound.live.messages.perSecond; n++) void ask('nonsense')
      return bye
    },
    hears: { status: 429, code: 'TOO_MANY_MESSAGES' },
  },
  'live.attending': {
    async reach() {
      const { door, ask } = await live()
      for (let n = 0; n <= everyBound.live.attending; n++) await door.set(`t${n}`)
      const answers = []
      for (let n = 0; n <= everyBound.live.attending; n++) answers.push(await ask('attend', 'tasks', `t${n}`))
      return answers.at(-1)!
    },
    hears: { status: 429, code: 'TOO_MANY_TOPICS' },
  },
  'live.waits': {
    async reach() {
      const { ask } = await live()
      const answers = Array.from({ length: everyBound.live.waits + 1 }, () => ask('reach', 9))
      return answers.at(-1)!
    },
    hears: { status: 429, code: 'TOO_MANY_MESSAGES' },
  },
}

/** Bounds that refuse nobody, and what they do instead. */
const quiet: Readonly<Record<string, string>> = {
  'http.drainMs': 'the end of the server waits no longer: drain.spec.ts',
  'http.settleMs': 'the answer to a command waits no longer, and is given all the same',
  'http.sessionHours': 'a session ends: one is asked to sign in again',
  'http.uploads.hours': 'an upload that was left is forgotten: uploads.spec.ts',
  'http.exports.rows': 'the file says that it ends there, and what to do: exports.spec.ts',
  'http.exports.page': 'a file is read page by page',
  'http.signIns.fromAddress': 'as for an account: throttle.spec.ts',
  'http.signIns.waitMs': 'how long who guessed has to wait: throttle.spec.ts',
  'http.signIns.longestMs': 'how long at most: throttle.spec.ts',
  'http.signIns.remembered': 'who guessed longest ago is forgotten: throttle.spec.ts',
  'live.attendMs': 'who looks at a document says so again and again',
  'live.inFlight': 'pushes wait and are put together: hostile.spec.ts of realtime',
  'live.beatMs': 'how often a beat is sent',
  'live.tickMs': 'changes are gathered for so long',
  'live.reads': 'reads wait for one another',
  'live.openings': 'topics are opened one after the other',
  'live.messages.perSecond': 'as for so many at once, in the long run: hostile.spec.ts of realtime',
  'live.frameBytes': 'beyond a message that is too large the connection ends unread: hostile.spec.ts of realtime',
  'reads.hits': 'a search says that it found more than it counted',
  'reads.page': 'a view reads its input page by page',
}

const names = (table: object, path: string): string[] =>
  Object.entries(table).flatMap(([name, value]) => (typeof value === 'object' ? names(value as object, `${path}${name}.`) : [`${path}${name}`]))

test('every bound is reached here, or refuses nobody', () => {
  expect(names(everyBound, '').toSorted()).toEqual([...Object.keys(reached), ...Object.keys(quiet)].toSorted())
})

test.each(Object.entries(reached))('%s says why, and what to do', async (_, { reach, hears }) => {
  const said = await reach()
  expect(said).toMatchObject({ ...hears, type: expect.any(String), title: expect.any(String) })
  expect(said.detail.zh).toMatch(/\p{Script=Han}/u)
  expect(said.detail.en).toMatch(/^[A-Z].*\.$/)
  if (said.status === 400) expect((said.faults as object[] | undefined)?.length ?? 1).toBeGreaterThan(0)
  if (hears.status === 503 && !hears.code.match(/^[A-Z]/)) expect(said.retryAfter).toBeGreaterThan(0)
}, 20_000)

import { existsSync, readdirSync } from 'node:fs'
import { Agent, type ClientRequest, request } from 'node:http'
import { bounds } from './kernel/bounds.ts'
import { realWorld } from './kernel/world.ts'
import { found, plainItem, publish, settle, type Town, town, until, Visit } from './spec.ts'

let city: Town
let agent: Visit

beforeEach(async () => {
  city = await town()
  await publish(city, 'policy', plainItem('a'))
  await found(city, 'x', { employees: 86 })
  await settle(city, 'agent', { enterprises: ['x'] })
  agent = await new Visit(city.url).signIn('agent')
})
afterEach(() => city.end())

/** Keeps its connections, as a browser does. */
const browser = new Agent({ keepAlive: true })
afterAll(() => browser.destroy())

/** A request that is written piece by piece. */
function begun(path: string, type: string, answered: (status: number) => void): ClientRequest {
  const { hostname, port } = new URL(city.url)
  const sent = request({ agent: browser, hostname, port, method: 'POST', path, headers: { origin: city.url, cookie: agent.cookies, 'content-type': type } }, answer => {
    answer.resume().on('end', () => answered(answer.statusCode!))
  })
  sent.on('error', () => answered(0))
  return sent
}

/** Holds every command just before it is written, until it is let go; says how many are held. */
function holding() {
  const { log } = city.opened.running.kernel
  const append = log.append.bind(log)
  const held: (() => void)[] = []
  log.append = async (...args: Parameters<typeof append>) => {
    await new Promise<void>(go => held.push(go))
    return append(...args)
  }
  return { count: () => held.length, release: () => held.splice(0).forEach(go => go()) }
}

test('commands and uploads that are under way are answered, connections that are kept open hold nothing up', async () => {
  const draft = realWorld.ids.fresh()
  await agent.ask('application', draft, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
  const parts = `${city.folder}/files/.parts`
  const uploaded = new Promise<number>(resolve => { upload(draft, resolve) })
  const held = holding()
  const asked = Promise.all(Array.from({ length: 20 }, (_, n) => new Promise<number>(resolve => {
    begun(`/api/ask/draft/agent.${n}/PatchDraft`, 'application/json', resolve).end(JSON.stringify({ commandId: realWorld.ids.fresh(), data: { patch: { a: '写到一半' } } }))
  })))
  await until(() => held.count() === 20 && existsSync(parts) && readdirSync(parts).length === 1)
  const from = performance.now()
  const ended = city.stop()
  await expect(fetch(`${city.url}/api/session`)).rejects.toThrow()
  held.release()
  finish()
  expect(await asked).toEqual(Array.from({ length: 20 }, () => 200))
  expect(await uploaded).toBe(200)
  await ended
  expect(performance.now() - from).toBeLessThan(bounds.drainMs / 2)
  const after = await town({ folder: city.folder })
  expect((await agent.at(after.url).get('/api/rows/drafts')).body.rows).toHaveLength(20)
  await after.stop()
})

let finish = () => {}
function upload(draft: string, answered: (status: number) => void) {
  const sent = begun(`/api/applications/${draft}/files`, 'application/octet-stream', answered)
  sent.write('%PDF-1.4\n')
  finish = () => sent.end('the rest')
}

import { realWorld } from '@qinqing/api/kernel/world'
import { description, faultOf, type Operation } from '@qinqing/api/openapi/answers.conformance'
import { pick, sample, spoilt } from '@qinqing/api/openapi/samples.conformance'
import { found, plainItem, publish, settle, submitted, type Town, town, Visit } from '@qinqing/api/spec'
import { chance, count, seed } from './count.ts'

/** As many as described, and as many spoilt: 50 or 2,000 of each endpoint. */
const times = count(25, 1_000)
const long = count(120_000, 3_600_000)

let city: Town
let visits: Record<'agent' | 'stranger' | 'official', Visit>
/** What is really there, one's own and other people's; positions that need not be waited for. */
const near: Record<string, readonly unknown[]> = { atLeast: [0, 1, 2] }

beforeAll(async () => {
  city = await town()
  await city.ask('office', 'a', 'EstablishOffice', { bureau: '示例局', name: '示例a', phone: '0772-1' })
  await publish(city, 'policy', plainItem('a'))
  for (const id of ['x', 'y']) await found(city, id, { employees: 86 })
  await settle(city, 'agent', { enterprises: ['x'] })
  await settle(city, 'stranger', { enterprises: ['y'] })
  await settle(city, 'official', { posts: [{ office: 'a', roles: ['reviewer', 'lead', 'editor', 'admin'] }] })
  await settle(city, 'nobody', {})
  const signed = async (name: string) => new Visit(city.url).signIn(name)
  visits = { agent: await signed('agent'), stranger: await signed('stranger'), official: await signed('official') }
  await visits.agent.ask('application', 'a-draft', 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
  const { id } = await submitted(city, 'policy')
  near['id'] = ['a-draft', id, 'x', 'y', 'a', 'policy', 'policy~item', 'nobody', 'agent.note', 'no-such-thing']
}, long)
afterAll(() => city.end())

interface Endpoint {
  method: string
  path: string
  operation: Operation
}

/** Signing in has a proof of its own, and signing out would end the visit. */
const apart = ['/api/session']
const endpoints: Endpoint[] = Object.entries(description.paths).filter(([path]) => !apart.includes(path)).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })))

const components = description.components as unknown as Record<string, unknown>
const jsonOf = (content: Operation['requestBody'] | undefined) => content?.content['application/json']?.schema

/** Whoever may ask, and sometimes somebody who may not. */
const whoFor = ({ operation }: Endpoint, by: () => number): Visit => {
  const roles = (operation['x-roles'] ?? []) as readonly string[]
  return by() < 0.2 ? visits.stranger : roles.includes('agent') && by() < 0.7 ? visits.agent : visits.official
}

interface Said {
  text: string
  spoilt: string | null
}

/** A parameter as it goes into the address: as JSON, or plain. */
function said({ name, schema, content }: NonNullable<Operation['parameters']>[number], by: () => number, hostile: boolean): Said | undefined {
  const coded = (content as Record<string, { schema: Record<string, unknown> }> | undefined)?.['application/json']?.schema
  const shape = schema ?? coded!
  const plain = Object.hasOwn(near, name) && (name === 'atLeast' || by() < 0.8) ? pick(near[name]!, by) : sample(shape, components, by)
  if (plain === undefined) return undefined
  const changed = hostile ? spoilt({ said: plain }, { type: 'object', required: ['said'], properties: { said: shape } }, by) : undefined
  const value = (changed?.value as { said?: unknown } | undefined)?.said
  if (!changed || changed.text.length > 7_000 || !coded && value === undefined) return { text: coded ? JSON.stringify(plain) : String(plain), spoilt: null }
  const text = coded ? changed.text.slice('{"said":'.length, -1) : typeof value === 'object' ? JSON.stringify(value) : String(value)
  // In an address everything is a text, so that some changes change nothing.
  const still = !coded && (!faultOf(shape, text) || schema?.['type'] === 'integer' && !faultOf(shape, Number(text)))
  return { text, spoilt: still ? null : `${changed.what} (${name})` }
}

function addressOf({ path, operation }: Endpoint, by: () => number, hostile: boolean): { url: string; headers: Record<string, string>; spoilt: string | null } {
  const query = new URLSearchParams()
  const headers: Record<string, string> = {}
  let url = path
  let what: string | null = null
  for (const parameter of operation.parameters ?? []) {
    const { name, in: where, required } = parameter
    if (name === 'atLeast' ? by() < 0.9 : !required && by() < 0.5) continue
    const found = said(parameter, by, hostile && where === 'query')
    if (!found) continue
    what ??= found.spoilt
    if (where === 'query') query.set(name, found.text)
    else if (where === 'header') headers[name] = encodeURIComponent(found.text)
    else url = url.replace(`{${name}}`, encodeURIComponent(found.text))
  }
  return { url: query.size ? `${url}?${query}` : url, headers, spoilt: what }
}

interface Body {
  body: string | Uint8Array | undefined
  spoilt: string | null
}

function bodyOf({ operation }: Endpoint, by: () => number, hostile: boolean): Body | undefined {
  if (!operation.requestBody) return { body: undefined, spoilt: null }
  const schema = jsonOf(operation.requestBody)
  if (!schema) return { body: new TextEncoder().encode(hostile ? 'no file at all' : '%PDF-1.7 示例'), spoilt: hostile ? 'no file' : null }
  const sampled = sample(schema, components, by) as Record<string, unknown> | undefined
  if (!sampled) return undefined
  const value = { ...sampled, ...'commandId' in ((schema.properties ?? {}) as object) ? { commandId: realWorld.ids.fresh() } : {} }
  if (!hostile) return { body: JSON.stringify(value), spoilt: null }
  const changed = spoilt(value, schema, by)
  return changed && { body: changed.text, spoilt: changed.what }
}

const typeOf = ({ operation }: Endpoint) => Object.keys(operation.requestBody?.content ?? {})[0]
const isReading = ({ method }: Endpoint) => method === 'GET' || method === 'HEAD'

/** Asks once, and says what was wrong with the answer; null when nothing was. */
async function attempt(endpoint: Endpoint, by: () => number, hostile: boolean): Promise<string | null> {
  const { method } = endpoint
  const address = addressOf(endpoint, by, hostile && (isReading(endpoint) || by() < 0.2))
  const content = isReading(endpoint) ? { body: undefined, spoilt: null } : bodyOf(endpoint, by, hostile)
  if (!content || hostile && !address.spoilt && !content.spoilt) return null
  asked++
  const type = typeOf(endpoint)
  const headers = { ...address.headers, ...type && content.body !== undefined ? { 'content-type': type } : {} }
  // A visit throws when an answer is not as it is described.
  const answer = await whoFor(endpoint, by).send(method, address.url, content.body, headers).catch((error: unknown) => String(error))
  const fault = typeof answer === 'string' ? answer : wrong(method, answer, hostile)
  return fault && `${method} ${address.url.slice(0, 300)} ${address.spoilt ?? content.spoilt ?? 'as described'} ${String(content.body ?? '').slice(0, 300)}: ${fault}`
}

let asked = 0

function wrong(method: string, { status, headers }: Awaited<ReturnType<Visit['send']>>, hostile: boolean): string | null {
  if (status >= 500 && (status !== 503 || !headers.get('retry-after'))) return `answered ${status}`
  if (status < 400) return hostile ? `answered ${status}` : null
  return method !== 'HEAD' && !headers.get('content-type')?.startsWith('application/problem+json') ? 'no problem document' : null
}

async function everywhere(hostile: boolean): Promise<string[]> {
  const faults: string[] = []
  await Promise.all([0, 1, 2, 3].map(async lane => {
    const by = chance(seed + lane * 7_919 + (hostile ? 1 : 0))
    for (const endpoint of endpoints.filter((_, n) => n % 4 === lane)) {
      for (let n = 0; n < times; n++) {
        const fault = await attempt(endpoint, by, hostile)
        if (fault) faults.push(fault)
      }
    }
  }))
  return faults
}

test('what is not as described is refused with a problem document and leaves nothing', async () => {
  const { log } = city.opened.running.kernel
  const before = await log.head()
  const faults = await everywhere(true)
  expect({ faults: faults.slice(0, 20), more: faults.length }).toEqual({ faults: [], more: 0 })
  expect(asked).toBeGreaterThan(times * endpoints.length / 2)
  expect(city.journal).toEqual([])
  // Reactions to what happened before may still be under way.
  const { events } = await log.page({ after: before, limit: 500 })
  expect(events.filter(({ actor }) => !actor.startsWith('reaction:'))).toEqual([])
}, long)

test('what is as described gets an answer that is described', async () => {
  const faults = await everywhere(false)
  expect({ faults: faults.slice(0, 20), more: faults.length }).toEqual({ faults: [], more: 0 })
  expect(city.journal).toEqual([])
  expect(await visits.agent.get('/api/documents/applications/a-draft')).toMatchObject({ status: 200 })
}, long)

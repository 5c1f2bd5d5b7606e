import { deciders, reactions } from '@qinqing/domain/catalogue'
import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument, ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import { EventStore } from '@qinqing/domain/kernel/event-store'
import { isCreditCode } from '@qinqing/domain/language/credit-code'
import { fileRef } from '@qinqing/domain/language/field'
import { read } from '@qinqing/domain/language/form'
import { standings } from '@qinqing/domain/language/standing'
import { MemoryEventStore } from '@qinqing/domain/store/memory'
import { projections } from '@qinqing/projections/catalogue'
import { project } from '@qinqing/projections/kernel/runner'
import { react } from '@qinqing/projections/kernel/react'
import { matches } from '@qinqing/projections/policy/matches'
import { MemoryDocumentStore } from '@qinqing/projections/store/memory'
import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import { localDate } from '@qinqing/domain/language/calendar'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPassword } from '../identity/passwords.ts'
import { liuzhou } from '../kernel/city.ts'
import { FileStore } from '../kernel/file-store.ts'
import { realWorld } from '../kernel/world.ts'
import { signInsOf } from '../operator/sign-ins.ts'
import { fillDemo } from './fill.ts'

const demoData = join(import.meta.dirname, '../../ops/demo/data')
const now = '2026-11-25T03:10:00.000Z'

const folders: string[] = []
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

function city(at = now) {
  const folder = mkdtempSync(join(tmpdir(), 'qinqing-demo-'))
  folders.push(folder)
  const log: EventStore = new MemoryEventStore()
  let time = at
  const kernel: Kernel = { log, world: { ...realWorld, clock: { now: () => time } }, deciders, prefixes: { liuzhou: 'LZ' } }
  const files = new FileStore(join(folder, 'files'))
  return {
    kernel, folder, files, later: (next: string) => { time = next },
    fill: (wanted = true, store = log) => fillDemo({ running: { kernel: { ...kernel, log: store }, files, cities: [liuzhou] }, folder, demoData, wanted }),
  }
}

/** All documents of a log, by projection. */
async function documentsOf({ log }: Kernel) {
  const store = new MemoryDocumentStore()
  const batch = await log.page({ after: 0, limit: 1_000_000 })
  const found: Record<string, unknown[]> = {}
  for (const projection of Object.values(projections)) {
    await project(projection, batch, await log.identity(), store)
    found[projection.name] = []
    for await (const { document } of store.all(projection)) if (document) found[projection.name]!.push(document)
  }
  return found
}

/** What does not depend on the order in which chains came to the log, nor on passwords. */
const comparable = ({ accounts: _, ...documents }: Record<string, unknown[]>) => Object.fromEntries(Object.entries(documents).map(([name, all]) =>
  [name, all.map(one => JSON.stringify(one)).toSorted()]))

const allOf = <Doc>(documents: Record<string, unknown[]>, name: string) => documents[name] as Doc[]
const countBy = <One>(all: readonly One[], key: (one: One) => string) => all.reduce<Record<string, number>>((counts, one) => ({ ...counts, [key(one)]: (counts[key(one)] ?? 0) + 1 }), {})

describe('a filled city', () => {
  const one = city()
  let documents: Record<string, unknown[]>
  let applications: ApplicationDocument[]
  const matchesOf = (enterprise: string) => matches.evaluate({
    items: documents['items'] as never, dossiers: allOf<DossierDocument>(documents, 'dossiers').filter(({ id }) => id === enterprise),
    applications: applications.filter(application => application.enterprise === enterprise),
  }, { enterprise }, localDate(now))

  beforeAll(async () => {
    expect(await one.fill()).toBe(true)
    documents = await documentsOf(one.kernel)
    applications = allOf<ApplicationDocument>(documents, 'applications')
  }, 60_000)

  test('has what was asked for', () => {
    expect(Object.fromEntries(['enterprises', 'dossiers', 'offices', 'people', 'policies', 'policy-drafts', 'applications'].map(name => [name, documents[name]!.length])))
      .toEqual({ enterprises: 40, dossiers: 40, offices: 6, people: 68, policies: 30, 'policy-drafts': 36, applications: 200 })
  })

  test('has applications in every state, most of them approved', () => {
    const states = countBy(applications, ({ status }) => status)
    expect(Object.keys(states).toSorted()).toEqual((['approved', 'claimed', 'correcting', 'draft', 'refused', 'resubmitted', 'submitted', 'withdrawn'] satisfies ApplicationStatus[]).toSorted())
    expect(Math.min(...Object.values(states))).toBeGreaterThanOrEqual(5)
    expect(Math.max(...Object.values(states))).toBe(states['approved'])
  })

  test('has every standing, each often', () => {
    const counts = countBy(allOf<EnterpriseDocument>(documents, 'enterprises').flatMap(({ id }) => matchesOf(id)), ({ standing }) => standing)
    expect(Object.keys(counts).toSorted()).toEqual(standings.options.toSorted())
    expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(20)
  })

  test('has enterprises with valid credit codes, distinct names, one of sixty characters, and 20 to 30 facts of several sources', () => {
    const enterprises = allOf<EnterpriseDocument>(documents, 'enterprises')
    expect(enterprises.filter(({ creditCode }) => !isCreditCode(creditCode))).toEqual([])
    expect(new Set(enterprises.map(({ name }) => name)).size).toBe(40)
    expect(Math.max(...enterprises.map(({ name }) => name.length))).toBe(60)
    for (const { facts } of allOf<DossierDocument>(documents, 'dossiers')) {
      expect(Object.keys(facts).length).toBeGreaterThanOrEqual(20)
      expect(Object.keys(facts).length).toBeLessThanOrEqual(30)
      expect(new Set(Object.values(facts).map(({ source }) => source)).size).toBeGreaterThanOrEqual(4)
    }
  })

  test('names nobody and no bureau that exists', () => {
    for (const { name } of [...allOf<PersonDocument>(documents, 'people'), ...allOf<EnterpriseDocument>(documents, 'enterprises')]) expect(name).toContain('示例')
    for (const { bureau } of allOf<{ bureau: string }>(documents, 'offices')) expect(bureau).toContain('示例')
    expect(new Set(allOf<PersonDocument>(documents, 'people').map(({ name }) => name)).size).toBe(68)
  })

  test('only asks commands, for the demo, within sixty days, in order', async () => {
    const { events } = await one.kernel.log.page({ after: 0, limit: 1_000_000 })
    expect(events.filter(({ purpose }) => purpose !== 'demo')).toEqual([])
    const times = events.map(({ recordedAt }) => recordedAt).toSorted()
    expect(times[0]).toBe('2026-09-26T03:10:00.000Z')
    expect(times.at(-1)! <= now).toBe(true)
    const streams = Map.groupBy(events.filter(({ stream }) => !stream.includes('claim-')), ({ stream }) => stream)
    for (const [, told] of streams) expect(told.map(({ recordedAt }) => recordedAt)).toEqual(told.map(({ recordedAt }) => recordedAt).toSorted())
  })

  test('has officials at work in their hours', async () => {
    const { events } = await one.kernel.log.page({ after: 0, limit: 1_000_000, types: ['CaseClaimed', 'ApplicationApproved', 'ApplicationRefused', 'CorrectionRequested'] })
    const hours = events.map(({ recordedAt }) => new Date(Date.parse(recordedAt) + 8 * 3_600_000).getUTCHours())
    expect(hours.filter(hour => hour < 9 || hour > 17)).toEqual([])
  })

  test('has complete forms of everything that was submitted, and files that can be opened', async () => {
    for (const { id, status, item, answers, facts } of applications) {
      if (status !== 'draft') expect(read(item.form!, answers, facts, 'zh').faults).toEqual([])
      for (const { hash } of Object.values(answers).flatMap(value => fileRef.safeParse(value).data ?? [])) {
        const { content, type } = await one.files.get(id, hash)
        expect([type, content.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
      }
    }
  })

  test('has a reviewer with cases of every urgency', () => {
    const queue = applications.filter(({ office, status }) => office === 'demo-industry' && ['submitted', 'claimed', 'resubmitted'].includes(status))
    const due = countBy(queue, ({ promise }) => (promise!.dueAt < now ? 'late' : promise!.dueDate === '2026-11-25' ? 'today' : promise!.dueDate <= '2026-11-27' ? 'soon' : 'later'))
    expect(queue.length).toBeGreaterThanOrEqual(20)
    for (const urgency of ['late', 'today', 'soon', 'later']) expect(due[urgency]).toBeGreaterThanOrEqual(2)
    expect(queue.filter(({ claimant }) => claimant?.id === 'demo-official-02').length).toBeGreaterThanOrEqual(3)
  })

  test('has a home page with something of everything for the printed agent', () => {
    const mine = countBy(applications.filter(({ enterprise }) => enterprise === 'demo-enterprise-01'), ({ status }) => status)
    expect(mine).toMatchObject({ correcting: 2, submitted: 2, claimed: 1, resubmitted: 1, approved: 3, refused: 1, draft: 1 })
    const stands = countBy(matchesOf('demo-enterprise-01'), ({ standing }) => standing)
    expect(stands['eligible']).toBeGreaterThanOrEqual(3)
    expect(stands['near']).toBeGreaterThanOrEqual(2)
    expect(stands['enjoyed']).toBe(3)
  })

  test('has decisions that say why', () => {
    const decided = applications.flatMap(({ decision }) => decision ?? [])
    expect(decided.filter(({ result, clause }) => result === 'refused' && !clause?.ref)).toEqual([])
    expect(decided.filter(({ opinion, by, post }) => !opinion || !by || !post)).toEqual([])
    expect(applications.filter(({ corrections, status }) => corrections && status === 'approved').length).toBeGreaterThanOrEqual(5)
    expect(applications.some(({ judgements }) => Object.keys(judgements).length)).toBe(true)
  })

  test('has a sign-in for each audience that works', async () => {
    const signIns = signInsOf(one.folder)
    expect(signIns.map(({ audience, username, home }) => [audience, username, home])).toEqual([
      ['企业', 'qiye', '/'], ['审批', 'shenpi', '/desk'], ['审批（同科室）', 'shenpi2', '/desk'], ['政策', 'zhengce', '/desk/policies'], ['管理', 'guanli', '/admin'],
    ])
    for (const { username, password } of signIns) {
      const { id } = allOf<PersonDocument>(documents, 'people').find(person => person.username === username)!
      const set = (await one.kernel.log.read(`liuzhou.person-${id}`)).findLast(({ type }) => type === 'PasswordSet')!
      expect(await isPassword(password, (set.data as { hash: string }).hash)).toBe(true)
    }
    expect(readFileSync(join(one.folder, 'demo-sign-ins.json'), 'utf8')).not.toContain('argon2')
  })

  test('filled twice changes nothing', async () => {
    const head = await one.kernel.log.head()
    expect(await one.fill()).toBe(false)
    expect(await one.kernel.log.head()).toBe(head)
  })

  test.each([0.02, 0.3, 0.7])('broken off after %p and gone on with two days later is the same', async part => {
    const other = city()
    const most = Math.floor(await one.kernel.log.head() * part)
    let left = most
    const breaking = new Proxy(other.kernel.log, {
      get: (target, key) => (key === 'append' ? (...given: Parameters<EventStore['append']>) => {
        left -= 1
        return left < 0 ? Promise.reject(new Error('killed')) : target.append(...given)
      } : (target[key as keyof EventStore] as (...all: unknown[]) => unknown).bind(target)),
    })
    await expect(other.fill(true, breaking)).rejects.toThrow('killed')
    expect(signInsOf(other.folder)).toEqual([])
    other.later('2026-11-27T03:10:00.000Z')
    expect(await other.fill()).toBe(true)
    expect(comparable(await documentsOf(other.kernel))).toEqual(comparable(documents))
  }, 60_000)

  // Last, since it writes.
  test('leaves nothing for the reactions to do but to tell of it', async () => {
    const batch = await one.kernel.log.page({ after: 0, limit: 1_000_000 })
    for (const reaction of reactions) await react(reaction, batch, (asked, asker) => execute(one.kernel, asked, asker), one.kernel.world)
    const { events } = await one.kernel.log.page({ after: batch.position, limit: 1_000_000 })
    expect([...new Set(events.map(({ type }) => type))]).toEqual(['NoticeGiven'])
  })
})

test('nothing is filled where it is not wanted, or where something is already', async () => {
  const { fill, kernel } = city()
  expect(await fill(false)).toBe(false)
  expect(await kernel.log.head()).toBe(0)
  const asker = { tenant: 'liuzhou', actor: 'operator:x', by: 'x', roles: ['operator' as const], offices: [], enterprises: [], post: null, onBehalfOf: null, mandate: null, purpose: 'work' as const }
  const command = { type: 'EstablishOffice', data: { bureau: '示例局', name: '示例科', phone: '' } }
  await execute(kernel, { aggregate: 'office', id: 'demo-industry', command, commandId: kernel.world.ids.fresh() }, asker)
  expect(await fill()).toBe(false)
  expect(await kernel.log.head()).toBe(1)
})

describe('what an earlier program has left without its sign-ins', () => {
  const operator = { tenant: 'liuzhou', actor: 'operator:demo', by: 'demo', roles: ['operator' as const], offices: [], enterprises: [], post: null, onBehalfOf: null, mandate: null, purpose: 'demo' as const }
  const ask = async ({ kernel }: ReturnType<typeof city>, aggregate: string, id: string, type: string, data: unknown, commandId = kernel.world.ids.fresh()) =>
    execute(kernel, { aggregate, id, command: { type, data }, commandId }, operator)
  const industry = { bureau: '示例局', name: '早先的示例科', phone: '' }

  test('is neither filled further nor a reason not to start', async () => {
    const { ids } = realWorld
    const one = city()
    await ask(one, 'office', 'demo-industry', 'EstablishOffice', industry, ids.derived('qinqing/demo', 'office/demo-industry/0'))
    expect(await one.fill()).toBe(false)
    expect(await one.kernel.log.head()).toBe(1)
    expect(signInsOf(one.folder)).toEqual([])
  })

  test('lets those in who are in it', async () => {
    const one = city()
    await ask(one, 'office', 'demo-industry', 'EstablishOffice', industry)
    await ask(one, 'person', 'demo-agent-01', 'RegisterPerson', { username: 'qiye', name: '何示例' })
    const head = await one.kernel.log.head()
    expect(await one.fill()).toBe(false)
    const { events } = await one.kernel.log.page({ after: head })
    expect(events.map(({ type, stream }) => `${type} ${stream}`)).toEqual(['PasswordSet liuzhou.person-demo-agent-01'])
    expect(signInsOf(one.folder).map(({ username }) => username)).toEqual(['qiye'])
    expect(await one.fill()).toBe(false)
    expect(await one.kernel.log.head()).toBe(head + 1)
  })
})

test.each([
  '2026-11-25T16:05:00.000Z', '2026-10-04T04:00:00.000Z', '2027-01-01T00:30:00.000Z', '2027-02-17T09:00:00.000Z', '2028-02-29T01:00:00.000Z',
])('can be filled on any day: %s', async at => {
  const { fill, kernel } = city(at)
  expect(await fill()).toBe(true)
  const { events } = await kernel.log.page({ after: 0, limit: 1_000_000 })
  expect(events.filter(({ recordedAt }) => recordedAt > at)).toEqual([])
}, 60_000)

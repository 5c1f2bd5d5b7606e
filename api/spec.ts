import { execute, type Receipt } from '@qinqing/domain/kernel/execute'
import type { Asker, Role } from '@qinqing/domain/kernel/message'
import { creditCodeFor } from '@qinqing/domain/language/credit-code'
import type { Item } from '@qinqing/domain/language/item'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from './identity/passwords.ts'
import { type City, liuzhou, theSystem } from './kernel/city.ts'
import { Journal } from './kernel/journal.ts'
import { type Opened, openFolder } from './kernel/open.ts'
import { realWorld } from './kernel/world.ts'
import { answerFault } from './openapi/answers.conformance.ts'
import { operatorAsker } from './operator/asker.ts'
import { serve, type Served } from './serve.ts'

/** A real server over a folder of its own, with nobody in it yet. */
export interface Town {
  folder: string
  opened: Opened
  served: Served
  /** What the process wrote to its log. */
  journal: string[]
  url: string
  ask: (aggregate: string, id: string, type: string, data: unknown, asker?: Asker) => Promise<Receipt>
  /** Stops the server and keeps the folder. */
  stop: () => Promise<void>
  /** Stops the server, when it still runs, and throws the folder away. */
  end: () => Promise<void>
}

export const password = 'a password for specs'
let known: Promise<string> | undefined

interface Wanted {
  cities?: readonly City[]
  folder?: string
  port?: number
  pages?: string
}

export async function town({ cities = [liuzhou], folder = mkdtempSync(join(tmpdir(), 'qinqing-')) + '/data', port = 0, pages }: Wanted = {}): Promise<Town> {
  const journal: string[] = []
  const log = new Journal({ write: line => { journal.push(line) } })
  const opened = await openFolder({ folder, world: realWorld, journal: log, cities })
  await opened.running.projector.start()
  const served = await serve({ running: opened.running, journal: log, port, folder, ...pages ? { pages } : {} })
  const operator = operatorAsker('spec', cities[0]!.id, 'work')
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await served.close()
    await opened.close()
  }
  return {
    folder, opened, served, journal,
    url: `http://127.0.0.1:${served.port}`,
    ask: (aggregate, id, type, data, asker = operator) =>
      execute(opened.running.kernel, { aggregate, id, command: { type, data }, commandId: realWorld.ids.fresh() }, asker),
    stop: () => stopped ??= stop(),
    async end() {
      await (stopped ??= stop())
      rmSync(join(folder, '..'), { recursive: true, force: true })
    },
  }
}

type PostRole = Exclude<Role, 'agent' | 'operator' | 'system'>

/** A person with a password, and with posts or enterprises. */
export async function settle(
  { ask }: Pick<Town, 'ask'>, id: string,
  { posts = [], enterprises = [], tenant = liuzhou.id }: { posts?: { office: string; roles: PostRole[] }[]; enterprises?: string[]; tenant?: string },
): Promise<string> {
  known ??= hashPassword(password)
  const operator = operatorAsker('spec', tenant, 'work')
  await ask('person', id, 'RegisterPerson', { username: id, name: `示例${id}` }, operator)
  await ask('person', id, 'SetPassword', { hash: await known }, theSystem(tenant))
  for (const { office, roles } of posts) await ask('person', id, 'GivePost', { office, officeName: `示例${office}`, title: '审核', roles }, operator)
  for (const enterprise of enterprises) await ask('person', id, 'JoinEnterprise', { enterprise, enterpriseName: `示例${enterprise}`, capacity: 'agent' }, operator)
  return id
}

let bodies = 10_000_000

/** An enterprise with facts from the market regulator. */
export async function found({ ask }: Pick<Town, 'ask'>, id: string, facts: Readonly<Record<string, unknown>> = {}, tenant = liuzhou.id): Promise<string> {
  const operator = operatorAsker('spec', tenant, 'work')
  await ask('enterprise', id, 'RegisterEnterprise', { name: `柳州示例${id}有限公司`, creditCode: creditCodeFor(`91450200M${++bodies}`.slice(0, 17)), sample: true }, operator)
  const list = Object.entries(facts).map(([predicate, value]) => ({ predicate, value, source: '市场监管局', validFrom: '2025-01-01' }))
  if (list.length) await ask('dossier', id, 'RecordFacts', { facts: list }, operator)
  return id
}

/** An item of ten working days with one condition that every enterprise with enough people meets. */
export const plainItem = (office: string, over: Partial<Item> = {}): Item => ({
  id: 'item', title: '新增就业岗位补贴', lane: 'instant', limit: { days: 10, unit: 'working' }, office, officeName: `示例${office}`, phone: '0772-1234567',
  conditions: [{ id: 'staff', clause: { ref: '第一条', text: '从业人数不低于 10 人' }, fact: 'employees', comparison: 'atLeast', value: 10 }],
  materials: [], amount: { kind: 'fixed', money: { fen: 5_000_000, currency: 'CNY' } }, ...over,
})

/** A policy of an office with one item, published. */
export async function publish({ ask }: Pick<Town, 'ask'>, id: string, item: Item, tenant = liuzhou.id): Promise<string> {
  const operator = operatorAsker('spec', tenant, 'work')
  await ask('policy', id, 'DraftPolicy', { title: `示例政策 ${id}`, number: '', summary: '', validUntil: null, office: item.office, officeName: item.officeName }, operator)
  await ask('policy', id, 'ReviseClauses', { clauses: [{ ref: '第一条', text: '从业人数不低于 10 人' }] }, operator)
  await ask('policy', id, 'PutItem', { item }, operator)
  await ask('policy', id, 'PublishPolicy', {}, operator)
  return id
}

/** A browser's part of HTTP: a cookie, and our own origin. */
export class Visit {
  private cookie = ''
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async signIn(username: string, secret = password): Promise<this> {
    const { status, cookie } = await this.send('POST', '/api/session', { username, password: secret })
    if (status !== 200) throw new Error(`sign-in answered ${status}`)
    this.cookie = cookie!.split(';')[0]!
    return this
  }

  get cookies(): string { return this.cookie }

  /** The same browser at another address. */
  at(url: string): Visit {
    const visit = new Visit(url)
    visit.cookie = this.cookie
    return visit
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(this.url + path, {
      method,
      headers: { origin: this.url, ...this.cookie ? { cookie: this.cookie } : {}, ...body === undefined ? {} : { 'content-type': 'application/json' }, ...headers },
      ...body === undefined ? {} : { body: typeof body === 'string' || body instanceof Uint8Array ? body as BodyInit : JSON.stringify(body) },
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const json: unknown = /json/.test(type) && text ? JSON.parse(text) : text
    const fault = answerFault(method, path, { status: response.status, type, body: json })
    if (fault) throw new Error(`not as the API is described: ${fault}`)
    return { status: response.status, body: json as Record<string, unknown>, cookie: response.headers.get('set-cookie'), headers: response.headers }
  }

  ask(aggregate: string, id: string, type: string, data: unknown, { basis, commandId = realWorld.ids.fresh() }: { basis?: number; commandId?: string } = {}) {
    return this.send('POST', `/api/ask/${aggregate}/${id}/${type}`, { commandId, data, ...basis === undefined ? {} : { basis } })
  }

  get(path: string) {
    return this.send('GET', path)
  }
}

/** Answers that complete the form of `plainItem`. */
export const plainAnswers = {
  'contact.name': '示例联系人', 'contact.phone': '13800000000', 'payee.name': '柳州示例有限公司', 'payee.bank': '示例银行', 'payee.account': '6222020000000000008',
  'declaration.truth': true,
}

let firms = 0

/** An application for `plainItem` that the office has got, of an enterprise and an agent of its own. */
export async function submitted(where: Town, policy: string): Promise<{ id: string; firm: string; who: Visit; revision: number }> {
  const firm = `firm${++firms}`
  await found(where, firm, { employees: 86 })
  await settle(where, `agent.${firm}`, { enterprises: [firm] })
  const who = await new Visit(where.url).signIn(`agent.${firm}`)
  const id = realWorld.ids.fresh()
  const steps = [
    ['StartApplication', { policy, item: 'item', enterprise: firm }], ['PatchAnswers', { patch: plainAnswers }], ['SubmitApplication', {}],
  ] as const
  let revision = -1
  for (const [type, data] of steps) {
    const { status, body } = await who.ask('application', id, type, data)
    if (status !== 200) throw new Error(`${type} answered ${status} ${JSON.stringify(body)}`)
    revision = Number(body.revision)
  }
  return { id, firm, who, revision }
}

/** Waits for what happens elsewhere and has no position to wait for. */
export async function until(holds: () => boolean | Promise<boolean>, atMost = 15_000): Promise<void> {
  const from = performance.now()
  while (!await holds()) {
    if (performance.now() - from > atMost) throw new Error('it does not come')
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** A document as a visit sees it. */
export const documentOf = async (visit: Visit, projection: string, id: string): Promise<Record<string, unknown>> =>
  ((await visit.get(`/api/documents/${projection}/${id}`)).body as { row: { document: Record<string, unknown> } }).row.document

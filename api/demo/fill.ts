import { type Asked, commandHashOf, execute, type Kernel } from '@qinqing/domain/kernel/execute'
import { Refused } from '@qinqing/domain/kernel/refusal'
import { streamOf } from '@qinqing/domain/kernel/stream'
import type { World } from '@qinqing/domain/kernel/world'
import { Readable } from 'node:stream'
import { hashPassword } from '../identity/passwords.ts'
import { abreast } from '../import/abreast.ts'
import { theSystem } from '../kernel/city.ts'
import type { Running } from '../kernel/running.ts'
import { keepSignIns, type SignIn, signInsOf } from '../operator/sign-ins.ts'
import { agents, type DemoPerson, offices, officials } from './cast.ts'
import { chance, digits } from './chance.ts'
import { demoPlan, endOf, type Plan } from './plan.ts'
import type { Chain, Step } from './step.ts'

export interface Filling {
  running: Pick<Running, 'kernel' | 'files' | 'cities'>
  /** The data folder, for the sign-ins. */
  folder: string
  /** The folder with the real input that the demo takes in. */
  demoData: string
  wanted: boolean
  /** Told once: that something is filled, or that the demo of an earlier program stays as it is. */
  tell?: (what: 'filling' | 'kept') => void
}

const width = 40

/** Fills an empty city with a demo by asking commands, or goes on where that broke off; answers whether it did anything. */
export async function fillDemo({ running: { kernel, files, cities }, folder, demoData, wanted, tell }: Filling): Promise<boolean> {
  const tenant = cities[0]!.id
  if (!wanted || signInsOf(folder).length) return false
  const [begun] = await kernel.log.read(streamOf(tenant, 'office', offices[0]!.id))
  if (begun ? begun.purpose !== 'demo' : await kernel.log.head() > 0) return false

  const now = begun ? endOf(begun.occurredAt) : kernel.world.clock.now()
  const plan = demoPlan(now, tenant, demoData, kernel.world.ids)
  if (begun && !await isPartOf(plan, kernel)) {
    tell?.('kept')
    const signIns = await givePasswords(kernel, tenant)
    if (signIns.length) keepSignIns(folder, signIns)
    return false
  }
  tell?.('filling')
  for (const chains of plan) await abreast(chains, width, chain => follow(chain, kernel, files, tenant))
  // The sign-ins come last: as long as they are not there, the demo is not complete.
  keepSignIns(folder, await givePasswords(kernel, tenant))
  return true
}

/** The steps of a chain, each with what its stream is called and which of its steps it is. */
function* numbered(chain: Chain): Generator<{ step: Step; of: string; n: number }> {
  const counts = new Map<string, number>()
  for (const step of chain) {
    const of = `${step.aggregate}/${step.id}`
    const n = counts.get(of) ?? 0
    counts.set(of, n + 1)
    yield { step, of, n }
  }
}

/**
 * Whether all that has happened is a part of this plan; only then it can be gone on with. What a program of another day has begun, and what people have
 * worked with since, stays as it is.
 */
async function isPartOf(plan: Plan, kernel: Kernel): Promise<boolean> {
  const planned = new Map<string, string>()
  for (const { step: { asker, ...asked }, of, n } of plan.flat().flatMap(chain => [...numbered(chain)])) {
    const commandId = commandIdOf(kernel.world, of, n)
    planned.set(commandId, commandHashOf(kernel, { ...asked, commandId } satisfies Asked, asker))
  }
  for (let after = 0, head = await kernel.log.head(); after < head;) {
    const { events, position } = await kernel.log.page({ after })
    const strange = events.find(({ type, purpose, commandId, commandHash }) =>
      planned.get(commandId) !== commandHash && !(type === 'PasswordSet' && purpose === 'demo'))
    if (strange) return false
    after = position
  }
  return true
}

/** Ids follow from the place in the chain, so that whatever was asked before is not done twice. */
async function follow(chain: Chain, kernel: Kernel, files: Running['files'], tenant: string): Promise<void> {
  const done = new Map<string, number>()
  for (const { step: { at, asker, aggregate, id, command, files: contents = [] }, of, n } of numbered(chain)) {
    if (!done.has(of)) done.set(of, await doneOf(chain, kernel, streamOf(tenant, aggregate, id), of))
    if (n < done.get(of)!) continue
    for (const content of contents) await files.put(id, Readable.from([content]))
    await execute({ ...kernel, world: worldAt(kernel.world, at, `${of}/${n}`) }, { aggregate, id, command, commandId: commandIdOf(kernel.world, of, n) }, asker)
  }
}

/** How many of its commands a stream has behind it. One that changed nothing left no event, and might be refused if it came again later. */
async function doneOf(chain: Chain, { log, world }: Kernel, stream: string, of: string): Promise<number> {
  const asked = new Set((await log.read(stream)).map(({ commandId }) => commandId))
  const ids = asked.size ? chain.filter(step => `${step.aggregate}/${step.id}` === of).map((_, n) => commandIdOf(world, of, n)) : []
  return ids.findLastIndex(id => asked.has(id)) + 1
}

const commandIdOf = ({ ids }: World, of: Step['aggregate'], n: number): string => ids.derived('qinqing/demo', `${of}/${n}`)

/** The world as it was then. */
function worldAt(world: World, at: string, name: string): World {
  const next = chance(name)
  return { ...world, clock: { now: () => at }, random: { digits: count => digits(next, count) } }
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve letters and digits that are not taken for one another, in groups that can be read aloud. */
function password({ random }: World): string {
  const drawn = Array.from({ length: 12 }, () => letters[Number(random.digits(9)) % letters.length]!).join('')
  return drawn.replace(/(.{4})(?=.)/g, '$1-')
}

interface Audience {
  audience: string
  home: string
  people: readonly DemoPerson[]
  /** Whose names are printed. */
  shown: number
}

const holders = (role: string): DemoPerson[] => officials.filter(({ post }) => post?.roles.some(one => one === role))

/** One password for all people of an audience, so that a second one of them can be tried without another file. */
const audiences: readonly Audience[] = [
  { audience: '企业', home: '/', people: agents, shown: 1 },
  { audience: '审批', home: '/desk', people: holders('reviewer'), shown: 2 },
  { audience: '政策', home: '/desk/policies', people: holders('editor'), shown: 1 },
  { audience: '管理', home: '/admin', people: holders('admin'), shown: 1 },
]

/** New passwords for the people of the demo who are there. */
async function givePasswords(kernel: Kernel, tenant: string): Promise<SignIn[]> {
  const given = await Promise.all(audiences.map(async one => {
    const secret = password(kernel.world)
    return { ...one, secret, hash: await hashPassword(secret) }
  }))
  const owners = given.flatMap(({ people, hash }) => people.map(({ id }) => ({ id, hash })))
  const there = new Set<string>()
  await abreast(owners, width, async ({ id, hash }) => {
    const [first] = await kernel.log.read(streamOf(tenant, 'person', id))
    if (first?.purpose !== 'demo') return
    // Whoever was suspended since stays so, and hinders nobody.
    await execute(kernel, { aggregate: 'person', id, command: { type: 'SetPassword', data: { hash } }, commandId: kernel.world.ids.fresh() }, theSystem(tenant, 'demo'))
      .then(() => there.add(id), (error: unknown) => { if (!(error instanceof Refused)) throw error })
  })
  return given.flatMap(({ audience, home, people, shown, secret }) =>
    people.filter(({ id }) => there.has(id)).slice(0, shown).map(({ username }, n) => ({ audience: n ? `${audience}（同科室）` : audience, username, password: secret, home })))
}

import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
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
import { demoPlan, endOf } from './plan.ts'
import type { Chain, Step } from './step.ts'

export interface Filling {
  running: Pick<Running, 'kernel' | 'files' | 'cities'>
  /** The data folder, for the sign-ins. */
  folder: string
  /** The folder with the real input that the demo takes in. */
  demoData: string
  wanted: boolean
  /** Told once, when there is something to fill. */
  tell?: () => void
}

const width = 40

/** Fills an empty city with a demo by asking commands, or goes on where that broke off; answers whether it did anything. */
export async function fillDemo({ running: { kernel, files, cities }, folder, demoData, wanted, tell }: Filling): Promise<boolean> {
  const tenant = cities[0]!.id
  if (!wanted || signInsOf(folder).length) return false
  const [begun] = await kernel.log.read(streamOf(tenant, 'office', offices[0]!.id))
  if (begun ? begun.purpose !== 'demo' : await kernel.log.head() > 0) return false
  tell?.()

  const now = begun ? endOf(begun.occurredAt) : kernel.world.clock.now()
  for (const chains of demoPlan(now, tenant, demoData, kernel.world.ids)) {
    await abreast(chains, width, chain => follow(chain, kernel, files, tenant))
  }
  // The sign-ins come last: as long as they are not there, the demo is not complete.
  keepSignIns(folder, await givePasswords(kernel, tenant))
  return true
}

/** Ids follow from the place in the chain, so that whatever was asked before is not done twice. */
async function follow(chain: Chain, kernel: Kernel, files: Running['files'], tenant: string): Promise<void> {
  const counts = new Map<string, number>()
  const done = new Map<string, number>()
  for (const { at, asker, aggregate, id, command, files: contents = [] } of chain) {
    const of = `${aggregate}/${id}`
    const n = counts.get(of) ?? 0
    counts.set(of, n + 1)
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

async function givePasswords(kernel: Kernel, tenant: string): Promise<SignIn[]> {
  const given = await Promise.all(audiences.map(async one => {
    const secret = password(kernel.world)
    return { ...one, secret, hash: await hashPassword(secret) }
  }))
  const owners = given.flatMap(({ people, hash }) => people.map(({ id }) => ({ id, hash })))
  await abreast(owners, width, async ({ id, hash }) => {
    await execute(kernel, { aggregate: 'person', id, command: { type: 'SetPassword', data: { hash } }, commandId: kernel.world.ids.fresh() }, theSystem(tenant, 'demo'))
  })
  return given.flatMap(({ audience, home, people, shown, secret }) =>
    people.slice(0, shown).map(({ username }, n) => ({ audience: n ? `${audience}（同科室）` : audience, username, password: secret, home })))
}

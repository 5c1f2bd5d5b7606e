import { beginning } from '@qinqing/domain/identity/invitation/contract'
import { type Person, person } from '@qinqing/domain/identity/person/person'
import { replay } from '@qinqing/domain/kernel/decider'
import { execute } from '@qinqing/domain/kernel/execute'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { partsOf } from '@qinqing/domain/kernel/stream'
import { randomBytes } from 'node:crypto'
import { theSystem } from '../kernel/city.ts'
import type { Running } from '../kernel/running.ts'
import { hashed } from './doorkeeper.ts'

const days = 1
const page = 500

type Here = Pick<Running, 'kernel' | 'cities'>

const makesAdmin = ({ data, stream }: Recorded, tenant: string): boolean =>
  partsOf(stream).tenant === tenant && (data as { roles: readonly string[] }).roles.includes('admin')

/** By the log, not by a document: a link to the whole city is not printed for want of a document. */
async function hasAdministrator({ kernel: { log } }: Here, tenant: string): Promise<boolean> {
  const head = await log.head()
  for (let after = 0; after < head;) {
    const { events, position } = await log.page({ after, types: ['PostGiven'], limit: page })
    for (const stream of new Set(events.filter(event => makesAdmin(event, tenant)).map(one => one.stream))) {
      const { status, posts } = replay(person, await log.read(stream)) as Person
      if (status === 'active' && posts.some(({ roles }) => roles.includes('admin'))) return true
    }
    after = position
  }
  return false
}

/** What leads the first administrator in, as the end of an address; null when there is one. The one that was printed before is void. */
export async function beginningLink(running: Here): Promise<string | null> {
  const { id: tenant } = running.cities[0]!
  if (await hasAdministrator(running, tenant)) return null
  const secret = randomBytes(32).toString('base64url')
  const command = { type: 'InviteAdministrator', data: { secretHash: hashed(secret), days } }
  await execute(running.kernel, { aggregate: 'invitation', id: beginning, command, commandId: running.kernel.world.ids.fresh() }, theSystem(tenant))
  return `${beginning}.${secret}`
}

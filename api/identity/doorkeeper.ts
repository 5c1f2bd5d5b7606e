import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import type { SessionDocument } from '@qinqing/domain/identity/session/contract'
import type { Asker, Role } from '@qinqing/domain/kernel/message'
import { people } from '@qinqing/projections/identity/people'
import { sessions } from '@qinqing/projections/identity/sessions'
import type { Viewer } from '@qinqing/projections/kernel/predicate'
import { Gate, type Handshake } from '@qinqing/realtime/gate'
import { createHash, timingSafeEqual } from 'node:crypto'
import { cityOf } from '../kernel/city.ts'
import { cookie } from '../kernel/cookies.ts'
import { Running } from '../kernel/running.ts'

export const sessionCookie = 'qq_session'

/** Somebody who has signed in: the session, the person, and what the person may see. */
export interface Guest {
  session: SessionDocument
  person: PersonDocument
  viewer: Viewer
}


/** Only the hash of a session's secret is kept. */
export const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const sameHash = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** A page of another site may neither ask nor listen. */
export function sameOrigin({ origin, host }: Pick<Handshake, 'origin' | 'host'>): boolean {
  if (!origin || !host) return false
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Tells who stands at the door, for HTTP and sockets alike; rights are read anew each time. */
@Injectable()
export class Doorkeeper extends Gate implements OnModuleDestroy {
  private readonly stop: () => void
  private readonly listeners = new Set<(who: { session?: string; person?: string }) => void>()
  private readonly ends = new Map<string, () => void>()

  constructor(private readonly running: Running) {
    super()
    this.stop = running.projector.listen(({ projection, changes }) => {
      for (const { tenant, id, before } of changes) {
        if (projection === sessions.name && before) this.ended(`${tenant}/${id}`)
        if (projection === people.name) this.tell({ person: id })
      }
    })
  }

  onModuleDestroy() {
    this.stop()
    for (const cancel of this.ends.values()) cancel()
  }

  override async admit(handshake: Handshake): Promise<{ session: string; viewer: Viewer; name: string } | null> {
    if (!sameOrigin(handshake)) return null
    const guest = await this.guest(handshake)
    if (!guest) return null
    const session = `${guest.viewer.tenant}/${guest.session.id}`
    this.watchEnd(session, guest.session.expiresAt)
    return { session, viewer: guest.viewer, name: guest.person.name }
  }

  override async viewer(key: string): Promise<Viewer | null> {
    const [tenant = '', id = ''] = key.split('/')
    return (await this.known(tenant, id))?.viewer ?? null
  }

  override onChange(listener: (who: { session?: string; person?: string }) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Who the cookie says one is; null when it says nothing true. */
  async guest({ cookie: header, host }: Pick<Handshake, 'cookie' | 'host'>): Promise<Guest | null> {
    const [id, secret] = cookie(header, sessionCookie)?.split('.') ?? []
    if (!id || !secret) return null
    const guest = await this.known(cityOf(this.running.cities, host).id, id)
    return guest && sameHash(guest.session.secretHash, hashed(secret)) ? guest : null
  }

  private ended(session: string) {
    this.ends.get(session)?.()
    this.ends.delete(session)
    this.tell({ session })
  }

  /** A session that is past its time ends without an event; whoever listens with it must hear that all the same. */
  private watchEnd(session: string, expiresAt: string) {
    if (this.ends.has(session)) return
    const { clock, timers } = this.running.kernel.world
    const left = Date.parse(expiresAt) - Date.parse(clock.now())
    this.ends.set(session, timers.after(Math.max(0, left), () => {
      this.ends.delete(session)
      this.tell({ session })
    }))
  }

  private async known(tenant: string, id: string): Promise<Guest | null> {
    const session = await this.load<SessionDocument>(sessions, tenant, id)
    if (!session || session.expiresAt <= this.running.kernel.world.clock.now()) return null
    const person = await this.load<PersonDocument>(people, tenant, session.person)
    return person?.status === 'active' ? { session, person, viewer: viewerOf(tenant, person) } : null
  }

  private async load<Doc>(target: typeof people | typeof sessions, tenant: string, id: string): Promise<Doc | null> {
    return await this.running.reader.raw(target, tenant, id) as Doc | null
  }

  private tell(who: { session?: string; person?: string }) {
    for (const listener of this.listeners) listener(who)
  }
}

const viewerOf = (tenant: string, { id, posts, memberships }: PersonDocument): Viewer => ({
  tenant,
  person: id,
  roles: rolesOf({ posts, memberships }),
  offices: posts.map(({ office }) => office),
  postRoles: Object.fromEntries(posts.map(({ office, roles }) => [office, roles])),
  enterprises: memberships.map(({ enterprise }) => enterprise),
})

const rolesOf = ({ posts, memberships }: Pick<PersonDocument, 'posts' | 'memberships'>): Role[] =>
  [...new Set<Role>([...posts.flatMap(({ roles }) => roles), ...(memberships.length ? ['agent' as const] : [])])]

/** A guest as one who asks; `actingFor` names the enterprise or office where there are several. */
export function askerOf({ person, viewer }: Guest, actingFor?: string): Asker {
  const post = person.posts.find(one => one.office === actingFor) ?? person.posts[0]
  const membership = person.memberships.find(one => one.enterprise === actingFor) ?? person.memberships[0]
  const forOffice = post && (actingFor === undefined || post.office === actingFor || !membership)
  return {
    tenant: viewer.tenant, actor: person.id, by: person.name, roles: viewer.roles as readonly Role[], offices: viewer.offices,
    postRoles: Object.fromEntries(person.posts.map(({ office, roles }) => [office, roles])),
    enterprises: viewer.enterprises, mandate: null, purpose: 'work',
    post: forOffice ? `${post.officeName} ${post.title}` : null,
    onBehalfOf: forOffice ? post.office : membership?.enterprise ?? null,
  }
}

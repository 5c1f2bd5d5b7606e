import { actFor, me, type Me, Problematic, signOut, whenSignedOut } from '@qinqing/api/client'
import { LiveClient, type Problem } from '@qinqing/realtime/client'
import type { TFunction } from 'i18next'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveProvider } from './live.tsx'
import { followClock } from './now.ts'

/** Who is here, and for whom this page acts. */
export interface Session extends Me {
  /** The enterprise or office that this page acts for; null when the person has none. */
  hat: Hat | null
  hats: readonly Hat[]
  wear: (hat: Hat) => void
  leave: () => Promise<void>
  /** The session is over while its person is in the middle of something: pages are covered, and go on afterwards. */
  ended: boolean
  /** The same person has signed in again, or has now other rights. */
  again: () => Promise<void>
}

export interface Hat {
  kind: 'enterprise' | 'office'
  id: string
  name: string
  /** 经办, 法人, or the title of the post. */
  as: string
}

/** `left`: by signing out, and not for want of a session, so that whoever comes next begins at home. */
type Known = { state: 'asking' } | { state: 'nobody'; left: boolean } | { state: 'known'; me: Me } | { state: 'trouble'; problem: Problem }

interface Held {
  known: Known
  ask: () => Promise<void>
  forget: () => void
}

const Sessions = createContext<Held | null>(null)

const hatKey = 'qinqing.hat'

async function asked(): Promise<Known> {
  try {
    const found = await me()
    if (found) followClock(found.now)
    return found ? { state: 'known', me: found } : { state: 'nobody', left: false }
  } catch (error) {
    if (!(error instanceof Problematic)) throw error
    return { state: 'trouble', problem: error.problem }
  }
}

/** Asks once who is here; pages below read it, and begin again after signing in or out. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState<Known>({ state: 'asking' })
  // Who is known stays so when the server cannot be asked: what is on the page must not go for that.
  const ask = useCallback(() => asked().then(found => setKnown(before => (found.state === 'trouble' && before.state === 'known' ? before : found))), [])
  const forget = useCallback(() => setKnown({ state: 'nobody', left: true }), [])
  useEffect(() => { void ask() }, [ask])
  const held = useMemo(() => ({ known, ask, forget }), [known, ask, forget])
  return <Sessions value={held}>{children}</Sessions>
}

function useHeld(): Held {
  const held = use(Sessions)
  if (!held) throw new Error('There is no SessionProvider above.')
  return held
}

/** How far it is known who is here, for the frame that lets people in. */
export const useEntrance = (): Held => useHeld()

const hatsOf = ({ person }: Me, t: TFunction<'kit'>): Hat[] => [
  ...person.posts.map(({ office, officeName, title }): Hat => ({ kind: 'office', id: office, name: officeName, as: title })),
  ...person.memberships.map(({ enterprise, enterpriseName, capacity }): Hat =>
    ({ kind: 'enterprise', id: enterprise, name: enterpriseName, as: t(capacity === 'legal' ? 'identity.legal' : 'identity.handler') })),
]

const Present = createContext<Session | null>(null)

/** What only those see who have signed in: with one live connection, and a hat to act under. */
export function SignedIn({ me: known, children }: { me: Me; children: ReactNode }) {
  const { t } = useTranslation('kit')
  const { ask, forget } = useHeld()
  const client = useMemo(() => new LiveClient(), [])
  useEffect(() => () => client.stop(), [client])
  const [ended, setEnded] = useState(false)
  // The session has ended elsewhere, or by its time.
  useEffect(() => client.watchConnection(() => { if (client.connection().problem?.status === 401) setEnded(true) }), [client])
  useEffect(() => {
    whenSignedOut(() => setEnded(true))
    return () => whenSignedOut(undefined)
  }, [])
  const hats = useMemo(() => hatsOf(known, t), [known, t])
  const [chosen, choose] = useState(() => localStorage.getItem(hatKey))
  const hat = hats.find(({ id }) => id === chosen) ?? hats[0] ?? null
  actFor(hat?.id)
  const session = useMemo((): Session => ({
    ...known, hat, hats,
    wear({ id }) {
      localStorage.setItem(hatKey, id)
      choose(id)
    },
    async leave() {
      // Before the server ends the connection for want of a session, which would lead back to this very place.
      client.stop()
      await signOut().catch(() => undefined)
      forget()
    },
    ended,
    async again() {
      await ask()
      client.start()
      setEnded(false)
    },
  }), [known, hat, hats, client, forget, ended, ask])
  return <Present value={session}><LiveProvider client={client}>{children}</LiveProvider></Present>
}

/** Who is here; only below `SignedIn`. */
export function useSession(): Session {
  const session = use(Present)
  if (!session) throw new Error('There is no SignedIn above.')
  return session
}

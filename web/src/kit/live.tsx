import { type Connection, type LiveClient, loading, type Phase, type Problem, type Row, type Snapshot, type Topic } from '@qinqing/realtime/client'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

const Live = createContext<LiveClient | null>(null)

/** What is common to everything live: how it stands, and how old it is. */
interface Standing {
  phase: Phase
  /** The log position up to which this is known to be true. */
  position: number
  /** The server's time at which this was last known to be so. */
  asOf: string | null
  problem: Problem | undefined
}

export interface LiveDocument<Doc> extends Standing {
  /** Null while it is loading, when it is not there, and when it is not for this person. */
  document: Doc | null
}

export interface LiveRows<Doc> extends Standing {
  documents: readonly Doc[]
  /** The same with ids and positions. */
  rows: readonly (Row & { document: Doc })[]
  /** How many there are, also those beyond the limit. */
  total: number
}

export interface LiveCount extends Standing {
  count: number
}

interface Wanted {
  where?: Extract<Topic, { kind: 'query' }>['where']
  sort?: Extract<Topic, { kind: 'query' }>['sort']
  limit?: number
}

const everything = ['always'] as const
const noSort = [] as const
const none = {}

/** Lets all pages below share one connection, and one subscription for everything that several of them show. */
export function LiveProvider({ client, children }: { client: LiveClient; children: ReactNode }) {
  useEffect(() => {
    const again = () => client.start()
    again()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [client])
  return <Live value={client}>{children}</Live>
}

export function useLive(): LiveClient {
  const client = use(Live)
  if (!client) throw new Error('There is no LiveProvider above.')
  return client
}

/** The document as it is, now and after each change; with null for an id, nothing yet. */
export function useDocument<Doc>(projection: string, id: string | null): LiveDocument<Doc> {
  const snapshot = useTopic(id === null ? null : { kind: 'document', projection, id })
  return useMemo(() => ({ ...standing(snapshot), document: (snapshot.rows[0]?.document ?? null) as Doc | null }), [snapshot])
}

/** The first documents of a list in its order: those that meet `where` and may be seen. */
export function useRows<Doc>(projection: string, { where = everything, sort = noSort, limit = 100 }: Wanted = {}): LiveRows<Doc> {
  return useDocuments(useTopic({ kind: 'query', projection, where, sort, limit }))
}

export function useCount(projection: string, where: Wanted['where'] = everything): LiveCount {
  const snapshot = useTopic({ kind: 'count', projection, where })
  return useMemo(() => ({ ...standing(snapshot), count: snapshot.total }), [snapshot])
}

/** The documents of a view in its order; with null for parameters, none yet. */
export function useView<Doc>(view: string, params: Readonly<Record<string, string>> | null = none): LiveRows<Doc> {
  return useDocuments(useTopic(params && { kind: 'view', view, params }))
}

export interface Present {
  id: string
  name: string
}

const nobodyThere: ReadonlyMap<string, readonly Present[]> = new Map()

/** Who looks at which documents now, by document. */
export function usePresence(projection: string): ReadonlyMap<string, readonly Present[]> {
  const { rows } = useTopic({ kind: 'presence', projection })
  return useMemo(() => (rows.length ? new Map(rows.map(({ id, document }) => [id, (document as { people: readonly Present[] }).people])) : nobodyThere), [rows])
}

/** Is seen looking at a document as long as this is shown, and as long as the window is. */
export function useAttend(projection: string, id: string): void {
  const client = useLive()
  useEffect(() => {
    let leave: (() => void) | undefined
    const look = () => {
      leave?.()
      leave = document.visibilityState === 'hidden' ? undefined : client.attending.begin(projection, id)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      leave?.()
    }
  }, [client, projection, id])
}

/** How things stand between this page and the server. */
export function useConnection(): Connection {
  const client = useLive()
  return useSyncExternalStore(client.watchConnection, client.connection)
}

/** Pages write topics as they go: equal ones are one, however new the objects are. */
function useTopic(topic: Topic | null): Snapshot {
  const client = useLive()
  const key = JSON.stringify(topic)
  const kept = useMemo(() => JSON.parse(key) as Topic | null, [key])
  const watch = useCallback((listener: () => void) => (kept ? client.watch(kept, listener) : () => {}), [client, kept])
  // When the session has ended nothing comes any more; what was here stays for its person, behind what covers the page.
  const last = useRef<{ key: string; snapshot: Snapshot }>(undefined)
  return useSyncExternalStore(watch, () => {
    const snapshot = kept ? client.snapshot(kept) : loading
    const hasEnded = snapshot.phase === 'refused' && snapshot.problem?.status === 401
    if (hasEnded && last.current?.key === key) return last.current.snapshot
    if (snapshot.phase !== 'loading') last.current = { key, snapshot }
    return snapshot
  })
}

function useDocuments<Doc>(snapshot: Snapshot): LiveRows<Doc> {
  return useMemo(() => {
    const rows = snapshot.rows as LiveRows<Doc>['rows']
    return { ...standing(snapshot), rows, documents: rows.map(({ document }) => document), total: snapshot.total }
  }, [snapshot])
}

const standing = ({ phase, position, asOf, problem }: Snapshot): Standing => ({ phase, position, asOf, problem })

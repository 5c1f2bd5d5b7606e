import type { Batch } from '@qinqing/domain/kernel/event-store'
import { fold } from '@qinqing/domain/kernel/fold'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { partsOf } from '@qinqing/domain/kernel/stream'
import type { DocumentStore, Stored } from './document-store.ts'
import { type Change, Projected } from './projected.ts'
import type { AnyProjection } from './projection.ts'

/** Loads the documents that a batch touches, folds the batch over them, saves what has changed, and says so. */
export async function project(projection: AnyProjection, batch: Batch, log: string, documents: DocumentStore): Promise<Projected> {
  const changes: Change[] = []
  for (const [tenant, touched] of touchedBy(projection, batch.events)) {
    const stored = new Map((await documents.load(projection, tenant, [...touched.keys()])).map(one => [one.id, one]))
    for (const [id, events] of touched) changes.push(...advance(projection, tenant, id, events, stored.get(id)))
  }
  await documents.save(projection, changes.map(bare), { log, position: batch.position })
  return new Projected(projection.name, changes, batch.position, log)
}

const bare = ({ tenant, id, position, document }: Change): Stored => ({ tenant, id, position, document })

type Touched = Map<string, Recorded[]>

/** By tenant and document, the events that a document hears, in order. */
export function touchedBy({ touches, evolve }: AnyProjection, events: readonly Recorded[]): Map<string, Touched> {
  const tenants = new Map<string, Touched>()
  for (const event of events) {
    if (!Object.hasOwn(evolve, event.type)) continue
    const touched: Touched = tenants.get(event.tenant) ?? new Map()
    tenants.set(event.tenant, touched)
    for (const id of touches?.(event) ?? [partsOf(event.stream).id]) touched.set(id, [...touched.get(id) ?? [], event])
  }
  return tenants
}

/** A document skips what it has seen, so that a batch may safely come twice. */
export function advance({ initial, evolve }: AnyProjection, tenant: string, id: string, events: Recorded[], stored?: Stored): Change[] {
  const news = events.filter(({ position }) => position > (stored?.position ?? 0))
  if (!news.length) return []
  const before = stored?.document ?? null
  const document = news.reduce<unknown>((doc, event) => fold(evolve, doc ?? initial(id), event), before)
  return [{ tenant, id, document: document as object | null, position: news.at(-1)!.position, before }]
}

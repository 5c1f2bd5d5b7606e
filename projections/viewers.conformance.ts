import { fold } from '@qinqing/domain/kernel/fold'
import type { Context, Message } from '@qinqing/domain/kernel/message'
import { record } from '@qinqing/domain/kernel/spec'
import { bind, meets, type Rule, type Viewer } from './kernel/predicate.ts'
import type { AnyProjection } from './kernel/projection.ts'

const viewer = (over: Partial<Viewer>): Viewer => ({
  tenant: 'liuzhou', person: 'somebody', roles: [], offices: [], enterprises: [], ...over,
})

/** One of each kind of people; the examples belong to `enterprise`, to `office` and to the person `someone`. */
export const viewers = {
  'own agent': viewer({ roles: ['agent'], enterprises: ['enterprise'] }),
  'other agent': viewer({ roles: ['agent'], enterprises: ['other'] }),
  'agent of several': viewer({ roles: ['agent'], enterprises: ['other', 'enterprise'] }),
  'reviewer of the office': viewer({ roles: ['reviewer'], offices: ['office'] }),
  'reviewer of another office': viewer({ roles: ['reviewer'], offices: ['elsewhere'] }),
  'editor of the office': viewer({ roles: ['editor'], offices: ['office'] }),
  'editor of another office': viewer({ roles: ['editor'], offices: ['elsewhere'] }),
  'lead of the office': viewer({ roles: ['lead'], offices: ['office'] }),
  'lead of another office': viewer({ roles: ['lead'], offices: ['elsewhere'] }),
  'admin': viewer({ roles: ['admin'], offices: ['elsewhere'] }),
  'the person': viewer({ person: 'someone' }),
  'nobody': viewer({}),
} as const

export type Kind = keyof typeof viewers

/** Who sees a document. */
export const seenBy = ({ visible }: { visible: Rule }, document: unknown): Kind[] =>
  (Object.keys(viewers) as Kind[]).filter(kind => meets(document, bind(visible, viewers[kind])))

/** A document with an id, after events of one aggregate's stream; undefined before the first, null when it is gone. */
export const documentOf = (projection: AnyProjection, aggregate: string, events: readonly Message[], id = 'it', as: Partial<Context> = {}): unknown =>
  record(aggregate, events, as).reduce<unknown>((document, event) => fold(projection.evolve, document ?? projection.initial(id), event), undefined)

export const everybody = Object.keys(viewers) as Kind[]

import type { z } from 'zod'
import type { Predicate, Viewer } from './predicate.ts'
import type { Document } from './projection.ts'

/** One input of a view: the documents of a projection that meet a predicate, as the viewer may see them. */
export interface Input {
  projection: string
  where: Predicate
}

/**
 * What depends on many documents at once (my policies = my facts × all items): a pure function over documents,
 * evaluated for the viewer, and pushed when one of its inputs changes. Its answer is again a set of documents.
 */
export interface View<Params, Inputs extends Record<string, readonly unknown[]>, Doc extends Document> {
  name: string
  params: z.ZodType<Params>
  /** What the view looks at for this viewer; null when the viewer may not see it at all. */
  inputs: (params: Params, viewer: Viewer) => { [Name in keyof Inputs]: Input } | null
  /** `today` is the date in the city. */
  evaluate: (inputs: Inputs, params: Params, today: string) => Doc[]
}

// oxlint-disable-next-line no-explicit-any -- views of different documents have no common supertype
export type AnyView = View<any, any, any>

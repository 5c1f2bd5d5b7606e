import { predicateSchema } from '@qinqing/realtime/contract'
import { z } from 'zod'
import { bounds } from '../kernel/bounds.ts'

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The list as it is filtered: by the query that it asks, or by what it shows, in its order. */
export const wantedExport = z.strictObject({
  language: z.enum(['zh', 'en']).default('zh'),
  where: predicateSchema.default(['always']),
  sort: z.array(z.tuple([z.string().max(60), z.enum(['asc', 'desc'])])).max(3).default([]),
  text: z.string().max(bounds.textLength).optional(),
  ids: z.array(z.string().min(1).max(250)).max(bounds.exports.ids).optional(),
  /** What a view is asked with. */
  params: z.record(z.string().max(60), z.string().max(2000)).optional(),
})
export type WantedExport = z.output<typeof wantedExport>

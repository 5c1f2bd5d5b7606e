import { mostWaiting } from '@qinqing/domain/store/sqlite-writer'
import { readBounds } from '@qinqing/projections/kernel/reader'
import { bounds as live } from '@qinqing/realtime/contract'

/** The numbers that bound the HTTP door. */
export const bounds = {
  bodyBytes: 1024 * 1024,
  /** Nesting of JSON. */
  depth: 32,
  /** Values in one JSON body: a form with all its answers has some hundreds. */
  values: 20_000,
  /** How long a request may take to arrive: a full upload over a slow line. */
  requestMs: 300_000,
  /** How long the end of the server waits for what is being answered. */
  drainMs: 10_000,
  uploadBytes: 20 * 1024 * 1024,
  /** Uploads that have not arrived yet, and how long they may take. */
  uploads: { openOfPerson: 10, hours: 24 },
  /** Files of one application, those that were replaced included. */
  filesOfOne: 200,
  /** Rows of one page. */
  page: 200,
  textLength: 200,
  /** Rows of one exported file, read so many at a time, and how many may be named one by one. */
  exports: { rows: 10_000, page: 500, ids: 2_000 },
  waitMs: 5_000,
  /** How long the answer to a command waits for documents to show it. */
  settleMs: 500,
  /** Failed sign-ins of one account, or from one address, before it has to wait, and how long (doubled each time). */
  signIns: { ofAccount: 5, fromAddress: 100, waitMs: 15_000, longestMs: 15 * 60_000, remembered: 10_000 },
  sessionHours: 12,
} as const

/** Every number that bounds anything, by what it bounds; `bounds.spec.ts` reaches each, and they stand in the API's description. */
export const everyBound = { http: bounds, live, reads: readBounds, log: { waiting: mostWaiting } } as const

import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'
import { fileRef } from '../../language/field.ts'
import { text } from '../../language/text.ts'
import { assignment, authority, remark, specimen, tally } from './contract.ts'

const report = z.string().nullable()

const schemas = {
  IntakeStaged: z.object({ file: fileRef, office: z.string(), officeName: z.string() }),
  IntakePreviewed: z.object({
    format: z.string(), rows: z.int(), good: z.int(), remarks: z.array(remark), specimens: z.array(specimen), authorities: z.array(authority), report,
  }),
  IntakeRejected: z.object({ reason: text }),
  /** Those from before it could be said took samples in. */
  IntakeStarted: z.object({ assignments: z.array(assignment), official: z.boolean().optional() }),
  IntakeReported: z.object({ tally }),
  IntakeFinished: z.object({ tally, remarks: z.array(remark), report }),
  IntakeStopped: z.object({}),
}
export type IntakeEvent = Messages<typeof schemas>

export const intakeEvents: EventTable = { schemas, grade: 'internal' }

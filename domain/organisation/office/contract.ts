import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'

export type OfficeStatus = 'absent' | 'established'

const fields = { bureau: z.string().trim().min(2).max(60), name: z.string().trim().min(2).max(60), phone: z.string().trim().max(40) }

export const officeCommands = {
  EstablishOffice: z.strictObject({ ...fields, sample: z.boolean().optional() }),
  ReviseOffice: z.strictObject(fields),
}
export type OfficeCommand = Messages<typeof officeCommands>

export const officeMoves: Moves<OfficeStatus, OfficeCommand> = { absent: ['EstablishOffice'], established: ['ReviseOffice'] }

export const officeRoles: Roles<OfficeCommand> = { EstablishOffice: ['admin', 'operator', 'system'], ReviseOffice: ['admin', 'operator'] }

/** An office of a bureau as everybody sees it. */
export interface OfficeDocument {
  id: string
  bureau: string
  name: string
  phone: string
  sample: boolean
}

/** The folded office as other aggregates get it when they declare it as a fact. */
export interface OfficeFact {
  status: OfficeStatus
  bureau: string
  name: string
}

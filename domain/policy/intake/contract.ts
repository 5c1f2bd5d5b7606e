import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { fileRef } from '../../language/field.ts'
import { text } from '../../language/text.ts'

export type IntakeStatus = 'absent' | 'staged' | 'unreadable' | 'previewed' | 'running' | 'stopped' | 'finished'

const id = z.string().min(1).max(120)
const count = z.int().min(0).max(10_000_000)
const hash = z.string().regex(/^[0-9a-f]{64}$/).nullable()

/** A row that does not go in, or was left as it is, and why. */
export const remark = z.object({ row: count, code: z.string().max(120), became: z.enum(['refused', 'kept']), reasons: z.array(text).max(20) })
export type IntakeRemark = z.infer<typeof remark>

/** A good row, as the preview shows some of them. */
export const specimen = z.object({ row: count, code: z.string().max(120), title: z.string().max(200), authority: z.string().max(120) })

/** An implementing office as the file names it, and how many rows are its. */
export const authority = z.object({ name: z.string().max(120), count })

/** Which office answers here for the rows of an office of the file. */
export const assignment = z.object({ authority: z.string().max(120), office: id, officeName: z.string().max(120) })

export const tally = z.object({ read: count, new: count, unchanged: count, revised: count, kept: count, refused: count })
export type IntakeTally = z.infer<typeof tally>

const mostAuthorities = 300
const preview = {
  format: z.string().max(20), rows: count, good: count, remarks: z.array(remark).max(100), specimens: z.array(specimen).max(10),
  authorities: z.array(authority).max(mostAuthorities),
}

export const intakeCommands = {
  /** A file has been uploaded for it; the server reads it through and previews it. */
  StageIntake: z.strictObject({ file: fileRef, office: id, officeName: z.string().max(120) }),
  /** What the server found; nothing has been taken in yet. `report` is the file of all faults. */
  PreviewIntake: z.strictObject({ ...preview, report: hash }),
  /** The file cannot be read as a list at all. */
  RejectIntake: z.strictObject({ reason: text }),
  /**
   * Takes the good rows in as drafts; what has no office of its own goes to that of the intake. `official` says that they are meant to be
   * used; left out, they are marked as samples.
   */
  StartIntake: z.strictObject({ assignments: z.array(assignment).max(mostAuthorities), official: z.boolean().optional() }),
  ReportIntake: z.strictObject({ tally }),
  FinishIntake: z.strictObject({ tally, remarks: z.array(remark).max(100), report: hash }),
  /** What is taken in stays; the rest can be taken in later. */
  StopIntake: z.strictObject({}),
}
export type IntakeCommand = Messages<typeof intakeCommands>

export const intakeMoves: Moves<IntakeStatus, IntakeCommand> = {
  absent: ['StageIntake'],
  staged: ['PreviewIntake', 'RejectIntake', 'StopIntake'],
  unreadable: [],
  previewed: ['StartIntake', 'StopIntake'],
  running: ['ReportIntake', 'FinishIntake', 'StopIntake'],
  stopped: ['StartIntake'],
  finished: ['StartIntake'],
}

export const intakeRoles: Roles<IntakeCommand> = {
  StageIntake: ['editor'],
  PreviewIntake: ['system'],
  RejectIntake: ['system'],
  StartIntake: ['editor'],
  ReportIntake: ['system'],
  FinishIntake: ['system'],
  StopIntake: ['editor'],
}

export const intakeRefusals = {
  otherOffice: { code: 'intake/other-office', zh: '只能为自己所在的处室导入', en: 'You can import only for your own office.' },
  noOffice: { code: 'intake/no-such-office', zh: '选的处室里有的还没有建立，请另选，或请管理员先建立', en: 'An office that was chosen does not exist; choose another, or ask an administrator to establish it.' },
  unread: { code: 'intake/not-previewed', zh: '这次导入在读完文件以前就停了，请重新上传文件', en: 'It was stopped before the file was read; upload the file again.' },
} as const

/** An import of a file of service items, as the editors of its office see it. */
export interface IntakeDocument {
  id: string
  status: IntakeStatus
  office: string
  officeName: string
  file: z.infer<typeof fileRef>
  stagedAt: string
  stagedBy: string
  preview: z.infer<z.ZodObject<typeof preview>> | null
  reason: z.infer<typeof text> | null
  assignments: readonly z.infer<typeof assignment>[]
  /** Whether what it takes in is meant to be used; if not, it is marked as a sample. */
  official: boolean
  startedAt: string | null
  tally: IntakeTally | null
  /** When the tally was true. */
  asOf: string | null
  remarks: readonly IntakeRemark[]
  /** The hash of the file in which every fault is written down. */
  report: string | null
  updatedAt: string
}

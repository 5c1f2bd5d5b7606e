import { canonical } from '../../kernel/canonical.ts'
import type { Decider, Need } from '../../kernel/decider.ts'
import type { Context } from '../../kernel/message.ts'
import { worksAs } from '../../kernel/post.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { type IntakeCommand, type IntakeDocument, intakeCommands, intakeMoves, intakeRefusals, intakeRoles, type IntakeStatus, type IntakeTally } from './contract.ts'
import { type IntakeEvent, intakeEvents } from './events.ts'

export interface Intake {
  status: IntakeStatus
  office: string
  officeName: string
  file: IntakeDocument['file'] | null
  previewed: boolean
  assignments: IntakeDocument['assignments']
  official: boolean
  tally: IntakeTally | null
  /** Who started it last: in whose name the rows are taken in. */
  startedBy: string
}

const ensureEditor = ({ office }: Intake, context: Context) => ensureThere(worksAs(context, 'editor', office))

/** The offices that rows are given to, each looked at. */
type Offices = Partial<Record<string, { status: string }>>

/** 导入: a file of service items that becomes drafts; it is read, shown, and only then taken in. */
export const intake: Decider<Intake, IntakeCommand, IntakeEvent, Offices> = {
  system: 'policy',
  aggregate: 'intake',
  initial: { status: 'absent', office: '', officeName: '', file: null, previewed: false, assignments: [], official: false, tally: null, startedBy: '' },
  commands: intakeCommands,
  events: intakeEvents,
  moves: intakeMoves,
  roles: intakeRoles,

  needs: {
    StartIntake: ({ assignments }): Record<string, Need> => Object.fromEntries(assignments.map(({ office }) => [office, { aggregate: 'office', id: office }])),
  },

  decide: {
    StageIntake(_, data, context) {
      ensure(worksAs(context, 'editor', data.office), intakeRefusals.otherOffice)
      return [{ type: 'IntakeStaged', data }]
    },
    PreviewIntake: (_, data) => [{ type: 'IntakePreviewed', data }],
    RejectIntake: (_, data) => [{ type: 'IntakeRejected', data }],
    // Drafts may be given to other offices: their editors decide what becomes of them, and nothing is published by it.
    StartIntake(intake, data, context, offices) {
      ensureEditor(intake, context)
      ensure(intake.previewed, intakeRefusals.unread)
      ensure(data.assignments.every(({ office }) => offices[office]?.status === 'established'), intakeRefusals.noOffice)
      return [{ type: 'IntakeStarted', data }]
    },
    ReportIntake: ({ tally }, data) => (canonical(tally) === canonical(data.tally) ? [] : [{ type: 'IntakeReported', data }]),
    FinishIntake: (_, data) => [{ type: 'IntakeFinished', data }],
    StopIntake(intake, _, context) {
      ensureEditor(intake, context)
      return [{ type: 'IntakeStopped', data: {} }]
    },
  },

  evolve: {
    IntakeStaged: (intake, { file, office, officeName }) => ({ ...intake, status: 'staged', file, office, officeName }),
    IntakePreviewed: intake => ({ ...intake, status: 'previewed', previewed: true }),
    IntakeRejected: intake => ({ ...intake, status: 'unreadable' }),
    IntakeStarted: (intake, { assignments, official = false }, { by }) => ({ ...intake, status: 'running', assignments, official, tally: null, startedBy: by }),
    IntakeReported: (intake, { tally }) => ({ ...intake, tally }),
    IntakeFinished: (intake, { tally }) => ({ ...intake, status: 'finished', tally }),
    IntakeStopped: intake => ({ ...intake, status: 'stopped' }),
  },
}

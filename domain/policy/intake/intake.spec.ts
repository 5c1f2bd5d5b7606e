import { rules } from '../../rules.conformance.ts'
import { intakeRefusals } from './contract.ts'
import { assignments, finished, found, previewed, rejected, reported, staged, staging, started, stopped, tally } from './examples.conformance.ts'
import { intake } from './intake.ts'

const own = { offices: ['office'], roles: ['editor' as const] }
const other = { offices: ['other'], roles: ['editor' as const] }
const system = { offices: [], roles: ['system' as const] }
const established = { second: { status: 'established' } }
const start = { type: 'StartIntake' as const, data: { assignments } }

rules(intake, {
  refusals: intakeRefusals,
  lives: {
    absent: [], staged: [staged], unreadable: [staged, rejected], previewed: [staged, previewed], running: [staged, previewed, started],
    stopped: [staged, previewed, started, reported, stopped], finished: [staged, previewed, started, reported, finished],
  },
  asks: {
    StageIntake: staging, PreviewIntake: found, RejectIntake: { reason: { zh: '文件里不是一个列表', en: 'The file is not a list.' } }, StartIntake: { assignments },
    ReportIntake: { tally }, FinishIntake: { tally, remarks: found.remarks, report: found.report }, StopIntake: {},
  },
  facts: { StartIntake: established },
  as: { StageIntake: own, StartIntake: own, StopIntake: own },
  scenarios: {
    'is staged for the own office': { given: [], when: { type: 'StageIntake', data: staging }, as: own, then: [staged] },
    'is not staged for the office of others': { given: [], when: { type: 'StageIntake', data: staging }, as: other, refused: 'intake/other-office' },
    'shows what is in the file before anything is written': { given: [staged], when: { type: 'PreviewIntake', data: found }, as: system, then: [previewed] },
    'is given up when the file is no list': { given: [staged], when: { type: 'RejectIntake', data: rejected.data as { reason: { zh: string; en: string } } }, as: system, then: [rejected] },
    'starts with an office for each office of the file': { given: [staged, previewed], when: start, as: own, facts: established, then: [started] },
    'starts without any, and all goes to its own office': {
      given: [staged, previewed], when: { type: 'StartIntake', data: { assignments: [] } }, as: own, then: [{ type: 'IntakeStarted', data: { assignments: [] } }],
    },
    'starts with content that is meant to be used': {
      given: [staged, previewed], when: { type: 'StartIntake', data: { assignments, official: true } }, as: own, facts: established,
      then: [{ type: 'IntakeStarted', data: { assignments, official: true } }],
    },
    'does not start with an office that is not there': { given: [staged, previewed], when: start, as: own, facts: { second: { status: 'absent' } }, refused: 'intake/no-such-office' },
    'does not start before the file was read': { given: [staged, stopped], when: start, as: own, facts: established, refused: 'intake/not-previewed' },
    'is not there for editors of another office: starting': { given: [staged, previewed], when: start, as: other, facts: established, absent: true },
    'is not there for editors of another office: stopping': { given: [staged, previewed], when: { type: 'StopIntake', data: {} }, as: other, absent: true },
    'tells how far it has come': { given: [staged, previewed, started], when: { type: 'ReportIntake', data: { tally } }, as: system, then: [{ type: 'IntakeReported', data: { tally } }] },
    'tells it once': {
      given: [staged, previewed, started, { type: 'IntakeReported', data: { tally } }], when: { type: 'ReportIntake', data: { tally } }, as: system, then: [],
    },
    'is stopped in the middle': { given: [staged, previewed, started, reported], when: { type: 'StopIntake', data: {} }, as: own, then: [stopped] },
    'goes on after it was stopped': { given: [staged, previewed, started, reported, stopped], when: start, as: own, facts: established, then: [started] },
    'ends with what became of every row': {
      given: [staged, previewed, started, reported], when: { type: 'FinishIntake', data: { tally, remarks: found.remarks, report: found.report } }, as: system, then: [finished],
    },
    'is run again, which finds everything there': { given: [staged, previewed, started, finished], when: start, as: own, facts: established, then: [started] },
  },
})

import type { IntakeEvent } from './events.ts'

export const file = { hash: 'a'.repeat(64), name: '示例事项清单.xlsx', size: 4_096, type: 'text/csv' }
export const staging = { file, office: 'office', officeName: '示例工信局企业服务科' }
export const found = {
  format: 'csv', rows: 3, good: 2, report: 'b'.repeat(64),
  remarks: [{ row: 3, code: '', became: 'refused' as const, reasons: [{ zh: 'TASK_CODE：没有事项编码', en: 'TASK_CODE: there is no code' }] }],
  specimens: [{ row: 2, code: 'A1', title: '示例事项', authority: '示例省厅' }], authorities: [{ name: '示例省厅', count: 2 }],
}
export const assignments = [{ authority: '示例省厅', office: 'second', officeName: '示例科技局高新科' }]
export const tally = { read: 3, new: 2, unchanged: 0, revised: 0, kept: 0, refused: 1 }

export const staged: IntakeEvent = { type: 'IntakeStaged', data: staging }
export const previewed: IntakeEvent = { type: 'IntakePreviewed', data: found }
export const rejected: IntakeEvent = { type: 'IntakeRejected', data: { reason: { zh: '文件里不是一个列表', en: 'The file is not a list.' } } }
export const started: IntakeEvent = { type: 'IntakeStarted', data: { assignments } }
export const reported: IntakeEvent = { type: 'IntakeReported', data: { tally: { ...tally, read: 1, new: 1, refused: 0 } } }
export const finished: IntakeEvent = { type: 'IntakeFinished', data: { tally, remarks: found.remarks, report: found.report } }
export const stopped: IntakeEvent = { type: 'IntakeStopped', data: {} }

import type { Problem } from '@qinqing/realtime/client'
import { answersOf, fateOf, patchOf, remoteOf, replyKey } from './command.ts'
import type { Values } from './edits.ts'

const detail = { zh: '为什么', en: 'why' }
const said = (status: number, code: string, more: object = {}): Problem => ({ type: '', title: '', status, code, detail, ...more })
const scan = { hash: 'a'.repeat(64), name: '合同.pdf', size: 5, type: 'application/pdf' }
const batch: Values = { 'contact.name': '示例', 'material.scan': scan, [replyKey('1')]: '已补' }
const long = { zh: '写得太长', en: 'too long' }

it.each<[string, Problem, unknown]>([
  ['nobody is signed in', said(401, 'signed-out'), { how: 'signed-out' }],
  ['no network', said(0, 'unreachable'), { how: 'unreachable' }],
  ['the log is away', said(503, 'log-unavailable'), { how: 'unreachable' }],
  ['too many at once', said(429, 'slow'), { how: 'unreachable' }],
  ['a defect', said(500, 'defect'), { how: 'unreachable' }],
  ['an answer at fault', said(409, 'application/bad-answer', { details: [{ field: 'contact.name', code: 'too-long', message: long }] }), { how: 'refused', faults: { 'contact.name': long } }],
  ['a field that was not asked for', said(409, 'application/not-asked', { details: ['contact.name'] }), { how: 'refused', faults: { 'contact.name': detail } }],
  ['a file that did not arrive', said(409, 'file/not-uploaded'), { how: 'refused', faults: { 'material.scan': detail } }],
  ['a shape at fault', said(400, 'malformed', { faults: [{ path: 'patch.material.scan.size', message: '' }] }), { how: 'refused', faults: { 'material.scan': detail } }],
  ['a reply at fault', said(400, 'malformed', { faults: [{ path: 'replies.1', message: '' }] }), { how: 'refused', faults: { 'reply/1': detail } }],
  ['all, when no field is named', said(409, 'application/not-asked'), { how: 'refused', faults: { 'contact.name': detail, 'material.scan': detail, 'reply/1': detail } }],
  ['all, when only a stranger is named', said(409, 'application/not-asked', { details: ['else'] }), { how: 'refused', faults: { 'contact.name': detail, 'material.scan': detail, 'reply/1': detail } }],
  ['a right is missing', said(403, 'forbidden'), { how: 'refused', faults: { 'contact.name': detail, 'material.scan': detail, 'reply/1': detail } }],
])('%s', (_, problem, fate) => expect(fateOf(problem, batch)).toEqual(fate))

it('a batch is asked as a patch, with replies where there are some', () => {
  expect(patchOf({ a: null, b: ['x'] })).toEqual({ patch: { a: null, b: ['x'] } })
  expect(patchOf({ a: '1', 'reply/1': '已补', 'reply/2': null })).toEqual({ patch: { a: '1' }, replies: { 1: '已补', 2: '' } })
})

it('answers and replies lie side by side while they are typed', () => {
  const typed = remoteOf({ answers: { a: '1' }, replies: { 1: '已补', 2: '' } })
  expect(typed).toEqual({ a: '1', 'reply/1': '已补' })
  expect(answersOf({ a: '1', 'reply/1': '已补' })).toEqual({ a: '1' })
})

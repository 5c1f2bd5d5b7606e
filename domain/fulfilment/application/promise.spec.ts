import { decide, replay } from '../../kernel/decider.ts'
import { context, record } from '../../kernel/spec.ts'
import { application } from './application.ts'
import type { ApplicationEvent } from './events.ts'
import { answeredWith, asked, claimed, dossier, filling, mended, patched, promise, released, started, submittedWith } from './examples.conformance.ts'

type Told = readonly [at: string, ...events: readonly ApplicationEvent[]]

/** The promise that an answered correction gives, when everything happened at its own time. */
function promised(history: readonly Told[], at: string) {
  const past = history.flatMap(([when, ...events]) => record('application', events, { at: when }))
  const [answer] = decide(application, replay(application, past), { type: 'AnswerCorrection', data: {} }, { ...context, at }, { dossier })
  return (answer!.data as { promise: object }).promise
}

const begun = (at: string, dueDate = '2026-03-23'): Told =>
  [at, started, patched(filling), submittedWith({ promise: { ...promise, dueDate, dueAt: `${dueDate}T09:30:00.000Z` } })]
const due = (dueDate: string) => ({ days: 15, unit: 'working', dueDate, dueAt: `${dueDate}T09:30:00.000Z`, estimated: false })

/** Times are UTC: work ends at 17:30 in the city, 09:30 here. Without a pause it would be due on Monday, the 23rd of March. */
const cases: Record<string, { given: readonly Told[]; at: string; due: string }> = {
  'an answer within the same day costs nothing': {
    given: [begun('2026-03-02T01:00:00.000Z'), ['2026-03-05T01:00:00.000Z', asked, mended]], at: '2026-03-05T09:00:00.000Z', due: '2026-03-23',
  },
  'a pause over the end of one working day adds that day': {
    given: [begun('2026-03-02T01:00:00.000Z'), ['2026-03-05T01:00:00.000Z', asked, mended]], at: '2026-03-06T01:00:00.000Z', due: '2026-03-24',
  },
  'a pause over a weekend adds the working days': {
    given: [begun('2026-03-02T01:00:00.000Z'), ['2026-03-05T02:00:00.000Z', asked, mended]], at: '2026-03-10T08:00:00.000Z', due: '2026-03-26',
  },
  'a pause on a weekend adds nothing': {
    given: [begun('2026-03-02T01:00:00.000Z'), ['2026-03-07T02:00:00.000Z', asked, mended]], at: '2026-03-08T08:00:00.000Z', due: '2026-03-23',
  },
  'a correction asked after work does not count that day twice': {
    given: [begun('2026-03-02T01:00:00.000Z'), ['2026-03-05T10:00:00.000Z', asked, mended]], at: '2026-03-06T01:00:00.000Z', due: '2026-03-23',
  },
  'two pauses add up': {
    given: [
      begun('2026-03-02T01:00:00.000Z'), ['2026-03-05T02:00:00.000Z', asked, mended], ['2026-03-10T08:00:00.000Z', answeredWith({})],
      ['2026-03-12T01:00:00.000Z', asked, patched({}, { 1: '已重新上传', 2: '全部是新购设备' })],
    ],
    at: '2026-03-13T01:00:00.000Z', due: '2026-03-27',
  },
  'a pause over a holiday adds the working days of it, a make-up Saturday too': {
    given: [begun('2026-04-28T01:00:00.000Z', '2026-05-21'), ['2026-04-30T01:00:00.000Z', asked, mended]], at: '2026-05-11T01:00:00.000Z', due: '2026-05-28',
  },
  'claims and releases pause nothing': {
    given: [
      begun('2026-03-02T01:00:00.000Z'), ['2026-03-03T01:00:00.000Z', claimed], ['2026-03-04T01:00:00.000Z', released], [
        '2026-03-05T01:00:00.000Z', asked, mended,
      ],
    ],
    at: '2026-03-06T01:00:00.000Z', due: '2026-03-24',
  },
  'it runs from the first submission, however late the answer': {
    given: [begun('2026-03-02T01:00:00.000Z'), ['2026-03-19T10:00:00.000Z', asked, mended]], at: '2026-03-31T01:00:00.000Z', due: '2026-04-01',
  },
}

test.each(Object.entries(cases))('%s', (_, { given, at, due: dueDate }) => {
  expect(promised(given, at)).toEqual(due(dueDate))
})

import { openStatuses } from '../../parts/open.ts'
import { acceptedAt, courses, latest, news, stateOf, within } from './states.ts'

const at = (day: number, type: string) => ({ at: `2026-11-${day}T02:00:00.000Z`, type, by: '示例', post: null, note: null })
const application = { timeline: [at(16, 'ApplicationSubmitted'), at(17, 'CaseClaimed'), at(18, 'ConditionJudged')] }

it('knows what the office has done since the last visit, and nothing of before', () => {
  expect(news(application, '2026-11-16T12:00:00.000Z')?.type).toBe('CaseClaimed')
  expect(news(application, '2026-11-17T12:00:00.000Z')).toBeUndefined()
  expect(news(application, null)).toBeUndefined()
})

it('is accepted when the office takes it up, or decides at once, and not when it has come in', () => {
  const decision = { result: 'approved', at: '2026-11-18T03:00:00.000Z', by: '示例', post: null, opinion: '同意', fen: null, clause: null } as const
  expect(acceptedAt({ ...application, decision: null })).toBe('2026-11-17T02:00:00.000Z')
  expect(acceptedAt({ timeline: [at(16, 'ApplicationSubmitted')], decision: null })).toBeUndefined()
  expect(acceptedAt({ timeline: [at(16, 'ApplicationSubmitted')], decision })).toBe('2026-11-18T03:00:00.000Z')
})

it('is no news what the enterprise did itself', () =>
  expect(news({ timeline: [at(19, 'ApplicationWithdrawn')] }, '2026-11-01T00:00:00.000Z')).toBeUndefined())
it('is no news what the enterprise has answered already', () => {
  const asked = [at(17, 'CaseClaimed'), at(18, 'CorrectionRequested')]
  expect(news({ timeline: asked }, '2026-11-16T00:00:00.000Z')?.type).toBe('CorrectionRequested')
  expect(news({ timeline: [...asked, at(19, 'CorrectionAnswered')] }, '2026-11-16T00:00:00.000Z')).toBeUndefined()
  expect(news({ timeline: [...asked, at(19, 'CorrectionAnswered'), at(20, 'ApplicationApproved')] }, '2026-11-16T00:00:00.000Z')?.type).toBe('ApplicationApproved')
})
it('does not tell judgements one by one', () => expect(latest(application)?.type).toBe('CaseClaimed'))

it('draws four steps in every state, and nothing goes on after an end', () => {
  for (const course of Object.values(courses)) {
    expect(course).toHaveLength(4)
    const end = course.findIndex(([, state]) => state === 'ended')
    if (end >= 0) expect(course.slice(end + 1).every(([, state]) => state === 'next')).toBe(true)
  }
})

it('has one tab beside all for every application, so that they add up', () => {
  const { all, ...tabs } = within
  expect(Object.values(tabs).flat().toSorted()).toEqual(all.toSorted())
})

it('leaves nothing of what is open out of the two tabs that are not over', () =>
  expect([...within.todo, ...within.running].toSorted()).toEqual(openStatuses.toSorted()))

it('has no place for what was discarded', () => expect(Object.values(within).flat()).not.toContain('discarded'))
it.each([['done', 'done'], ['nonsense', 'all'], [null, 'all']])('the state %s is %s', (asked, state) => expect(stateOf(asked)).toBe(state))

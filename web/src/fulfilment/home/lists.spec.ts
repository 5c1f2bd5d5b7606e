import type { ApplicationDocument, ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import { within } from '../applications/states.ts'
import { onTheirWay, toDo } from './lists.ts'

const being = (...statuses: ApplicationStatus[]) => statuses.map(status => ({ status, correction: null, savedAt: '' }) as unknown as ApplicationDocument)
const statuses = (applications: readonly ApplicationDocument[]) => applications.map(({ status }) => status)

it('counts on the home as the list of all does: what waits for the enterprise, and what is with the office', () => {
  const open = being(...within.todo, ...within.running)
  const { corrections, drafts } = toDo(open)
  expect(statuses([...drafts, ...corrections])).toEqual(within.todo)
  expect(statuses(onTheirWay(open))).toEqual(within.running)
})

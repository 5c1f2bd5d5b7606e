import type { ApplicationEvent } from '@qinqing/domain/fulfilment/application/events'
import { lives } from '@qinqing/domain/fulfilment/application/examples.conformance'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { policyCases } from './policy-cases.ts'

const after = (status: keyof typeof lives) =>
  documentOf(policyCases, 'application', lives[status].filter(event => Object.hasOwn(policyCases.evolve, event.type)) as ApplicationEvent[])

test('whose a draft is, is nobody’s business', () => {
  expect(after('draft')).toMatchObject({ status: 'draft', enterprise: '', version: 1 })
  expect(JSON.stringify(after('draft'))).not.toContain('enterprise-')
})

test.each(['submitted', 'claimed', 'correcting', 'resubmitted'] as const)('a case that is %s is open, and says whose it is', status => {
  expect(after(status)).toMatchObject({ status: 'open', enterprise: expect.stringMatching(/./) })
})

test.each(['discarded', 'withdrawn', 'approved', 'refused', 'lapsed'] as const)('one that is %s is closed', status => {
  expect(after(status)).toBeNull()
})

test('editors and heads of offices see it', () => {
  expect(seenBy(policyCases, after('submitted'))).toEqual(expect.arrayContaining(['editor of the office', 'lead of the office']))
  expect(seenBy(policyCases, after('submitted')).filter(one => !/editor|lead/.test(one))).toEqual([])
})

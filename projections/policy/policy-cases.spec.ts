import type { ApplicationEvent } from '@qinqing/domain/fulfilment/application/events'
import { lives, started } from '@qinqing/domain/fulfilment/application/examples.conformance'
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

test('those see it who write the policies of the office that answers for this one, and who lead it', () => {
  expect(seenBy(policyCases, after('submitted'))).toEqual(['editor of the office', 'lead of the office'])
})

test('where another office decides on the item, it is still the policy’s that sees it; in what began before that was noted, the item’s', () => {
  const of = (data: object) => documentOf(policyCases, 'application', [{ ...started, data: { ...started.data, item: { ...started.data.item, office: 'deciding' }, ...data } }])
  expect([of({}), of({ policyOffice: undefined })]).toMatchObject([{ office: 'office' }, { office: 'deciding' }])
})

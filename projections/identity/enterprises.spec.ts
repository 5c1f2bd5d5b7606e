import type { EnterpriseEvent } from '@qinqing/domain/identity/enterprise/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { enterprises } from './enterprises.ts'

const registered: EnterpriseEvent = {
  type: 'EnterpriseRegistered', data: { name: '龙城示例机械有限公司', creditCode: '91450200MA5EXAMQ0C', sample: true },
}

specifyDocument(enterprises, 'enterprise', {
  'an enterprise has its name and code': {
    given: [registered], then: { id: 'it', name: '龙城示例机械有限公司', creditCode: '91450200MA5EXAMQ0C', sample: true },
  },
})

test('its own people see it, and officials do', () => {
  expect(seenBy(enterprises, documentOf(enterprises, 'enterprise', [registered], 'enterprise'))).toEqual([
    'own agent', 'agent of several', 'reviewer of the office', 'reviewer of another office', 'editor of the office', 'editor of another office',
    'lead of the office', 'lead of another office', 'admin',
  ])
})

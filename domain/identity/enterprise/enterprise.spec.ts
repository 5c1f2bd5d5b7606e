import { rules } from '../../rules.conformance.ts'
import { enterpriseRefusals } from './contract.ts'
import { enterprise } from './enterprise.ts'
import type { EnterpriseEvent } from './events.ts'

const firm = { name: '龙城示例机械有限公司', creditCode: '91450200MA5EXAMQ0C' }
const registered: EnterpriseEvent = { type: 'EnterpriseRegistered', data: { ...firm, sample: false } }
const register = { type: 'RegisterEnterprise', data: firm } as const

rules(enterprise, {
  refusals: enterpriseRefusals,
  lives: { absent: [], registered: [registered] },
  asks: { RegisterEnterprise: firm },
  scenarios: {
    'is registered with its credit code': { given: [], when: register, then: [registered] },
    'says that it is a sample': {
      given: [], when: { type: 'RegisterEnterprise', data: { ...firm, sample: true } },
      then: [{ type: 'EnterpriseRegistered', data: { ...firm, sample: true } }],
    },
    'is registered once': { given: [registered], when: register, refused: 'enterprise/not-now' },
  },
  keys: {
    'a credit code belongs to one enterprise for good': {
      given: [], event: registered, claims: [{ key: 'credit-code/91450200MA5EXAMQ0C', code: 'enterprise/credit-code-taken' }],
    },
  },
})

test.each([
  ['a check digit that does not fit', { ...firm, creditCode: '91450200MA5EXAMQ01' }],
  ['a code with blanks', { ...firm, creditCode: ' 91450200MA5EXAMQ0C' }],
  ['a name of one character', { ...firm, name: ' 龙 ' }],
  ['a field that nobody declared', { ...firm, owner: '示例某' }],
])('%s is malformed', (_, data) => {
  expect(enterprise.commands['RegisterEnterprise']!.safeParse(data).success).toBe(false)
})

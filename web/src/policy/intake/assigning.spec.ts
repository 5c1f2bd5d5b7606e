import { assignmentsOf } from './assigning.ts'

const offices = [
  { id: 'own', bureau: '示例市政务局', name: '综合科', phone: '', sample: true }, { id: 'industry', bureau: '示例市工信局', name: '企业科', phone: '', sample: true },
  { id: 'science', bureau: '示例市科技局', name: '高新科', phone: '', sample: true },
]
const authorities = ['示例省工信厅', '示例市工信局', '示例市科技局高新科', '示例市政务局'].map(name => ({ name, count: 1 }))
const told = (chosen: Record<string, string>) => assignmentsOf(authorities, offices, chosen, 'own').map(({ authority, office, officeName }) => `${authority} ${office} ${officeName}`)

test('what is known by its name goes there, and what is not goes to the own office without being said', () => {
  expect(told({})).toEqual(['示例市工信局 industry 示例市工信局企业科', '示例市科技局高新科 science 示例市科技局高新科'])
})

test('what was chosen counts more, also the own office', () => {
  expect(told({ 示例省工信厅: 'industry', 示例市工信局: 'own', constructor: 'science' })).toEqual(['示例省工信厅 industry 示例市工信局企业科', '示例市科技局高新科 science 示例市科技局高新科'])
})

import { z } from 'zod'
import { personal, personalFields } from './personal.ts'

const mark = personal(z.string())

test.each<[string, z.ZodType]>([
  ['as it is', mark],
  ['optional inside', personal(z.string().optional())],
  ['optional', mark.optional()],
  ['nullable and optional', mark.nullable().optional()],
  ['with a default', mark.default('')],
  ['read-only', mark.readonly()],
  ['bounded', mark.max(5)],
  ['refined', mark.refine(text => text !== 'x')],
  ['described', mark.describe('a name')],
  ['transformed', mark.transform(text => text.trim())],
  ['in a list', z.array(mark)],
])('a personal field stays personal: %s', (_, schema) => {
  expect(personalFields(z.object({ plain: z.string(), field: schema }))).toEqual([{ field: 'field', subject: 'id' }])
})

test('a personal field stays personal in an object that was extended, made partial, strict or refined', () => {
  const table = z.object({ name: mark, owner: z.string(), phone: personal(z.string(), 'owner') })
  const fields = [{ field: 'name', subject: 'id' }, { field: 'phone', subject: 'owner' }]
  for (const one of [table, table.extend({ more: z.string() }), table.partial(), table.strict(), table.refine(() => true)]) {
    expect(personalFields(one)).toEqual(fields)
  }
})

test('marking one schema leaves an equal one alone', () => {
  const plain = z.string()
  personal(plain)
  expect(personalFields(z.object({ plain }))).toEqual([])
  expect(personalFields(undefined)).toEqual([])
})

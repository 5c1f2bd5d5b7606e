import { deriveForm, read } from '@qinqing/domain/language/form'
import { presentAt } from './days.ts'
import { batchesOf, factsAt } from './dossiers.ts'
import { enterprises } from './enterprises.ts'
import { demoPolicies } from './policies.ts'

const present = presentAt('2026-11-25T03:10:00.000Z')
const items = demoPolicies(present).flatMap(policy => policy.items)
const five = ['award', 'steady', 'growth', 'green', 'newjobs']

/** How many fields an enterprise finds filled in, each with its source and date, before it types anything. */
function prefilled(id: string, enterprise: (typeof enterprises)[number]): { fields: number; known: number } {
  const item = items.find(one => one.id === id)!
  const facts = factsAt(batchesOf(enterprise, present), present.now)
  const fields = read(item.form ?? deriveForm(item), {}, facts, 'zh').sections.flatMap(section => section.fields)
  return { fields: fields.length, known: fields.filter(({ origin, source, asOf }) => origin === 'fact' && source && asOf).length }
}

const share = (all: readonly { fields: number; known: number }[]): number =>
  all.reduce((sum, { known }) => sum + known, 0) / all.reduce((sum, { fields }) => sum + fields, 0)

test('seventy percent of the fields of five items are filled in with their source when the enterprise of the printed sign-in begins', () => {
  const found = five.map(id => prefilled(id, enterprises[0]!))
  process.stderr.write(`\n带出 · prefilled: ${five.map((id, n) => `${id} ${found[n]!.known}/${found[n]!.fields}`).join(', ')} = ${(share(found) * 100).toFixed(0)} %\n`)
  expect(share(found)).toBeGreaterThanOrEqual(0.7)
})

test('and it is so for nearly every enterprise of the demo', () => {
  const shares = enterprises.map(enterprise => share(five.map(id => prefilled(id, enterprise)))).toSorted((a, b) => a - b)
  expect(shares[Math.floor(shares.length / 10)]).toBeGreaterThanOrEqual(0.65)
  expect(shares[Math.floor(shares.length / 2)]).toBeGreaterThanOrEqual(0.7)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readServiceItem, type Responsible, type ServiceItem } from '../import/service-items.ts'

/** Real items that enterprises would look for, and that the demo publishes. */
const published: readonly string[] = [
  '1144000000693981X42440831000000', '1144000000693981X42440831102000', '1144000000693953712440860001000',
  '11440000006939908P2440817004000', '1144000000694113522440716005000', '11440100MB2C93184J344011310600201',
  '11440000006939844R244011500600201', '11440000006939916J2440132010001', '11440100007482567N344010401300311',
  '11440100MB2C93184J344011310600202', '11440100MB2C91103Q344011203400103', '11440000006939844R244011510500003',
  '1144000000694113522440116006004', '11440000006939844R244011500800202', '11440100007482567N3440104012001',
  '11440000006939908P2440117070001', '11440000006939844R244011501000105', '11440000006940060Q2440113106001',
  '11440000006939801C244010300100103', '114400000069411352244011600400401', '114400000069411352244011600100002',
  '11440100007482567N344010401300310', '1144000000694113522442016012000', '114400000069411352244201601800001',
]

/** Some more that wait for an editor. */
const waiting: readonly string[] = [
  '11440000006939801C2442003005000', '11440100007482567N344010401300102', '11440000006939908P244011703500201',
  '11440100007483172Q3440106054000', '11440000006941354C2440724101000', '11440000006939991B2440910000001',
]

/** An imported item of the demo. */
export interface Imported extends ServiceItem {
  published: boolean
}

/** Thirty real items out of the file that lies beside the demo, in the order in which they are taken in. */
export function importedItems(demoData: string, office: Responsible): Imported[] {
  const rows = JSON.parse(readFileSync(join(demoData, 'service-items/service-items.json'), 'utf8')) as { TASK_CODE: string }[]
  return [...published, ...waiting].map(code => {
    const read = readServiceItem(rows.find(row => row.TASK_CODE === code), office)
    if ('faults' in read) throw new Error(`the demo's own item ${code} cannot be read`)
    return { ...read.found, published: published.includes(code) }
  })
}

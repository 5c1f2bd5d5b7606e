import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCity } from './city.ts'
import { pages, shows } from './pages.ts'
import { root } from './served.ts'

const city = openCity()
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string | null
  nodes: { target: string[]; failureSummary?: string }[]
}

const asked = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`

for (const who of new Set(pages.map(one => one.who))) {
  city.journey(`nothing on the pages of ${who ?? 'nobody yet'} shuts anybody out`, async () => {
    const { page } = who ? await city.enter(who, '/') : await city.visitor()
    const found: string[] = []
    for (const one of pages.filter(other => other.who === who)) {
      await shows(page, one)
      await page.evaluate(axe)
      const violations = await page.evaluate<Violation[]>(asked)
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      found.push(...grave.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${one.name}: ${id} ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`)))
    }
    expect(found).toEqual([])
  })
}

import { chromium } from './chromium.mjs'
import { build } from './build.mjs'
import { install } from './house.mjs'
import { jest } from './jest.mjs'

await install()
if (!(await build())) process.exit(1)

const seed = process.env.QQ_SEED ?? String(Math.trunc(Math.random() * 2 ** 31))
console.log(`seed ${seed}: QQ_SEED=${seed} npm run prove repeats this run`)

const parts = process.argv.slice(2)
const pattern = parts.length ? `(${parts.join('|')})[^/]*\\.prove\\.spec\\.ts$` : '\\.prove\\.spec\\.ts$'
const browser = await chromium()
if (!browser) console.log('没有可用的 Chromium，跳过浏览器部分 / no Chromium here, browser parts are skipped')

const { passed, failed, skipped } = await jest(
  'prove',
  [
    '--selectProjects', 'rules', 'doors', ...(browser ? ['journeys'] : []),
    '--testPathPatterns', pattern,
    '--maxWorkers=1', '--testTimeout=3600000', '--verbose',
  ],
  { env: { QQ_PROVE: '1', QQ_SEED: seed, ...(browser ? { QQ_CHROMIUM: browser } : {}) } },
)
if (passed + failed + skipped === 0) console.log(`no proof is called ${parts.join(' ')}`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

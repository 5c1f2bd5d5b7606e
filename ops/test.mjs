import { existsSync, readdirSync } from 'node:fs'
import { build } from './build.mjs'
import { chromium } from './chromium.mjs'
import { filled } from './filled.mjs'
import { install, root, tool } from './house.mjs'
import { jest } from './jest.mjs'

const minutes = (n) => n * 60_000
const check = (code) => (code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })

const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length).split(',')
const patterns = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const journeys = async () => {
  const folder = `${root}/ops/journeys`
  const specs = existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.spec.ts')) : []
  if (specs.length === 0) return { passed: 0, failed: 0, skipped: 0 }
  const skip = (chinese, english) => {
    console.log(`${chinese}，跳过 / ${english}, skipped: ${specs.join(', ')}`)
    return { passed: 0, failed: 0, skipped: specs.length }
  }
  const browser = await chromium()
  if (!browser) return skip('没有可用的 Chromium', 'no Chromium here')
  if (!(await build())) return check(1)
  return jest('journeys', ['--selectProjects', 'journeys', '--maxWorkers=1', '--testTimeout=120000', ...patterns], {
    limit: minutes(20),
    env: { QQ_CHROMIUM: browser, QQ_FILLED: await filled() },
  })
}

const parts = {
  lint: async () => check(await tool('oxlint/bin/oxlint', ['--deny-warnings', '--quiet'])),
  types: async () => check(await tool('typescript/bin/tsc', ['-b'])),
  boundaries: () => jest('boundaries', ['--selectProjects', 'rules', '--testPathPatterns', 'boundaries\\.spec\\.ts$']),
  specs: () =>
    jest(
      'specs',
      [
        '--selectProjects', 'rules', 'doors', '--maxWorkers=2', '--testTimeout=40000',
        '--testPathIgnorePatterns', 'boundaries\\.spec\\.ts$', '/node_modules/', '/dist/', '/ops/journeys/',
        ...(patterns.length ? ['--testPathPatterns', ...patterns] : []),
      ],
      { limit: minutes(20) },
    ),
  journeys,
}

await install()
const results = []
for (const [name, part] of Object.entries(parts).filter(([name]) => !only || only.includes(name))) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  results.push({ name, ...(await part()), seconds: (performance.now() - start) / 1000 })
}

const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
console.log('')
for (const { name, passed, failed, skipped, seconds } of results) {
  const cells = [`${passed} passed`, `${failed} failed`, `${skipped} skipped`].map((cell) => cell.padStart(13))
  console.log(`${name.padEnd(11)}${cells.join('')}${`${seconds.toFixed(1)} s`.padStart(10)}`)
}
console.log(`${'total'.padEnd(50)}${`${total('seconds').toFixed(1)} s`.padStart(10)}`)
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
process.exitCode = total('failed') > 0 ? 1 : 0

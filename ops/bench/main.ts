import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { append } from './append.ts'
import { cold } from './cold.ts'
import { command } from './command.ts'
import { measure, type Measured, type Scene } from './measure.ts'
import { memory } from './memory.ts'
import { rebuild } from './rebuild.ts'
import { screen } from './screen.ts'

const scenes: readonly Scene[] = [...append, command, screen, rebuild, memory, cold]

const shown = (value: number): string =>
  (value >= 1_000 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** Chinese signs take two columns. */
const width = (text: string) => [...text].reduce((sum, sign) => sum + (/\p{Script=Han}|[，。：（）、]/u.test(sign) ? 2 : 1), 0)
const cell = (text: string, columns: number, left = false) => (left ? text + ' '.repeat(Math.max(0, columns - width(text))) : ' '.repeat(Math.max(0, columns - width(text))) + text)

const line = ({ scene, ours, bare, ratio, spread, collapsed }: Measured): string[] => [
  `${cell(scene.words.zh, 44, true)}${cell(`${shown(ours)} ${scene.unit}`, 14)}${cell(`${shown(bare)} ${scene.unit}`, 14)}${cell(`${shown(ratio)}×`, 14)}${cell(`${shown(spread[0])}–${shown(spread[1])}`, 16)}${collapsed ? '  ✗ 崩塌 / collapsed' : ''}`,
  `  ${cell(scene.words.en, 60, true)}  : ${scene.bare.zh} / ${scene.bare.en}`,
]

const { only, seconds, pairs } = parseArgs({
  options: { only: { type: 'string' }, seconds: { type: 'string', default: '2' }, pairs: { type: 'string', default: '5' } },
}).values
const wanted = scenes.filter(({ name }) => !only || only.split(',').some(one => name === one || name.startsWith(`${one}-`)))
if (!wanted.length) {
  console.error(`没有这个场景，可选：${scenes.map(({ name }) => name).join(', ')} / no such scene`)
  process.exit(2)
}

const load = loadavg()[0]!
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.versions.node}, 负载 / load ${load.toFixed(1)}`)
if (load > 0.5) console.log('机器在忙别的：绝对数字不可靠，比值较可靠。/ This machine is busy: read the ratios, not the figures.')
console.log(`\n${cell('中位数，交替测量 / medians, interleaved', 44, true)}${cell('我们 / ours', 14)}${cell('裸 / bare', 14)}${cell('比 / ratio', 14)}${cell('范围 / range', 16)}`)

const results: Measured[] = []
for (const scene of wanted) {
  const measured = await measure(scene, { pairs: Number(pairs), seconds: Number(seconds) })
  results.push(measured)
  console.log(line(measured).join('\n'))
}
const fallen = results.filter(({ collapsed }) => collapsed)
console.log(fallen.length ? `\n崩塌 / collapsed: ${fallen.map(({ scene }) => scene.name).join(', ')}` : '\n没有崩塌 / nothing has collapsed')
process.exit(fallen.length ? 1 : 0)

import { existsSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { liuzhou } from '../kernel/city.ts'
import { realWorld } from '../kernel/world.ts'
import { explain } from '../operator/explain.ts'
import { operate } from '../operator/operator.ts'
import { responsible } from './office.ts'
import { both, progressLine, report } from './report.ts'
import { UnreadableFile } from './rows.ts'
import { importServiceItems, type Tally } from './run.ts'
import { serviceItems } from './service-items.ts'
import { countRows, sourceOf } from './source.ts'
import { ImportHalted } from './take-in.ts'

const usage = {
  zh: `用法：npm run import -- ${serviceItems} <文件.json|.xlsx|.csv> [--data 数据文件夹] [--office 处室编号] [--official] [--as 姓名]；导入的内容标为样例，写 --official 并写明 --office 的是正式内容`,
  en: `Usage: npm run import -- ${serviceItems} <file.json|.xlsx|.csv> [--data folder] [--office id] [--official] [--as name]; what is taken in is marked as a sample, with --official and an --office it is meant to be used`,
}

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, here.endsWith(join('dist', 'import')) ? '../../..' : '../..')

const options = { data: { type: 'string', default: join(root, 'data') }, office: { type: 'string' }, official: { type: 'boolean', default: false }, as: { type: 'string' } } as const

function asked(): { file: string; data: string; office: string | undefined; official: boolean; as: string } {
  try {
    const { values, positionals: [kind, file, ...rest] } = parseArgs({ options, allowPositionals: true })
    if (kind !== serviceItems || !file || rest.length || (values.official && !values.office)) throw new ImportHalted(usage)
    return { file: placed(file), data: placed(values.data), office: values.office, official: values.official, as: (values.as ?? userInfo().username).slice(0, 60) }
  } catch (error) {
    throw error instanceof TypeError ? new ImportHalted(usage) : error
  }
}

/** npm runs scripts in the repository's folder; a path means the folder in which it was typed. */
const placed = (path: string): string => (existsSync(resolve(path)) ? resolve(path) : resolve(process.env['INIT_CWD'] ?? '.', path))

function refuseMissing(file: string): void {
  if (!existsSync(file)) throw new UnreadableFile(`没有找到文件 ${file}，请检查路径`, `There is no file ${file}; check the path.`)
  if (!statSync(file).isFile()) throw new UnreadableFile(`${file} 不是文件，请选一个 .json、.xlsx 或 .csv 文件`, `${file} is not a file; choose a .json, .xlsx or .csv file.`)
}

/** A line that changes in place; where nobody watches, one line in a thousand. */
function teller(total: number): (tally: Readonly<Tally>) => void {
  const live = process.stderr.isTTY
  return tally => {
    const last = tally.read === total
    if (live) process.stderr.write(`\r${progressLine(tally, total)}${last ? '\n' : ''}`)
    else if (last || tally.read % 1_000 === 0) process.stderr.write(`${progressLine(tally, total)}\n`)
  }
}

/** Imports and reports; answers the exit code: 1 when rows were refused. */
async function main(): Promise<number> {
  const { file, data, office: wanted, official, as: name } = asked()
  refuseMissing(file)
  const total = await countRows(file)
  const operator = await operate(data, name, liuzhou.id, 'import')
  try {
    const office = await responsible(operator, realWorld.ids, name, wanted)
    const tally = await importServiceItems({ operator, ids: realWorld.ids, name, office, official, rows: sourceOf(file), progress: teller(total) })
    process.stdout.write(report(tally, office.name))
    return tally.refused ? 1 : 0
  } finally {
    await operator.close()
  }
}

const unreadable = (error: unknown): string =>
  both({ zh: `文件读不出来：${error instanceof Error ? error.message : ''}`, en: 'The file cannot be read.' })

main().then(code => process.exit(code), (error: unknown) => {
  const known = error instanceof ImportHalted || error instanceof UnreadableFile
  process.stderr.write(known ? both(error.words) : isReading(error) ? unreadable(error) : `${explain(error)}\n`)
  process.exit(2)
})

const isReading = (error: unknown): boolean => error instanceof Error && 'syscall' in error && error.syscall === 'read'

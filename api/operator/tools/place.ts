import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explain } from '../explain.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, here.endsWith(join('dist', 'operator', 'tools')) ? '../../../..' : '../../..')

/** The data folder that is served when none is named. */
export const dataFolder = join(root, 'data')

/** npm runs scripts in the repository's folder; a path means the folder in which it was typed. */
export const placed = (path: string): string => (existsSync(resolve(path)) ? resolve(path) : resolve(process.env['INIT_CWD'] ?? '.', path))

/** Says something in both languages. */
export const say = (zh: string, en: string): void => void process.stdout.write(`${zh}\n${en}\n`)

/** Why a tool stops, in both languages; the exit code is 2. */
export class Halted extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`)
  }
}

/** Runs a tool to its end: its exit code, or one clear sentence and 2. */
export function run(main: () => Promise<number>): void {
  main().then(code => process.exit(code), (error: unknown) => {
    process.stderr.write(`${error instanceof Halted ? error.message : explain(error)}\n`)
    process.exit(2)
  })
}

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { node24, root } from './house.mjs'
import { run } from './process.mjs'

const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
const nothing = { passed: 0, failed: 0, skipped: 0 }

/** Runs Jest on Node 24 and counts; a suite that does not run at all is one failure. */
export const jest = async (name, args, { limit, env = {} } = {}) => {
  const report = `${root}/.cache/jest-${name}.json`
  mkdirSync(`${root}/.cache`, { recursive: true })
  rmSync(report, { force: true })
  const code = await run(
    node24(),
    [...node, `${root}/node_modules/jest/bin/jest.js`, '--passWithNoTests', '--json', `--outputFile=${report}`, ...args],
    { cwd: root, limit, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (!existsSync(report)) return { ...nothing, failed: code === 0 ? 0 : 1 }
  const found = JSON.parse(readFileSync(report, 'utf8'))
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites
  return {
    passed: found.numPassedTests,
    failed: code === 0 || failed > 0 ? failed : 1,
    skipped: found.numPendingTests + found.numTodoTests,
  }
}

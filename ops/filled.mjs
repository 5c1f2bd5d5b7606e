import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24, root } from './house.mjs'

/** A folder with a demo city in it, filled once, so that each file of journeys begins with a copy of its own. Gone with the process. */
export const filled = async () => {
  const home = mkdtempSync(join(tmpdir(), 'qinqing-filled-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'data')
  const server = spawn(node24(), [`${root}/api/dist/main.js`, '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => server.once('exit', done))
  let printed = ''
  await Promise.race([ended, new Promise((serves) => server.stdout.on('data', (more) => { if (/http:\/\/127\.0\.0\.1:\d+\/\s/.test(printed += more)) serves() }))])
  server.kill('SIGTERM')
  await ended
  return folder
}

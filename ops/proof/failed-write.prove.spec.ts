import { liuzhou } from '@qinqing/api/kernel/city'
import { Journal } from '@qinqing/api/kernel/journal'
import { openFolder } from '@qinqing/api/kernel/open'
import { realWorld } from '@qinqing/api/kernel/world'
import { NoBackup, verified } from '@qinqing/api/operator/backup'
import { operate, takeBackup } from '@qinqing/api/operator/operator'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everything, rebuild } from './rebuild.ts'

const root = join(import.meta.dirname, '../..')
/** No file may grow beyond so many blocks of 512 bytes: what is written then fails in the middle, as on a disk that breaks. */
const blocks = 6_000

let parent: string
let folder: string
let child: ChildProcess
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'qinqing-'))
  folder = join(parent, 'data')
})
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  rmSync(parent, { recursive: true, force: true })
})

/** The built server, under that limit, when it says that it is ready. */
async function started(): Promise<ChildProcess> {
  const server = [process.execPath, join(root, 'api/dist/main.js'), '--empty', '--port', '0', '--data', folder]
  const limited = spawn('sh', ['-c', `ulimit -f ${blocks} && exec "$@"`, 'sh', ...server], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  for await (const chunk of limited.stdout!) {
    said += String(chunk)
    if (said.includes('http://')) return limited
  }
  throw new Error(`the server ended without being ready: ${said}`)
}

/** Windows has no `ulimit`: the proof is left out there, and says so. */
const limits = process.platform !== 'win32'
if (!limits) process.stdout.write('failed write: left out, since Windows cannot bound what a process writes\n')
const unix = limits ? test : test.skip

unix('when a write fails in the middle, what cannot be kept is refused in words, what was acknowledged is there, and a backup is none', async () => {
  child = await started()
  const operator = await operate(folder, 'spec', liuzhou.id, 'work')
  const acknowledged: string[] = []
  const refused: unknown[] = []
  const summary = '示例'.repeat(500)
  const draft = async (n: number) => {
    const [id, commandId] = [`policy${n}`, realWorld.ids.fresh()]
    const data = { title: `示例政策${n}`, number: '', summary, validUntil: null, office: 'a', officeName: '示例处室' }
    const answer = await operator.ask({ aggregate: 'policy', id, commandId, command: { type: 'DraftPolicy', data } })
    if ('position' in answer) acknowledged.push(id)
    else refused.push([answer.status, answer.code])
  }
  for (let n = 0; n < 4_000 && !refused.length; n += 20) await Promise.all(Array.from({ length: 20 }, (_, m) => draft(n + m)))
  expect(refused.length).toBeGreaterThan(0)
  expect(refused).toEqual(refused.map(() => [503, 'log-unavailable']))
  expect(acknowledged.length).toBeGreaterThan(10)

  // Here the copy of the log and what else there is fit, or they do not: whole, or none and said so.
  const place = join(parent, 'backup')
  const taken = await takeBackup(folder, place)
  if ('log' in taken) expect((await verified(place)).log).toEqual(taken.log)
  else expect([taken.code, existsSync(place)]).toEqual(['backup/no-room', false])
  await verified(place).catch((error: unknown) => expect(error).toBeInstanceOf(NoBackup))
  await operator.close()
  child.kill('SIGKILL')
  await once(child, 'exit')

  const { running, close } = await openFolder({ folder, world: realWorld, journal: new Journal() })
  await running.projector.start()
  for (const id of acknowledged) expect(await running.kernel.log.read(streamOf(liuzhou.id, 'policy', id))).toHaveLength(1)
  const again = await rebuild(running, parent)
  expect(await everything(running)).toEqual(await everything(again))
  await again.close()
  await close()
  process.stdout.write(`failed write: ${acknowledged.length} acknowledged before it, all of them there; the rest was refused with 503; ${'log' in taken ? 'the backup was whole' : 'the backup said that there is no room'}\n`)
}, 120_000)

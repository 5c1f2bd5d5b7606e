import { liuzhou } from '@qinqing/api/kernel/city'
import { Journal } from '@qinqing/api/kernel/journal'
import { openFolder } from '@qinqing/api/kernel/open'
import type { Running } from '@qinqing/api/kernel/running'
import { realWorld } from '@qinqing/api/kernel/world'
import { NoBackup, verified } from '@qinqing/api/operator/backup'
import { operate, takeBackup } from '@qinqing/api/operator/operator'
import { creditCodeFor } from '@qinqing/domain/language/credit-code'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chance, count } from './count.ts'
import { answers, everything, rebuild } from './rebuild.ts'

const root = join(import.meta.dirname, '../..')
const writers = 16

let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'qinqing-'))
  folder = join(parent, 'data')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** The built server in a process of its own, when it says that it is ready. */
async function started(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'api/dist/main.js'), '--empty', '--port', '0', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout!) {
    said += String(chunk)
    if (said.includes('http://')) return child
  }
  throw new Error(`the server ended without being ready: ${said}`)
}

interface Acknowledged {
  aggregate: string
  id: string
  commandId: string
}

let made = 0

/** Commands of several aggregates, one after the other, until the server is gone; what was acknowledged. */
async function load(done: Acknowledged[], first: () => void): Promise<void> {
  const operator = await operate(folder, 'spec', liuzhou.id, 'work')
  const ask = async (aggregate: string, id: string, type: string, data: unknown) => {
    const commandId = realWorld.ids.fresh()
    const answer = await operator.ask({ aggregate, id, command: { type, data }, commandId })
    if (!('position' in answer)) return
    done.push({ aggregate, id, commandId })
    first()
  }
  try {
    for (;;) {
      const n = ++made
      const id = `firm${n}`
      await ask('enterprise', id, 'RegisterEnterprise', { name: `柳州示例${n}机械有限公司`, creditCode: creditCodeFor(`91450200M${String(n).padStart(8, '0')}`) })
      await ask('dossier', id, 'RecordFacts', { facts: [{ predicate: 'employees', value: n, source: '人社局', validFrom: '2025-01-01' }] })
      await ask('policy', `policy${n}`, 'DraftPolicy', { title: `示例政策${n}`, number: '', summary: '', validUntil: null, office: 'a', officeName: '示例处室' })
      await ask('policy', `policy${n}`, 'ReviseClauses', { clauses: [{ ref: '第一条', text: `第 ${n} 号条款` }] })
      await ask('person', `person${n}`, 'RegisterPerson', { username: `person${n}`, name: `示例${n}` })
    }
  } catch {
    // The server is gone: what it had not acknowledged is in doubt, and nobody's promise.
  }
}

/** What was acknowledged and is not in the log. */
async function lostOf({ kernel }: Running, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const lost = []
  for (const one of acknowledged) {
    const events = await kernel.log.read(streamOf(liuzhou.id, one.aggregate, one.id))
    if (!events.some(event => event.commandId === one.commandId)) lost.push(one)
  }
  return lost
}

/** Everything is made anew again and again, until the server is gone. */
async function rebuilding(): Promise<void> {
  const operator = await operate(folder, 'spec', liuzhou.id, 'work')
  try {
    for (;;) {
      for (const id of ['enterprises', 'policies', 'people']) await operator.ask({ aggregate: 'readmodel', id, command: { type: 'AskRebuild', data: {} }, commandId: realWorld.ids.fresh() })
      await operator.next('readmodel', 'people', (await operator.history('readmodel', 'people')).at(-1)!.revision)
    }
  } catch {
    // The server is gone.
  }
}

/** One backup after the other until the server is gone; where they were to be. */
async function backingUp(): Promise<string[]> {
  const places: string[] = []
  try {
    for (;;) {
      places.push(join(parent, `backup-${++made}`))
      await takeBackup(folder, places.at(-1)!)
    }
  } catch {
    return places
  }
}

/** A backup is whole, or it is none. */
async function refuseHalf(places: readonly string[]): Promise<number> {
  let whole = 0
  for (const place of places) {
    const sound = await verified(place).then(() => true, (error: unknown) => error instanceof NoBackup)
    expect({ place, sound }).toEqual({ place, sound: true })
    if (existsSync(join(place, 'manifest.json'))) whole++
    rmSync(place, { recursive: true, force: true })
  }
  return whole
}

const runs = count(5, 100)

test(`kill -9 under load, in the middle of rebuilds and backups, ${runs} times: nothing acknowledged is lost, documents and search equal a rebuild, no backup is half`, async () => {
  const random = chance()
  let acknowledged: Acknowledged[] = []
  let whole = 0
  for (let run = 0; run < runs; run++) {
    const child = await started()
    const done: Acknowledged[] = []
    let begun = () => {}
    const first = new Promise<void>(resolve => { begun = resolve })
    const loads = Promise.all(Array.from({ length: writers }, () => load(done, begun)))
    await first
    const [backups, rebuilds] = [backingUp(), rebuilding()]
    await new Promise(resolve => setTimeout(resolve, random() * 700))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await loads
    await rebuilds
    whole += await refuseHalf(await backups)
    acknowledged = [...acknowledged, ...done]

    const { running, close } = await openFolder({ folder, world: realWorld, journal: new Journal() })
    await running.projector.start()
    // Each time what was acknowledged just now, and once more everything at the end.
    expect(await lostOf(running, run === runs - 1 ? acknowledged : done)).toEqual([])
    const again = await rebuild(running, mkdtempSync(join(parent, 'rebuilt-')))
    expect(await everything(running)).toEqual(await everything(again))
    const words = ['机械', '柳', '示例政策1', 'person1', '9145']
    expect(await answers({ searches: running.search, reader: running.reader }, liuzhou.id, words)).toEqual(await answers(again, liuzhou.id, words))
    await again.close()
    await close()
  }
  expect(acknowledged.length).toBeGreaterThan(runs * 10)
  process.stdout.write(`kill -9: ${runs} times, ${acknowledged.length} acknowledged commands, none lost; ${whole} backups whole, none half\n`)
}, count(120_000, 3_600_000))

import { liuzhou } from '@qinqing/api/kernel/city'
import { found, plainItem, publish, settle, type Town, town, Visit } from '@qinqing/api/spec'
import { operatorAsker } from '@qinqing/api/operator/asker'
import type { Asker } from '@qinqing/domain/kernel/message'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { projections } from '@qinqing/projections/catalogue'
import type { Stored } from '@qinqing/projections/kernel/document-store'
import type { Viewer } from '@qinqing/projections/kernel/predicate'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from './count.ts'
import { answers, everything, rebuild } from './rebuild.ts'

const history = count(5_000, 100_000)
const commandsASecond = count(50, 200)

let it_: Town
let scratch: string
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'qinqing-'))
  it_ = await town()
}, 60_000)
afterAll(async () => {
  await it_.end()
  rmSync(scratch, { recursive: true, force: true })
})

const operator: Asker = operatorAsker('spec', liuzhou.id, 'work')
const viewer: Viewer = { tenant: liuzhou.id, person: 'spec', roles: ['editor', 'reviewer', 'lead', 'admin'], offices: [], enterprises: [] }
let made = 0

/** Facts of many enterprises: a document each, which grows. */
async function happen(asks: number): Promise<void> {
  await Promise.all(Array.from({ length: asks }, async () => {
    const n = made++
    const id = `firm${n % Math.ceil(history / 5)}`
    await it_.ask('dossier', id, 'RecordFacts', { facts: [{ predicate: 'employees', value: n, source: '人社局', validFrom: '2025-01-01' }] }, operator)
  }))
}

const all = async (name: string): Promise<Stored[]> => Array.fromAsync(it_.opened.running.documents.all(it_.opened.running.reader.editions.of(projections[name]!)))

test(`${history} events are folded anew beside what is read, while ${commandsASecond} commands a second go on: no answer is older than one before, no row is lost or doubled`, async () => {
  const { reader, projector, kernel } = it_.opened.running
  while (made < history) await happen(500)
  await reader.atLeast(await kernel.log.head(), 120_000)

  let over = false
  const oldest: { position: number; rows: number }[] = []
  const reading = (async () => {
    let [position, rows] = [0, 0]
    while (!over) {
      const page = await reader.query({ projection: 'dossiers', where: ['always'], sort: [['id', 'asc']], limit: 50 }, viewer)
      const { total } = await reader.count('dossiers', ['always'], viewer)
      const one = await reader.document('dossiers', 'firm0', viewer)
      if (page.position < position || total < rows || one === null || new Set(page.rows.map(({ id }) => id)).size !== page.rows.length) oldest.push({ position: page.position, rows: total })
      ;[position, rows] = [Math.max(position, page.position), Math.max(rows, total)]
    }
  })()
  const writing = (async () => {
    let asked = 0
    for (const began = performance.now(); !over; asked += commandsASecond / 10) {
      await happen(commandsASecond / 10)
      const ahead = asked / commandsASecond * 1000 - (performance.now() - began)
      if (ahead > 0) await new Promise(done => setTimeout(done, ahead))
    }
    return asked
  })()

  const told: number[] = []
  const began = performance.now()
  const { differing, position } = await projector.lanes.get('dossiers')!.rebuild(new AbortController().signal, done => told.push(done))
  const seconds = (performance.now() - began) / 1000
  over = true
  const asked = await writing
  await reading

  expect(oldest).toEqual([])
  expect(differing).toBe(0)
  expect(position).toBeGreaterThanOrEqual(history)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  await reader.atLeast(await kernel.log.head(), 60_000)
  const again = await rebuild(it_.opened.running, scratch)
  expect((await everything(it_.opened.running))['dossiers']).toEqual((await everything(again))['dossiers'])
  await again.close()
  expect(await it_.opened.running.documents.editions('dossiers')).toEqual([{ version: projections['dossiers']!.version, edition: 1 }])
  process.stdout.write(`rebuild: ${history} events in ${seconds.toFixed(1)} s beside ${asked} commands\n`)
}, count(120_000, 3_600_000))

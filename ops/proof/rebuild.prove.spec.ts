import { liuzhou } from '@qinqing/api/kernel/city'
import { operatorAsker } from '@qinqing/api/operator/asker'
import { found, type Town, town } from '@qinqing/api/spec'
import { projections } from '@qinqing/projections/catalogue'
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

const operator = operatorAsker('spec', liuzhou.id, 'work')
const viewer: Viewer = { tenant: liuzhou.id, person: 'spec', roles: ['editor', 'reviewer', 'lead', 'admin'], offices: [], enterprises: [] }
const firms = history / 10
let made = 0

/** Facts of many enterprises, which are registered first: two documents each, one of them found by its name. */
async function happen(asks: number): Promise<void> {
  await Promise.all(Array.from({ length: asks }, async () => {
    const n = made++
    if (n < firms) return found(it_, `firm${n}`, { employees: n })
    return it_.ask('dossier', `firm${n % firms}`, 'RecordFacts', { facts: [{ predicate: 'employees', value: n, source: '人社局', validFrom: '2025-01-01' }] }, operator)
  }))
}

test(`${history} events are folded anew beside what is read, while ${commandsASecond} commands a second go on: no answer is older than one before, no row is lost or doubled`, async () => {
  const { reader, projector, kernel, search } = it_.opened.running
  while (made < history) await happen(500)
  await reader.atLeast(await kernel.log.head(), 120_000)

  let over = false
  let read = 0
  const wrong: unknown[] = []
  const reading = (async () => {
    let [position, rows] = [0, 0]
    for (; !over; read++) {
      const page = await reader.query({ projection: 'dossiers', where: ['always'], sort: [['id', 'asc']], limit: 50 }, viewer)
      const { total } = await reader.count('enterprises', ['always'], viewer)
      const one = await reader.document('dossiers', 'firm0', viewer)
      const hits = await reader.query({ projection: 'enterprises', where: ['always'], sort: [], limit: 10, text: '柳州示例firm7有限公司' }, viewer)
      const doubled = new Set(page.rows.map(({ id }) => id)).size !== page.rows.length
      if (page.position < position || total < rows || one === null || doubled || hits.rows.length !== 1) wrong.push({ position: page.position, total, one, hits: hits.rows.length })
      ;[position, rows] = [page.position, total]
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

  const began = performance.now()
  for (const name of ['dossiers', 'enterprises']) {
    const told: number[] = []
    const { differing, position } = await projector.lanes.get(name)!.rebuild(new AbortController().signal, done => told.push(done))
    expect({ name, differing, rises: told.every((done, n) => n === 0 || done > told[n - 1]!) }).toEqual({ name, differing: 0, rises: true })
    expect(position).toBeGreaterThanOrEqual(history)
    expect(await it_.opened.running.documents.editions(name)).toEqual([{ version: projections[name]!.version, edition: 1 }])
  }
  const seconds = (performance.now() - began) / 1000
  over = true
  const asked = await writing
  await reading

  expect(wrong).toEqual([])
  expect(read).toBeGreaterThan(5)
  await reader.atLeast(await kernel.log.head(), 60_000)
  const again = await rebuild(it_.opened.running, scratch)
  expect(await everything(it_.opened.running)).toEqual(await everything(again))
  const words = ['示例', 'firm12', '有限公司']
  expect(await answers({ searches: search, reader }, liuzhou.id, words)).toEqual(await answers(again, liuzhou.id, words))
  await again.close()
  process.stdout.write(`rebuild: two read models over ${await kernel.log.head()} events in ${seconds.toFixed(1)} s, beside ${asked} commands and ${read} times four reads\n`)
}, count(120_000, 3_600_000))

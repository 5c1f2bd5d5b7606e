import { canonical } from '@qinqing/domain/kernel/canonical'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DocumentStore, SearchStore } from '../kernel/document-store.ts'
import { project } from '../kernel/runner.ts'
import { follow, longHistory } from './crashing.ts'
import { notes } from './history.ts'
import { MemoryDocumentStore, MemorySearchStore } from './memory.ts'
import { seed, seeded, times } from './seeded.ts'
import { openSqlite } from './sqlite.ts'

const moments = times(5, 100)
const length = moments * 1200
const events = longHistory(seed, length)
const child = fileURLToPath(new URL('./crashing.ts', import.meta.url))

/** Follows in a child until so many saves are acknowledged, kills it there, and gives the last position that it acknowledged. */
async function followed(path: string, saves: number, turns: number): Promise<number> {
  const args = ['--conditions=source', child, path, String(seed), String(length)]
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise(resolve => running.once('exit', resolve))
  let position = 0
  for await (const line of createInterface({ input: running.stdout })) {
    position = Number(line)
    if (--saves > 0) continue
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
    running.kill('SIGKILL')
  }
  await ended
  return position
}

const bytes = async (store: DocumentStore) => (await Array.fromAsync(store.all(notes))).map(canonical).join('\n')
const answers = (store: SearchStore) => Promise.all(['政策', '企业 LZ', '例', '又', 'lz-2026'].flatMap(text =>
  ['liuzhou', 'guilin'].map(tenant => store.search(notes, { tenant, text, where: ['has', 'tags', '税'], limit: 1000 }))))

/** What the documents are when nobody has been killed. */
async function undisturbed(until: number): Promise<MemoryDocumentStore> {
  const store = new MemoryDocumentStore()
  await project(notes, { events: events.filter(({ position }) => position <= until), position: until }, 'a-log', store)
  return store
}

test(`killed at ${moments} moments, documents and checkpoint agree, and nothing acknowledged is lost`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qinqing-'))
  const path = join(folder, 'documents.db')
  const chance = seeded(seed)
  try {
    for (let moment = 0; moment < moments; moment++) {
      const acknowledged = await followed(path, 1 + chance.int(15), chance.int(8000))
      const { documents, close } = openSqlite(path)
      const { position } = (await documents.checkpoint(notes))!
      expect(position).toBeGreaterThanOrEqual(acknowledged)
      const whole = await bytes(await undisturbed(position))
      expect({ seed, moment, bytes: await bytes(documents) }).toEqual({ seed, moment, bytes: whole })
      await close()
    }
    await follow(path, seed, length, () => {})
    const { documents, searches, close } = openSqlite(path)
    const whole = await undisturbed(events.at(-1)!.position)
    expect(await bytes(documents)).toBe(await bytes(whole))
    const search = new MemorySearchStore()
    await search.save(notes, await Array.fromAsync(whole.all(notes)), { log: 'a-log', position: length })
    expect(await answers(searches)).toEqual(await answers(search))
    await close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 3_600_000)

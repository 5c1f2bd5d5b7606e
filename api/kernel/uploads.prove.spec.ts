import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { FileStore } from './file-store.ts'
import { Problematic } from './problem.ts'
import { Uploads } from './uploads.ts'
import { realWorld } from './world.ts'

const moments = process.env['QQ_PROVE'] ? 100 : 5
const seed = Number(process.env['QQ_SEED'] ?? 20261125)
const momentOf = (n: number) => 5 + (Math.imul(seed ^ (n + 1), 2654435761) >>> 0) % 300

const paper = Buffer.alloc(3_000_000, '%PDF-1.7 示例材料 ')
const hash = createHash('sha256').update(paper).digest('hex')

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'qinqing-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Lets a process upload, kills it after so many milliseconds; what it had been answered, by upload. */
async function killed(after: number): Promise<Map<string, { offset: number; hash: string }>> {
  const said = join(folder, 'said')
  const script = join(import.meta.dirname, 'upload-crashing.ts')
  const child = spawn(process.execPath, ['--conditions=source', script, join(folder, 'files'), String(paper.length)], { stdio: ['ignore', openSync(said, 'w'), 'inherit', 'ipc'] })
  child.once('message', () => setTimeout(() => child.kill('SIGKILL'), after))
  const [, signal] = await once(child, 'exit') as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  const lines = readFileSync(said, 'utf8').split('\n').slice(0, -1).map(line => line.split(' '))
  return new Map(lines.map(([id = '', offset, found = '']) => [id, { offset: Number(offset), hash: found }]))
}

test(`killed at ${moments} moments: no answered byte is lost, and each goes on to the same hash`, async () => {
  let between = 0
  for (let n = 0; n < moments; n++) {
    const answered = await killed(momentOf(n))
    const files = new FileStore(join(folder, 'files'))
    const uploads = new Uploads(files, realWorld)
    for (const [id, told] of answered) {
      const found = await uploads.look('case', id)
      expect(found.offset).toBeGreaterThanOrEqual(told.offset)
      if (found.offset > 0 && found.offset < paper.length) between++
      const { file } = found.file ? found : await uploads.append('case', id, found.offset, Readable.from([paper.subarray(found.offset)]))
      expect(file).toEqual({ hash, size: paper.length, type: 'application/pdf' })
    }
    expect((await files.get('case', hash).catch((error: unknown) => {
      if (error instanceof Problematic && answered.size === 0) return { content: paper }
      throw error
    })).content.equals(paper)).toBe(true)
    rmSync(join(folder, 'files'), { recursive: true })
  }
  // Otherwise nothing was cut, and nothing shown.
  expect(between).toBeGreaterThan(0)
}, 20_000 + moments * 3_000)

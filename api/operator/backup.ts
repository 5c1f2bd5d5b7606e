import { canonical } from '@qinqing/domain/kernel/canonical'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite'
import { setImmediate as breath } from 'node:timers/promises'
import { z } from 'zod'
import { ownerPattern } from '../kernel/file-store.ts'
import { signInsName } from './sign-ins.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const isFilePath = (path: string): boolean => {
  const [owner = '', name = '', ...more] = path.split('/')
  return !more.length && ownerPattern.test(owner) && hash.safeParse(name).success
}

/** What a backup says of itself; it is written last, so that a folder without it is none. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  log: z.strictObject({ identity: z.string(), head: z.int(), events: z.int(), bytes: z.int(), sha256: hash, chain: hash }),
  files: z.array(z.strictObject({ path: z.string().refine(isFilePath), bytes: z.int() })),
  /** The sign-ins of a demo; without them it would be taken for half filled. A real city has none. */
  demo: hash.nullable(),
  /** The keys are kept apart from what they open. */
  keys: z.literal('not included'),
  /** The hash of all this; early backups have none. */
  seal: hash.optional(),
})
export type Manifest = z.infer<typeof manifestSchema>

const manifestName = 'manifest.json'

const sealOf = ({ seal: _, ...manifest }: Manifest): string => createHash('sha256').update(canonical(manifest)).digest('hex')

/** The folder that was named for a backup, or to restore to, has something in it already. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty'
}

/** What lies there is no backup that can be trusted; the message says which part. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup'
}

export async function refuseNotEmpty(folder: string): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length) throw new NotEmpty(folder)
}

async function hashOf(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  return digest.digest('hex')
}

async function synced(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

/** So many events are read in one go: whoever serves meanwhile must not be held up. */
const rowsAtOnce = 1_000

/** What a copy of the log says: every event in order, folded into one hash. */
async function chainOf(file: string): Promise<Pick<Manifest['log'], 'identity' | 'head' | 'events' | 'chain'>> {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const { value: identity } = db.prepare(`select value from meta where name = 'identity'`).get() as { value: string }
    const rows = db.prepare(`select e.position, s.name stream, e.revision, t.name type, e.id, e.envelope, e.data
      from events e join streams s on s.id = e.stream join types t on t.id = e.type order by e.position`)
    rows.setReturnArrays(true)
    const digest = createHash('sha256')
    let [head, events] = [0, 0]
    for (const row of rows.iterate() as unknown as Iterable<[position: number, ...rest: unknown[]]>) {
      digest.update(`${JSON.stringify(row)}\n`)
      head = row[0]
      if (++events % rowsAtOnce === 0) await breath()
    }
    return { identity, head, events, chain: digest.digest('hex') }
  } finally {
    db.close()
  }
}

/** Attachments by the path below `files`; what is still arriving is left out. */
async function attachmentsOf(folder: string): Promise<string[]> {
  const owners = existsSync(folder) ? (await readdir(folder, { withFileTypes: true })).filter(one => one.isDirectory() && !one.name.startsWith('.')) : []
  const all = await Promise.all(owners.map(async ({ name }) => (await readdir(join(folder, name))).filter(file => hash.safeParse(file).success).map(file => `${name}/${file}`)))
  return all.flat().sort()
}

/**
 * Copies the log as it is at one moment, then the attachments: each was there before any event spoke of it, so none is missing. Whoever serves the
 * folder goes on serving. Documents are left out, since they can be made again, and so are the keys. What comes to nothing leaves nothing behind.
 * Throws `NotEmpty`, and `NoBackup` for an attachment that is not what it was.
 */
export async function backup(folder: string, to: string, takenAt: string): Promise<Manifest> {
  await refuseNotEmpty(to)
  return await copied(folder, to, takenAt).catch(async (error: unknown) => {
    await rm(to, { recursive: true, force: true }).catch(() => undefined)
    throw error
  })
}

async function copied(folder: string, to: string, takenAt: string): Promise<Manifest> {
  await mkdir(join(to, 'files'), { recursive: true, mode: 0o700 })
  const copy = join(to, 'log.db')
  const source = new DatabaseSync(join(resolve(folder), 'log.db'), { readOnly: true, timeout: 5_000 })
  try {
    // All in one step, which holds nobody up who writes: smaller steps would begin anew with each write.
    await copyDatabase(source, copy, { rate: 2 ** 31 - 1 })
  } finally {
    source.close()
  }
  const settled = new DatabaseSync(copy)
  settled.exec('pragma journal_mode = delete')
  settled.close()
  await synced(copy)
  const files: Manifest['files'] = []
  for (const path of await attachmentsOf(join(folder, 'files'))) {
    const target = join(to, 'files', path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(join(folder, 'files', path), target)
    if (await hashOf(target) !== path.split('/')[1]) throw new NoBackup(`files/${path}`)
    await synced(target)
    files.push({ path, bytes: (await stat(target)).size })
  }
  const demo = existsSync(join(folder, signInsName)) ? join(to, signInsName) : null
  if (demo) await copyFile(join(folder, signInsName), demo)
  if (demo) await synced(demo)
  const log = { ...await chainOf(copy), bytes: (await stat(copy)).size, sha256: await hashOf(copy) }
  const unsealed: Manifest = { format: 1, takenAt, log, files, demo: demo && await hashOf(demo), keys: 'not included' }
  const manifest = { ...unsealed, seal: sealOf(unsealed) }
  await writeFile(join(to, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  await synced(to)
  return manifest
}

/** Reads a backup's manifest and holds every part against it. Throws `NoBackup`. */
export async function verified(from: string): Promise<Manifest> {
  const text = await readFile(join(from, manifestName), 'utf8').catch(() => { throw new NoBackup(manifestName) })
  const parsed = manifestSchema.safeParse(parsedJson(text))
  if (!parsed.success) throw new NoBackup(manifestName)
  const { log: { bytes: _, sha256, ...log }, files, demo, seal } = parsed.data
  if (seal && seal !== sealOf(parsed.data)) throw new NoBackup(manifestName)
  const copy = join(from, 'log.db')
  if (!existsSync(copy) || await hashOf(copy) !== sha256 || canonical(await chainOf(copy)) !== canonical(log)) throw new NoBackup('log.db')
  for (const { path } of files) {
    const file = join(from, 'files', path)
    if (!existsSync(file) || await hashOf(file) !== path.split('/')[1]) throw new NoBackup(`files/${path}`)
  }
  if (demo && (!existsSync(join(from, signInsName)) || await hashOf(join(from, signInsName)) !== demo)) throw new NoBackup(signInsName)
  return parsed.data
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

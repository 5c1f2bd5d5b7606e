import { SqliteEventStore } from '@qinqing/domain/store/sqlite'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Journal } from '../kernel/journal.ts'
import { keysOf, openFolder } from '../kernel/open.ts'
import type { World } from '@qinqing/domain/kernel/world'
import { signInsName } from './sign-ins.ts'
import { type Manifest, NotEmpty, refuseNotEmpty, verified } from './backup.ts'

export interface Restored {
  manifest: Manifest
  /** Whether the documents were made: without the keys nobody can be named, and nothing is made. */
  opened: boolean
}

/**
 * Makes a data folder of a backup, after every part of it was held against its hashes. The history gets a name of its own, since it may go another
 * way than the one it was taken from. Throws `NoBackup`, `NotEmpty`, and what the keys have to say.
 */
export async function restore(from: string, folder: string, keys: string | undefined, world: World): Promise<Restored> {
  await refuseNotEmpty(folder)
  if (keys && existsSync(keysOf(folder))) throw new NotEmpty(keysOf(folder))
  const manifest = await verified(from)
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 })
  for (const { path } of manifest.files) {
    await mkdir(dirname(join(folder, 'files', path)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, 'files', path), join(folder, 'files', path))
  }
  if (manifest.demo) await copyFile(join(from, signInsName), join(folder, signInsName))
  // The log comes last: a folder that was half restored opens as an empty one and holds nothing that looks whole.
  await copyFile(join(from, 'log.db'), join(folder, 'log.part'))
  await rename(join(folder, 'log.part'), join(folder, 'log.db'))
  const log = await SqliteEventStore.open(folder, { renew: true })
  await log.close()
  if (keys) await copyFile(keys, keysOf(folder))
  if (!existsSync(keysOf(folder))) return { manifest, opened: false }
  const { running, close } = await openFolder({ folder, world, journal: new Journal() })
  try {
    await running.projector.start()
  } finally {
    await close()
  }
  return { manifest, opened: true }
}

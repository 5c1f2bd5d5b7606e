import type { Target } from '../kernel/projection.ts'
import { project } from '../kernel/runner.ts'
import { history, notes } from './history.ts'
import { seeded } from './seeded.ts'
import { openSqlite } from './sqlite.ts'

/** A history that is long enough to be killed in, the same in the child and in its parent. */
export const longHistory = (seed: number, length: number) => history(seeded(seed), length, 300)

/** Follows the history from its checkpoint on, as the projector does, and says which position has been acknowledged. */
export async function follow(path: string, seed: number, length: number, say: (position: number) => void): Promise<void> {
  const { documents, searches, close } = openSqlite(path)
  const events = longHistory(seed, length)
  const kept = (await documents.checkpoint(notes)) ?? { log: 'a-log', position: 0 }
  const found = (await searches.checkpoint(notes))?.position ?? 0
  const missed = (await Array.fromAsync(documents.all(notes))).filter(({ position }) => position > found)
  await searches.save(notes as Target, missed, kept)
  const news = events.filter(({ position }) => position > kept.position)
  for (let from = 0; from < news.length; from += batch) {
    const some = news.slice(from, from + batch)
    const { changes, position } = await project(notes, { events: some, position: some.at(-1)!.position }, 'a-log', documents)
    say(position)
    await searches.save(notes, changes, { log: 'a-log', position })
  }
  await close()
}

const batch = 60

// Runs by itself as the child that is killed.
const [, script, path, seed, length] = process.argv
if (script?.endsWith('crashing.ts')) await follow(path!, Number(seed), Number(length), position => process.stdout.write(`${position}\n`))

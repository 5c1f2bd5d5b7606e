import { Journal } from '@qinqing/api/kernel/journal'
import { openFolder } from '@qinqing/api/kernel/open'
import { realWorld } from '@qinqing/api/kernel/world'
import type { DraftEvent } from '@qinqing/domain/desktop/draft/events'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { drafts } from '@qinqing/projections/desktop/drafts'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { event } from './append.ts'
import type { Scene, Side } from './measure.ts'
import { scratch } from './places.ts'

const [streams, each] = [400, 50]
const open = (folder: string) => openFolder({ folder, world: realWorld, journal: new Journal() })

async function filled(folder: string): Promise<Recorded[]> {
  const opened = await open(folder)
  const { log } = opened.running.kernel
  await Promise.all(Array.from({ length: streams }, (_, n) => log.append([{ stream: `liuzhou.draft-p0.${n}`, expected: -1, events: Array.from({ length: each }, event) }])))
  const all: Recorded[] = []
  for (let after = 0; ;) {
    const { events, position } = await log.page({ after, limit: 2_000 })
    if (!events.length) break
    all.push(...events)
    after = position
  }
  await opened.close()
  return all
}

/** All documents thrown away and made again by opening the folder: every projection, from the log. */
async function ours(): Promise<Side> {
  const { folder, away } = scratch()
  const data = join(folder, 'data')
  const { length } = await filled(data)
  return {
    async sample() {
      for (const end of ['', '-wal', '-shm']) rmSync(join(data, `documents.db${end}`), { force: true })
      const opened = await open(data)
      const from = performance.now()
      await opened.running.projector.start()
      if (!await opened.running.reader.atLeast(await opened.running.kernel.log.head(), 300_000)) throw new Error('the documents do not come')
      const taken = performance.now() - from
      await opened.close()
      return length / (taken / 1_000)
    },
    close: async () => away(),
  }
}

/** The events as texts, read and folded into documents in memory by one thread. */
async function theirs(): Promise<Side> {
  const { folder, away } = scratch()
  const texts = (await filled(join(folder, 'data'))).map(one => JSON.stringify(one))
  return {
    async sample() {
      const documents = new Map<string, ReturnType<typeof drafts.initial> | null>()
      const from = performance.now()
      for (const text of texts) {
        const one = JSON.parse(text) as Recorded<Extract<DraftEvent, { type: 'DraftPatched' }>>
        documents.set(one.stream, drafts.evolve.DraftPatched(documents.get(one.stream) ?? drafts.initial(one.stream), one.data, one as never))
      }
      return texts.length / ((performance.now() - from) / 1_000)
    },
    close: async () => away(),
  }
}

export const rebuild: Scene = {
  name: 'rebuild',
  words: { zh: `重建全部读模型（${(streams * each).toLocaleString('en')} 个事件）`, en: `all documents made again (${(streams * each).toLocaleString('en')} events)` },
  unit: '/s', better: 'more', collapse: 0.002,
  bare: { zh: 'JSON.parse + 内存中折叠，单线程', en: 'JSON.parse + fold in memory, one thread' },
  ours, theirs,
}

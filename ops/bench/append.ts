import { openFolder } from '@qinqing/api/kernel/open'
import { Journal } from '@qinqing/api/kernel/journal'
import { realWorld } from '@qinqing/api/kernel/world'
import type { Pending } from '@qinqing/domain/kernel/message'
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Scene, Side } from './measure.ts'
import { scratch } from './places.ts'

const text = '示例企业来电说明材料情况。'.repeat(12)
let made = 0

/** An event of about 1 KB, as somebody who types makes many of. */
export const event = (): Pending => {
  const commandId = realWorld.ids.fresh()
  const at = realWorld.clock.now()
  return {
    id: `${commandId}-0`, type: 'DraftPatched', data: { patch: { opinion: `${made++} ${text}` } }, schemaVersion: 1, tenant: 'liuzhou', actor: 'bench', by: '示例某', post: null,
    onBehalfOf: null, mandate: null, purpose: 'work', commandId, commandHash: 'bench', correlationId: commandId, causationId: null, occurredAt: at, recordedAt: at,
    grade: 'internal', subjectKeys: ['bench'],
  }
}

/** So many at once, each waiting for its own append before the next, for so long; how many a second. */
async function throughput(writers: number, seconds: number, append: (writer: number) => Promise<void>): Promise<number> {
  const from = performance.now()
  let done = 0
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    while (performance.now() - from < seconds * 1_000) {
      await append(writer)
      done++
    }
  }))
  return done / ((performance.now() - from) / 1_000)
}

const ours = (writers: number) => async (seconds: number): Promise<Side> => {
  const { folder, away } = scratch()
  const opened = await openFolder({ folder: join(folder, 'data'), world: realWorld, journal: new Journal() })
  const { log } = opened.running.kernel
  const streams = Array.from({ length: writers }, () => ({ id: realWorld.ids.fresh(), revision: -1 }))
  return {
    sample: () => throughput(writers, seconds, async writer => {
      const stream = streams[writer]!
      await log.append([{ stream: `liuzhou.draft-${stream.id}`, expected: stream.revision++, events: [event()] }])
      if (stream.revision >= 20) streams[writer] = { id: realWorld.ids.fresh(), revision: -1 }
    }),
    async close() {
      await opened.close()
      away()
    },
  }
}

const space = 256 * 1024 * 1024

/** The least that a durable append can be: the bytes into a file that has its size already, and on the disk; one sync for all of a tick. */
const theirs = (writers: number) => async (seconds: number): Promise<Side> => {
  const { folder, away } = scratch()
  const file = openSync(join(folder, 'log'), 'w')
  for (let written = 0; written < space; written += 1024 * 1024) writeSync(file, Buffer.alloc(1024 * 1024))
  fsyncSync(file)
  let at = 0
  let queue: { bytes: Buffer; done: () => void }[] = []
  const flush = () => {
    const all = queue
    queue = []
    const bytes = Buffer.concat(all.map(one => one.bytes))
    if (at + bytes.length > space) at = 0
    at += writeSync(file, bytes, 0, bytes.length, at)
    fdatasyncSync(file)
    for (const { done } of all) done()
  }
  return {
    sample: () => throughput(writers, seconds, () => new Promise<void>(done => {
      if (!queue.length) setImmediate(flush)
      queue.push({ bytes: Buffer.from(JSON.stringify(event())), done })
    })),
    async close() {
      closeSync(file)
      away()
    },
  }
}

const scene = (writers: number, collapse: number): Scene => ({
  name: `append-${writers}`,
  words: { zh: `追加，${writers} 个写入者`, en: `append, ${writers} writer${writers > 1 ? 's' : ''}` },
  unit: '/s', better: 'more', collapse,
  bare: { zh: '预分配文件 + 每拍一次 fdatasync', en: 'preallocated file, one fdatasync a tick' },
  ours: ours(writers), theirs: theirs(writers),
})

export const append: readonly Scene[] = [scene(1, 0.02), scene(64, 0.01)]

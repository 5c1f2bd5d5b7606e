import { realWorld } from '@qinqing/api/kernel/world'
import autocannon from 'autocannon'
import { join } from 'node:path'
import type { Scene, Side } from './measure.ts'
import { program, scratch } from './places.ts'

export interface Served {
  url: string
  cookies: readonly string[]
}

const text = '材料齐全，同意。'.repeat(30)
let n = 0
export const body = (): string => JSON.stringify({ commandId: realWorld.ids.fresh(), data: { patch: { opinion: `${n++} ${text}` } } })
export const path = (topic: string) => `/api/ask/draft/p0.${topic}/PatchDraft`
export const headersFor = ({ url, cookies }: Served) => ({ 'content-type': 'application/json', 'origin': url, ...cookies[0] ? { cookie: cookies[0] } : {} })

async function side(name: string, seconds: number): Promise<Side> {
  const { folder, away } = scratch()
  const { ready, end } = await program<Served>(name, join(folder, name === 'our-server' ? 'data' : ''))
  let drafts = 0
  return {
    async sample() {
      const { requests, non2xx } = await autocannon({
        url: ready.url, connections: 64, duration: seconds, method: 'POST', headers: headersFor(ready),
        // A request of its own for each connection, made anew for each command.
        setupClient(client) {
          let [draft, patches] = ['', 0]
          client.setRequests([{
            setupRequest(request) {
              // As somebody who writes an opinion: a draft has some dozens of patches, not thousands.
              if (patches++ % 20 === 0) draft = `d${drafts++}`
              return { ...request, method: 'POST', path: path(draft), headers: headersFor(ready), body: body() }
            },
          }])
        },
      })
      if (non2xx) throw new Error(`${non2xx} commands were refused`)
      return requests.total / seconds
    },
    async close() {
      await end()
      away()
    },
  }
}

export const command: Scene = {
  name: 'command',
  words: { zh: '命令，从头到尾（64 个连接）', en: 'command, end to end (64 connections)' },
  unit: '/s', better: 'more', collapse: 0.005,
  bare: { zh: 'node:http + JSON.parse + zod，什么都不存', en: 'node:http + JSON.parse + zod, nothing kept' },
  ours: seconds => side('our-server', seconds), theirs: seconds => side('bare-server', seconds),
}

import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { answering, resident } from './places.ts'

/** The least that a command can be: read, parsed, checked and answered; with `keep` also on the disk, and pushed to whoever listens. */
const [folder = '', keep = '', port = '0'] = process.argv.slice(2)
const command = z.strictObject({ commandId: z.uuid(), data: z.strictObject({ patch: z.record(z.string().max(60), z.string().max(8000)) }) })
const file = openSync(join(folder, 'bare'), 'w')

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    if (request.method === 'GET') return response.end('{}')
    const text = Buffer.concat(parts).toString()
    const { commandId } = command.parse(JSON.parse(text))
    if (keep) {
      writeSync(file, text)
      fdatasyncSync(file)
    }
    for (const socket of sockets.clients) socket.send(text)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: commandId, revision: 0, position: 1 }))
  })
})
const sockets = new WebSocketServer({ server })
server.listen(Number(port), '127.0.0.1', () => {
  answering({ memory: resident }, async () => closeSync(file))
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cookies: [] })
})

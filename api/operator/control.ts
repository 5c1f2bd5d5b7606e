import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { problem, problemOf } from '../kernel/problem.ts'
import { operatorAsker } from './asker.ts'

const longest = 100

/** The socket through which command-line tools of the same owner ask; in the folder, unless its name is too long for a socket. */
export function socketPath(folder: string): string {
  const inside = join(resolve(folder), 'control.sock')
  if (Buffer.byteLength(inside) <= longest) return inside
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16)
  return join(tmpdir(), `qinqing-${userInfo().uid}`, `${name}.sock`)
}

const asking = z.strictObject({
  name: z.string().trim().min(1).max(60),
  tenant: z.string().max(60),
  purpose: z.enum(['work', 'import']),
  asked: z.strictObject({
    aggregate: z.string(), id: z.string().min(1).max(120), commandId: z.uuid(), basis: z.int().optional(),
    command: z.strictObject({ type: z.string(), data: z.unknown() }),
  }),
})
/** Whoever may use this socket may read the folder and its keys anyway. */
const looking = z.strictObject({ tenant: z.string().max(60), history: z.strictObject({ aggregate: z.string().max(60), id: z.string().min(1).max(120) }) })
const line = z.union([asking, looking])

/** Serves the owner's command-line tools: one JSON request a line, one answer a line, in order. */
export async function serveControl(folder: string, kernel: Kernel): Promise<Server> {
  const path = socketPath(folder)
  rmSync(path, { force: true })
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  const server = createServer(socket => void serve(socket, kernel))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  chmodSync(path, 0o600)
  return server
}

async function serve(socket: Socket, kernel: Kernel) {
  socket.on('error', () => socket.destroy())
  const lines = createInterface({ input: socket })
  // The lines repeat the errors of the socket they come from: whoever asked has gone.
  lines.on('error', () => lines.close())
  for await (const text of lines) {
    if (!socket.writable) return
    socket.write(`${JSON.stringify(await answer(text, kernel))}\n`)
  }
}

async function answer(text: string, kernel: Kernel) {
  try {
    const said = line.parse(JSON.parse(text))
    if ('history' in said) return await kernel.log.read(streamOf(said.tenant, said.history.aggregate, said.history.id))
    return await execute(kernel, said.asked, operatorAsker(said.name, said.tenant, said.purpose))
  } catch (error) {
    return error instanceof SyntaxError || error instanceof z.ZodError ? problem(400, 'malformed', '请求的格式不对', 'The request is malformed.') : problemOf(error)
  }
}

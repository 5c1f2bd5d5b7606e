import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import { idPattern, streamOf } from '@qinqing/domain/kernel/stream'
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Recorded } from '@qinqing/domain/kernel/message'
import type { Journal } from '../kernel/journal.ts'
import { parseJson } from '../kernel/json.ts'
import { problem, problemOf } from '../kernel/problem.ts'
import { operatorAsker } from './asker.ts'
import { backup, NoBackup, NotEmpty } from './backup.ts'
import { isDisk } from './explain.ts'

const longest = 100
/** Characters of one line: more than any command has. */
const longestLine = 8 * 1024 * 1024

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
    aggregate: z.string(), id: z.string().regex(idPattern), commandId: z.uuid(), basis: z.int().optional(),
    command: z.strictObject({ type: z.string(), data: z.unknown() }),
  }),
})
/** Whoever may use this socket may read the folder and its keys anyway. */
const looking = z.strictObject({ tenant: z.string().max(60), history: z.strictObject({ aggregate: z.string().max(60), id: z.string().min(1).max(120) }) })
/** What happens next to an aggregate behind a revision; nothing when nothing has happened for a while. */
const awaiting = z.strictObject({ tenant: z.string().max(60), next: z.strictObject({ aggregate: z.string().max(60), id: z.string().min(1).max(120), after: z.int().min(-1) }) })
const copying = z.strictObject({ backup: z.strictObject({ to: z.string().min(1).max(4096) }) })
const line = z.union([asking, looking, awaiting, copying])

const patienceMs = 20_000

export interface Control {
  /** Takes no more, answers what was asked, and lets go of the tools, at the latest after so long. */
  end(patienceMs: number): Promise<void>
}

/** Serves the owner's command-line tools: one JSON request a line, one answer a line, in order. */
export async function serveControl(folder: string, kernel: Kernel, journal: Pick<Journal, 'defect'>): Promise<Control> {
  const path = socketPath(folder)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (dirname(path) !== resolve(folder)) refuseForeign(dirname(path))
  rmSync(path, { force: true })
  const tools = new Set<Tool>()
  const server = createServer(socket => {
    const tool = new Tool(socket, text => answer(text, folder, kernel, journal))
    tools.add(tool)
    socket.once('close', () => tools.delete(tool))
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  chmodSync(path, 0o600)
  return {
    async end(patienceMs) {
      const closed = new Promise<void>(done => server.close(() => done()))
      for (const tool of tools) tool.end()
      const cancel = kernel.world.timers.after(patienceMs, () => tools.forEach(tool => tool.drop()))
      await closed
      cancel()
    },
  }
}

/** Where everybody may make folders, somebody else may have made ours, to put a socket of his own in its place. */
function refuseForeign(folder: string): void {
  const { uid, mode } = lstatSync(folder)
  const own = process.getuid?.()
  if (own !== undefined && (uid !== own || (mode & 0o022) !== 0)) throw Object.assign(new Error('others may write where the control socket lies'), { code: 'EACCES', path: folder })
}

/** One command-line tool: its lines are answered one by one. */
class Tool {
  private readonly socket: Socket
  private readonly answer: (text: string) => Promise<unknown>
  private readonly waiting: string[] = []
  private rest = ''
  private busy = false
  private ending = false

  constructor(socket: Socket, answer: (text: string) => Promise<unknown>) {
    this.socket = socket
    this.answer = answer
    socket.setEncoding('utf8')
    socket.on('error', () => socket.destroy())
    socket.on('data', (text: string) => this.take(text))
  }

  end(): void {
    this.ending = true
    if (!this.busy) this.socket.end()
  }

  drop(): void {
    this.socket.destroy()
  }

  private take(text: string): void {
    if (this.ending) return
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop()!
    if (this.rest.length > longestLine) return this.drop()
    this.waiting.push(...lines)
    if (!this.busy) void this.work()
  }

  /** While lines wait, no more are read: a tool that only asks would fill the memory. */
  private async work(): Promise<void> {
    this.busy = true
    this.socket.pause()
    for (let line = this.waiting.shift(); line !== undefined && this.socket.writable; line = this.waiting.shift()) {
      this.socket.write(`${JSON.stringify(await this.answer(line))}\n`)
    }
    this.busy = false
    if (this.ending) this.socket.end()
    else this.socket.resume()
  }
}

/** The events of a stream behind a revision, as soon as there are some. */
export async function nextOf({ log, world }: Kernel, stream: string, after: number): Promise<Recorded[]> {
  const patience = new AbortController()
  const cancel = world.timers.after(patienceMs, () => patience.abort())
  try {
    // The head first: what is written while the stream is read is followed.
    const head = await log.head()
    const known = await log.read(stream, after + 1)
    if (known.length) return known
    for await (const { events } of log.follow({ after: head, signal: patience.signal })) {
      if (events.some(event => event.stream === stream)) return await log.read(stream, after + 1)
    }
    return []
  } finally {
    cancel()
  }
}

async function answer(text: string, folder: string, kernel: Kernel, journal: Pick<Journal, 'defect'>): Promise<unknown> {
  try {
    const said = line.parse(parseJson(text))
    if ('history' in said) return await kernel.log.read(streamOf(said.tenant, said.history.aggregate, said.history.id))
    if ('next' in said) return await nextOf(kernel, streamOf(said.tenant, said.next.aggregate, said.next.id), said.next.after)
    if ('backup' in said) return await backup(folder, said.backup.to, kernel.world.clock.now()).catch(backupProblem)
    return await execute(kernel, said.asked, operatorAsker(said.name, said.tenant, said.purpose))
  } catch (error) {
    if (error instanceof z.ZodError) return problem(400, 'malformed', '请求的格式不对', 'The request is malformed.')
    const found = problemOf(error)
    if (found.code === 'defect') journal.defect(error)
    return found
  }
}

function backupProblem(error: unknown): unknown {
  if (error instanceof NotEmpty) return problem(409, 'backup/not-empty', '目标文件夹不是空的，请换一个', 'The folder for the backup is not empty; choose another.')
  if (error instanceof NoBackup) {
    return problem(
      409, 'backup/damaged', `${error.message} 和它的校验值不一致，没有备份。请先从较早的备份取回它`,
      `${error.message} does not match its hash; nothing was backed up. Bring it back from an earlier backup first.`,
    )
  }
  if (isDisk(error)) {
    return problem(507, 'backup/no-room', '写不进目标磁盘：满了，或者出了故障。没有备份，请换一个地方', 'The disk of the backup is full or fails; nothing was backed up. Choose another place.')
  }
  throw error
}

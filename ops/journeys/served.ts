import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname
/** The folder of the repository, from the sources as from what is built. */
export const root: string = join(here, here.includes(join('ops', 'dist')) ? '../../..' : '../..')

interface SignIn {
  audience: string
  username: string
  password: string
}

/** A built server on a folder of its own with the demo in it; it can be stopped, killed and started again at the same address. */
export class Served {
  readonly folder: string = join(mkdtempSync(join(tmpdir(), 'qinqing-journey-')), 'data')
  private readonly options: readonly string[]
  /** What it has printed at its last start. */
  printed = ''
  url = ''
  private server: ChildProcess | undefined
  private port = 0
  /** What it said on its error output, and that it went without being asked to; nothing is expected there. */
  complaints = ''

  constructor(options: readonly string[] = []) {
    this.options = options
  }

  /** Resolves when it serves. */
  async start(): Promise<void> {
    const filled = process.env['QQ_FILLED']
    if (filled && !this.options.length && !existsSync(this.folder)) for (const part of ['', '.keys']) cpSync(filled + part, this.folder + part, { recursive: true })
    const server = spawn(process.execPath, [join(root, 'api/dist/main.js'), '--port', String(this.port), '--data', this.folder, ...this.options], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.server = server
    server.stderr.on('data', (said: Buffer) => { this.complaints += String(said) })
    this.url = await new Promise<string>((serves, fails) => {
      this.printed = ''
      server.stdout.on('data', (more: Buffer) => {
        this.printed += String(more)
        const address = /http:\/\/127\.0\.0\.1:\d+(?=\/\s)/.exec(this.printed)
        if (address) serves(address[0])
      })
      server.once('error', fails)
      server.once('exit', (code, signal) => {
        if (this.server === server) this.complaints += `the server ended by itself with ${code ?? signal}\n`
        fails(new Error(this.complaints))
      })
    })
    this.port = Number(new URL(this.url).port)
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { server } = this
    this.server = undefined
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise(done => server.once('exit', done))
    server.kill(signal)
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(join(this.folder, '..'), { recursive: true, force: true })
  }

  /** The printed sign-ins; whoever is of the same audience has the same password. */
  passwordOf(username: string): string {
    const all = JSON.parse(readFileSync(join(this.folder, 'demo-sign-ins.json'), 'utf8')) as SignIn[]
    const kind = username.replace(/\d+$/, '')
    const found = all.find(one => one.username === kind)
    if (!found) throw new Error(`nobody like ${username} has a sign-in`)
    return found.password
  }

  /** Runs `npm run import` as it is built, while this serves; answers what it printed. */
  async take(file: string, office: string): Promise<string> {
    const tool = spawn(process.execPath, [join(root, 'api/dist/import/main.js'), 'service-items', file, '--data', this.folder, '--office', office, '--as', '示例操作员'])
    let said = ''
    for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (more: Buffer) => { said += String(more) })
    await new Promise((done, fails) => tool.once('error', fails).once('close', done))
    return said
  }
}

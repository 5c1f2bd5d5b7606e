import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { liuzhou } from '../kernel/city.ts'
import { realWorld } from '../kernel/world.ts'
import { type Town, town } from '../spec.ts'
import { serveControl, socketPath } from './control.ts'
import { operate } from './operator.ts'

let city: Town
beforeEach(async () => { city = await town() })
afterEach(() => city.end())

const tool = async (): Promise<Socket> => {
  const socket = connect(socketPath(city.folder))
  await once(socket, 'connect')
  return socket
}

const office = (id: string) => ({ aggregate: 'office', id, commandId: realWorld.ids.fresh(), command: { type: 'EstablishOffice', data: { bureau: '示例局', name: `示例${id}`, phone: '0772-1' } } })
const line = (asked: object) => `${JSON.stringify({ name: '示例某', tenant: liuzhou.id, purpose: 'work', asked })}\n`

/** What comes back for these lines. */
async function answers(lines: readonly string[]): Promise<{ status?: number; code?: string; id?: string }[]> {
  const socket = await tool()
  const said: { status?: number }[] = []
  socket.write(lines.join(''))
  for await (const text of createInterface({ input: socket })) if (said.push(JSON.parse(text) as { status?: number }) === lines.length) break
  socket.destroy()
  return said
}

test('only the owner may use it', () => {
  expect(statSync(socketPath(city.folder)).mode & 0o777).toBe(0o600)
})

test('hostile lines are refused one by one, and what is right between them is done', async () => {
  const lines = [
    '\n', 'null\n', '[]\n', '{"a":\n', `${'['.repeat(100_000)}\n`, line({ ...office('b'), aggregate: '__proto__' }), line({ ...office('b'), aggregate: 'constructor' }),
    line({ ...office('b'), id: '../b' }), line({ ...office('b'), id: '\ud800' }), line({ ...office('b'), command: { type: 'toString', data: {} } }),
    line({ ...office('b'), command: { type: 'EstablishOffice', data: JSON.parse('{"__proto__":{}}') as object } }),
    `${JSON.stringify({ name: '示例某', tenant: liuzhou.id, purpose: 'demo', asked: office('b') })}\n`, line(office('a')),
  ]
  const said = await answers(lines)
  expect(said.map(({ status }) => status)).toEqual([...lines.slice(1).map(() => 400), undefined])
  expect(said.at(-1)).toMatchObject({ id: 'a' })
  expect(await city.opened.running.kernel.log.read('liuzhou.office-b')).toEqual([])
  expect(city.journal).toEqual([])
})

test('a line that never ends is not kept', async () => {
  const socket = await tool()
  socket.on('error', () => undefined)
  const closed = new Promise(resolve => socket.once('close', resolve))
  const more = Buffer.alloc(1024 * 1024, 'x')
  const write = () => { while (!socket.destroyed && socket.write(more)); }
  socket.on('drain', write)
  write()
  await closed
  expect((await answers([line(office('a'))]))[0]).toMatchObject({ id: 'a' })
})

test('many tools at once each get their own answers, in order', async () => {
  const all = await Promise.all(Array.from({ length: 30 }, (_, n) => answers(Array.from({ length: 5 }, (__, m) => line(office(`o-${n}-${m}`))))))
  expect(all.map(said => said.map(({ id }) => id))).toEqual(all.map((_, n) => Array.from({ length: 5 }, (__, m) => `o-${n}-${m}`)))
})

test('a tool that keeps its connection does not keep the server; one that asks is answered, and told that the server goes', async () => {
  const idle = await tool()
  const gone = once(idle, 'close')
  const operator = await operate(city.folder, '示例某', liuzhou.id, 'work')
  const { log } = city.opened.running.kernel
  const append = log.append.bind(log)
  let stopped: Promise<void> | undefined
  log.append = (...args: Parameters<typeof append>) => {
    stopped = city.stop()
    return append(...args)
  }
  expect(await operator.ask(office('a'))).toMatchObject({ id: 'a' })
  await Promise.all([gone, stopped])
  await expect(operator.ask(office('b'))).rejects.toThrow('the server went away')
})

test('a socket left behind by a server that was killed does not hinder the next, nor a tool', async () => {
  await city.stop()
  const path = socketPath(city.folder)
  spawnSync(process.execPath, ['-e', `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`])
  expect(existsSync(path)).toBe(true)
  const operator = await operate(city.folder, '示例某', liuzhou.id, 'work')
  expect(await operator.ask(office('a'))).toMatchObject({ id: 'a' })
  await operator.close()
  const next = await town({ folder: city.folder })
  const served = await operate(city.folder, '示例某', liuzhou.id, 'work')
  expect(await served.ask(office('b'))).toMatchObject({ id: 'b' })
  await served.close()
  await next.stop()
})

describe('a folder with a long name', () => {
  const home = mkdtempSync(join(tmpdir(), 'qinqing-'))
  const long = join(home, 'x'.repeat(120), 'data')
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  test('has its socket where only the owner comes, and both sides find it', async () => {
    const far = await town({ folder: long })
    const path = socketPath(long)
    expect(Buffer.byteLength(path)).toBeLessThan(100)
    expect([statSync(dirname(path)).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600])
    const operator = await operate(long, '示例某', liuzhou.id, 'work')
    expect(await operator.ask(office('a'))).toMatchObject({ id: 'a' })
    await operator.close()
    await far.stop()
  })

  test('a place that others may write to is not used', async () => {
    const place = dirname(socketPath(long))
    mkdirSync(place, { recursive: true })
    chmodSync(place, 0o777)
    await expect(serveControl(long, city.opened.running.kernel, { defect: () => undefined })).rejects.toMatchObject({ code: 'EACCES' })
    chmodSync(place, 0o700)
  })
})

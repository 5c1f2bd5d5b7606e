import { found, plainItem, publish, settle, submitted, type Town, town, Visit } from '@qinqing/api/spec'
import type { Fault } from '@qinqing/api/kernel/reconciler'
import { projections } from '@qinqing/projections/catalogue'
import type { Projected } from '@qinqing/projections/kernel/projected'
import { LiveClient, type Topic } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { io } from 'socket.io-client'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { count } from './count.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { answers, everything, rebuild } from './rebuild.ts'

const enterprises = count(200, 20_000)

let it_: Town
let scratch: string
let admin: Visit
const cases: string[] = []
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'qinqing-'))
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await publish(it_, 'homes', plainItem('labour', { id: 'homes', title: '人才租房补贴' }))
  for (let n = 0; n < 4; n++) cases.push((await submitted(it_, 'jobs')).id)
  for (let n = 0; n < enterprises; n += 100) await Promise.all(Array.from({ length: 100 }, (_, m) => found(it_, `many${n + m}`, { employees: 20 })))
  await settle(it_, 'admin', { posts: [{ office: 'labour', roles: ['admin', 'reviewer'] }] })
  admin = await new Visit(it_.url).signIn('admin')
  const { reader, kernel } = it_.opened.running
  await reader.atLeast(await kernel.log.head(), 60_000)
}, 900_000)
afterAll(async () => {
  await it_.end()
  rmSync(scratch, { recursive: true, force: true })
})

/** Resolves when a page shows these documents with this status. */
const shows = (client: LiveClient, topic: Topic, wanted: readonly (readonly [id: string, status: string])[]) => new Promise<void>(resolve => {
  const should = JSON.stringify(wanted.toSorted())
  const look = () => {
    const { rows } = client.snapshot(topic)
    if (JSON.stringify(rows.map(({ id, document }) => [id, (document as { status: string }).status]).toSorted()) === should) resolve()
  }
  client.watch(topic, look)
  look()
})

test('where nothing is wrong nothing is found, however it is filed', async () => {
  expect(await it_.opened.running.reconciler.compareAll()).toEqual([])
}, count(60_000, 900_000))

const transport = (url: string) =>
  io(url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: admin.cookies, origin: it_.url } })

/** A page whose network is taken away and given back. */
function wandering(): { client: LiveClient; go: () => void; back: () => void } {
  let url = it_.url
  let socket: ReturnType<typeof transport>
  return {
    client: new LiveClient({ backoffMs: 20, transport: () => (socket = transport(url)) }),
    go() {
      // Where nobody listens.
      url = 'http://127.0.0.1:9'
      socket.io.engine.close()
    },
    back() { url = it_.url },
  }
}

/** Lays hands on the file itself, as a fault of the disk or of a person would. */
function plant(act: (db: DatabaseSync, tableOf: (kind: string, name: string) => { rows: string; words: string }) => void): void {
  const db = new DatabaseSync(join(it_.folder, 'documents.db'), { timeout: 5_000 })
  const tableOf = (kind: string, name: string) => {
    const { key } = db.prepare('select key from targets where kind = ? and name = ?').get(kind, name) as { key: number }
    return { rows: `d${key}`, words: `w${key}` }
  }
  act(db, tableOf)
  db.close()
}

test('three planted faults in documents and three in search are found within a minute, named by document and field, made right and told to live pages', async () => {
  const { projector, reconciler, rebuilding, kernel, reader } = it_.opened.running
  await rebuilding.start()
  const mended: Projected[] = []
  projector.listen(projected => { if (projected.mended.length) mended.push(projected) })
  const faults: Fault[] = []
  const six = new Promise<void>(resolve => reconciler.listen(fault => {
    faults.push(fault)
    if (faults.length === 6) resolve()
  }))

  plant((db, tableOf) => {
    const documents = tableOf('documents', 'applications').rows
    db.prepare(`update ${documents} set body = json_set(body, '$.status', 'approved') where id = ?`).run(cases[0]!)
    db.prepare(`delete from ${documents} where id = ?`).run(cases[1]!)
    db.exec(`insert into ${documents} (tenant, id, position, body) values ('liuzhou', 'invented', 3, '{"id":"invented","status":"approved"}')`)
    const search = tableOf('searches', 'policies')
    const row = (id: string) => (db.prepare(`select row from ${search.rows} where id = ?`).get(id) as { row: number }).row
    db.prepare(`update ${search.words} set words = '别的 的' where rowid = ?`).run(row('jobs'))
    db.prepare(`delete from ${search.rows} where id = 'homes'`).run()
    db.exec(`insert into ${search.rows} (row, tenant, id, position) values (1, 'liuzhou', 'nowhere', 2)`)
  })
  // Two who look at what is wrong: at the document itself, and at a list with it and with what is no document at all.
  const pages = new LiveClient({ transport: () => transport(it_.url) })
  const one: Topic = { kind: 'document', projection: 'applications', id: cases[0]! }
  const list: Topic = { kind: 'query', projection: 'applications', where: ['always'], sort: [], limit: 50 }
  await shows(pages, one, [[cases[0]!, 'approved']])
  await shows(pages, list, [...cases.filter(id => id !== cases[1]).map(id => [id, id === cases[0] ? 'approved' : 'submitted'] as const)])

  const away = wandering()
  await shows(away.client, one, [[cases[0]!, 'approved']])
  await shows(away.client, list, [...cases.filter(id => id !== cases[1]).map(id => [id, id === cases[0] ? 'approved' : 'submitted'] as const)])
  away.go()

  const began = performance.now()
  reconciler.start()
  await six
  await shows(pages, one, [[cases[0]!, 'submitted']])
  await shows(pages, list, cases.map(id => [id, 'submitted']))
  pages.stop()
  // Who was away sees it as soon as he is back.
  expect(away.client.snapshot(one).rows[0]!.document).toMatchObject({ status: 'approved' })
  away.back()
  await shows(away.client, one, [[cases[0]!, 'submitted']])
  await shows(away.client, list, cases.map(id => [id, 'submitted']))
  away.client.stop()
  const seconds = (performance.now() - began) / 1000
  expect(seconds).toBeLessThan(60)
  const fault = (projection: string, place: string, id: string, kind: string, fields: unknown = []) => ({ tenant: 'liuzhou', projection, place, id, kind, fields })
  expect(faults).toHaveLength(6)
  expect(faults).toEqual(expect.arrayContaining([
    fault('applications', 'documents', cases[0]!, 'changed', ['status']),
    fault('applications', 'documents', cases[1]!, 'missing'),
    fault('applications', 'documents', 'invented', 'extra'),
    fault('policies', 'search', 'homes', 'missing'),
    // Which of the words differ nobody can say: all texts that are searched.
    fault('policies', 'search', 'jobs', 'changed', projections['policies']!.searched),
    fault('policies', 'search', 'nowhere', 'extra'),
  ]))
  expect(it_.journal.filter(line => line.includes('made right')).length).toBe(6)
  expect(mended.flatMap(one => one.mended)).toEqual(expect.arrayContaining([cases[0], cases[1], 'invented', 'jobs', 'homes', 'nowhere']))

  const again = await rebuild(it_.opened.running, scratch)
  const [is, should] = [await everything(it_.opened.running), await everything(again)]
  expect(is['applications']).toEqual(should['applications'])
  const words = ['示例', '租房', '就业']
  expect((await answers({ searches: it_.opened.running.search }, 'liuzhou', words))['policies 示例']).toEqual((await answers(again, 'liuzhou', words))['policies 示例'])
  await again.close()

  // And the administrator reads it on the page.
  await kernel.log.head().then(head => reader.atLeast(head, 10_000))
  for (let n = 0; n < 50; n++) {
    const { body } = await admin.get(`/api/documents/readmodels/applications?atLeast=${await kernel.log.head()}`)
    const { document } = (body['row'] ?? { document: { repairs: 0 } }) as { document: { repairs: number } }
    if (document.repairs === 3) return process.stdout.write(`reconciler: six faults named and made right in ${seconds.toFixed(1)} s among ${enterprises} enterprises\n`)
  }
  throw new Error('the page does not tell of the repairs')
}, count(120_000, 900_000))

test('faults of every other kind are found and made right too: where a row belongs, how new it says it is, by what it is found, how far all of it is', async () => {
  const { reconciler, kernel, reader } = it_.opened.running
  await reader.atLeast(await kernel.log.head(), 10_000)
  await reconciler.compareAll()
  const [one, two, three, four] = cases as [string, string, string, string]
  plant((db, tableOf) => {
    const { rows: documents } = tableOf('documents', 'applications')
    const { rows: search, words } = tableOf('searches', 'policies')
    db.prepare(`update ${documents} set tenant = 'guilin' where id = ?`).run(one)
    db.prepare(`update ${documents} set position = 1000000 where id = ?`).run(two)
    db.prepare(`update ${documents} set position = 1 where id = ?`).run(three)
    db.prepare(`update ${documents} set body = '{"id":' where id = ?`).run(four)
    db.exec(`delete from ${words} where rowid = (select row from ${search} where id = 'jobs')`)
    db.exec(`update ${search} set tenant = 'guilin' where id = 'homes'`)
    db.exec(`update targets set position = 1000000 where kind = 'documents' and name = 'offices'`)
    const { rows: people } = tableOf('documents', 'people')
    db.exec(`update ${people} set body = null where id = 'admin'`)
  })
  const found = (await reconciler.compareAll()).map(({ projection, place, tenant, id, kind }) => `${projection} ${place} ${tenant}/${id} ${kind}`)
  expect(found.toSorted()).toEqual([
    `applications documents guilin/${one} extra`, `applications documents liuzhou/${one} missing`,
    ...[two, three, four].map(id => `applications documents liuzhou/${id} changed`),
    'offices documents /* changed', 'people documents liuzhou/admin changed',
    'policies search guilin/homes extra', 'policies search liuzhou/homes missing', 'policies search liuzhou/jobs changed',
  ].toSorted())
  const again = await rebuild(it_.opened.running, mkdtempSync(join(scratch, 'again-')))
  const [is, should] = [await everything(it_.opened.running), await everything(again)]
  await again.close()
  for (const name of ['applications', 'offices', 'people', 'policies']) expect(is[name]).toEqual(should[name])
  expect(await reconciler.compareAll()).toEqual([])
  // And what happens afterwards is seen.
  await it_.ask('office', 'later', 'EstablishOffice', { bureau: '示例局', name: '示例科', phone: '' })
  await reader.atLeast(await kernel.log.head(), 10_000)
  expect((await reader.document('offices', 'later', { tenant: 'liuzhou', person: 'admin', roles: ['admin'], offices: [], enterprises: [] }))?.position).toBe(await kernel.log.head())
}, count(60_000, 900_000))

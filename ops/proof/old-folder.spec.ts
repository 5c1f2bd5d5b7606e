import { keysOf } from '@qinqing/api/kernel/open'
import { documentOf, password, type Town, town, Visit } from '@qinqing/api/spec'
import { hashPassword } from '@qinqing/api/identity/passwords'
import { liuzhou, theSystem } from '@qinqing/api/kernel/city'
import { SqliteEventStore } from '@qinqing/domain/store/sqlite'
import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answers, everything, rebuild } from './rebuild.ts'

/** Data folders as programs of earlier days have left them, with their keys beside them; they are never written to. */
const kept = join(import.meta.dirname, 'folders')
const days = readdirSync(kept).filter(name => !name.endsWith('.keys'))

describe.each(days)('a data folder of %s', day => {
  let parent: string
  let it_: Town
  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'qinqing-'))
    const folder = join(parent, 'data')
    cpSync(join(kept, day), folder, { recursive: true })
    cpSync(join(kept, `${day}.keys`), keysOf(folder))
    it_ = await town({ folder })
  }, 30_000)
  afterAll(() => it_.end())

  test('opens, and says what it said then', async () => {
    await it_.ask('person', 'judge', 'SetPassword', { hash: await hashPassword(password) }, theSystem(liuzhou.id))
    await it_.opened.running.reader.atLeast(await it_.opened.running.kernel.log.head(), 10_000)
    const judge = await new Visit(it_.url).signIn('shili.shen')
    expect(await documentOf(judge, 'applications', 'approved')).toMatchObject({
      status: 'approved', enterpriseName: '柳州示例x有限公司', decision: { by: '示例审核', result: 'approved', fen: 5_000_000 },
    })
    expect(await documentOf(judge, 'applications', 'refused')).toMatchObject({ status: 'refused', decision: { result: 'refused' } })
    expect(await documentOf(judge, 'dossiers', 'x')).toMatchObject({
      facts: { employees: { value: 86 } }, enjoyed: [{ application: 'approved', title: '新增就业岗位补贴', fen: 5_000_000 }],
    })
    expect((await judge.get('/api/rows/policies?text=%E5%B0%B1%E4%B8%9A')).body).toMatchObject({ rows: [{ id: 'jobs' }] })
  })

  test('an event that was written in an earlier version is read in the present one, and stays written as it was', async () => {
    const { events: [read] } = await it_.opened.running.kernel.log.page({ after: 0, types: ['EnjoymentRecorded'] })
    expect(read).toMatchObject({ schemaVersion: 2, data: { application: 'approved', amount: { fen: 5_000_000, currency: 'CNY' } } })
    expect(read!.data).not.toHaveProperty('fen')
  })

  test('goes on: what happens now stands beside what happened then', async () => {
    await it_.ask('dossier', 'x', 'RecordEnjoyment', { application: 'later', policy: 'jobs', item: 'item', title: '稳岗补贴', fen: 1, at: '2026-11-25T08:00:00.000Z' }, theSystem(liuzhou.id))
    const events = await it_.opened.running.kernel.log.read('liuzhou.dossier-x')
    expect(events.map(({ type, schemaVersion }) => `${type} ${schemaVersion}`)).toEqual(['FactsRecorded 1', 'EnjoymentRecorded 2', 'EnjoymentRecorded 2'])
  })

  test('made again from the log it is the same', async () => {
    const { kernel, reader, search } = it_.opened.running
    await reader.atLeast(await kernel.log.head(), 10_000)
    const again = await rebuild(it_.opened.running, parent)
    expect(await everything(it_.opened.running)).toEqual(await everything(again))
    expect(await answers({ searches: search }, liuzhou.id, ['就业', '示例'])).toEqual(await answers(again, liuzhou.id, ['就业', '示例']))
    await again.close()
  })

  test('on the disk the old event has its old version still', async () => {
    await it_.stop()
    const log = await SqliteEventStore.open(it_.folder)
    const { events } = await log.page({ after: 0, types: ['EnjoymentRecorded'] })
    await log.close()
    expect(events.map(({ schemaVersion }) => schemaVersion)).toEqual([1, 2])
    expect(events[0]!.data).toMatchObject({ fen: 5_000_000 })
  })
})

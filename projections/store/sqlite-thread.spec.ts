import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Stored } from '../kernel/document-store.ts'
import type { Target } from '../kernel/projection.ts'
import { openSqlite } from './sqlite.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinqing-'))
  path = join(folder, 'documents.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const target: Target = { name: 'papers', version: 1, indexed: ['office'], searched: ['title'] }
const paper = (id: string, position: number): Stored =>
  ({ tenant: 'liuzhou', id, position, document: { id, office: 'x', title: '题目', note: '附注' } })
const until = (position: number) => ({ log: 'a-log', position })
const sought = { tenant: 'liuzhou', text: '题', where: ['always'] as const, limit: 9 }

test('what was saved is there when the file is opened again, with the journal it must have', async () => {
  const first = openSqlite(path)
  await Promise.all([first.documents.save(target, [paper('a', 1)], until(1)), first.searches.save(target, [paper('a', 1)], until(1))])
  expect(readdirSync(folder)).toContain('documents.db-wal')
  await first.close()
  const second = openSqlite(path)
  expect(await second.documents.load(target, 'liuzhou', ['a'])).toEqual([paper('a', 1)])
  expect(await second.searches.search(target, sought)).toEqual([{ id: 'a' }])
  expect([await second.documents.checkpoint(target), await second.searches.checkpoint(target)]).toEqual([until(1), until(1)])
  await second.close()
})

test('a target whose fields have changed begins anew', async () => {
  const { documents, searches, close } = openSqlite(path)
  await documents.save(target, [paper('a', 1)], until(1))
  await searches.save(target, [paper('a', 1)], until(1))
  const wider = { ...target, indexed: ['office', 'id'] }
  expect([await documents.checkpoint(wider), await documents.load(wider, 'liuzhou', ['a'])]).toEqual([null, []])
  await documents.save(wider, [paper('b', 1)], until(1))
  expect(await documents.count(wider, { tenant: 'liuzhou', where: ['eq', 'id', 'b'] })).toEqual({ count: 1, position: 1 })
  expect(await searches.search(target, sought)).toEqual([{ id: 'a' }])
  expect(await searches.search({ ...target, searched: ['note'] }, sought)).toEqual([])
  expect([await documents.checkpoint(target), await searches.search(target, sought)]).toEqual([null, []])
  await close()
})

test('a call that fails leaves the others of its tick alone', async () => {
  const { documents, close } = openSqlite(path)
  const [first, broken, last] = await Promise.allSettled([
    documents.save(target, [paper('a', 1)], until(1)),
    documents.save(target, [paper('b', 2), { ...paper('c', 3), tenant: null as unknown as string }], until(3)),
    documents.save(target, [paper('d', 4)], until(4)),
  ])
  expect([first.status, broken.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await documents.load(target, 'liuzhou', ['a', 'b', 'c', 'd'])).map(({ id }) => id).sort()).toEqual(['a', 'd'])
  await close()
})

test('a first call that fails takes its tables back, and the next one makes them', async () => {
  const { documents, close } = openSqlite(path)
  await expect(documents.save(target, [{ ...paper('a', 1), tenant: null as unknown as string }], until(1))).rejects.toThrow('NOT NULL')
  await documents.save(target, [paper('a', 2)], until(2))
  expect(await documents.checkpoint(target)).toEqual(until(2))
  await close()
})

test('closing answers what was asked before, refuses what comes after, and may be done twice', async () => {
  const { documents, searches, close } = openSqlite(path)
  const saved = documents.save(target, [paper('a', 1)], until(1))
  const closed = Promise.all([documents.close(), searches.close(), close()])
  await expect(documents.checkpoint(target)).rejects.toThrow('the store is closed')
  await Promise.all([saved, closed])
  const again = openSqlite(path)
  expect(await again.documents.checkpoint(target)).toEqual(until(1))
  await again.close()
})

test('what is no database is refused, and so is every call', async () => {
  writeFileSync(path, 'this is no database, and it is long enough to be one '.repeat(100))
  const { documents, close } = openSqlite(path)
  await expect(documents.checkpoint(target)).rejects.toThrow('not a database')
  await expect(documents.checkpoint(target)).rejects.toThrow('not a database')
  await close()
})

test('a file in a folder that is not there is refused', async () => {
  const { searches, close } = openSqlite(join(folder, 'nowhere', 'documents.db'))
  await expect(searches.settled(target, 1)).rejects.toThrow('unable to open')
  await close()
})

test('while another holds the file for too long a save fails, and works again afterwards', async () => {
  const { documents, close } = openSqlite(path)
  await documents.save(target, [paper('a', 1)], until(1))
  const other = new DatabaseSync(path)
  other.exec('begin immediate')
  await expect(documents.save(target, [paper('b', 2)], until(2))).rejects.toThrow('locked')
  other.exec('rollback')
  other.close()
  await documents.save(target, [paper('b', 2)], until(2))
  expect((await documents.load(target, 'liuzhou', ['a', 'b'])).length).toBe(2)
  await close()
}, 20_000)

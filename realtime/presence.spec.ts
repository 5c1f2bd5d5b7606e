import type { LiveClient, Snapshot, Topic } from './client.ts'
import { City, live, until, viewer } from './spec.ts'

let city: City
beforeEach(async () => {
  city = await City.open()
  await city.set('mine')
  await city.set('theirs', { office: 'south' })
})
afterEach(() => city.close())

const there: Topic = { kind: 'presence', projection: 'tasks' }
const peopleOf = ({ byId }: Snapshot, id = 'mine') =>
  ((byId.get(id)?.document as { people: { id: string; name: string }[] } | undefined)?.people ?? []).map(({ name }) => name).toSorted()
const seen = (client: LiveClient, names: readonly string[], id = 'mine') =>
  until(client, there, snapshot => snapshot.phase === 'live' && peopleOf(snapshot, id).join() === names.join())

/** A client that is connected. */
const present = async (session: string) => {
  const client = city.client(session)
  await live(client, there)
  return client
}
/** What was emitted so far has been heard. */
const heard = (client: LiveClient) => new Promise<void>(resolve => { void client.reached(city.position + 1).then(resolve); void city.set('another') })

test('colleagues see who looks at a document, and that nobody does any more', async () => {
  const [wang, li] = [await present('wang'), await present('li')]
  const leave = li.attending.begin('tasks', 'mine')
  await seen(wang, ['示例li'])
  wang.attending.begin('tasks', 'mine')
  await seen(li, ['示例li', '示例wang'])
  leave()
  await seen(wang, ['示例wang'])
})

test('who comes later is told who is there already', async () => {
  const wang = await present('wang')
  wang.attending.begin('tasks', 'mine')
  await seen(wang, ['示例wang'])
  const li = city.client('li')
  expect(peopleOf(await live(li, there))).toEqual(['示例wang'])
})

test('two tabs of one person count once, and the last one that goes is the end', async () => {
  const wang = await present('wang')
  const [one, two] = [await present('li'), await present('li')]
  const [leaveOne, leaveTwo] = [one.attending.begin('tasks', 'mine'), two.attending.begin('tasks', 'mine')]
  await seen(two, ['示例li'])
  await heard(one)
  leaveOne()
  await heard(one)
  await seen(wang, ['示例li'])
  leaveTwo()
  await seen(wang, [])
})

test('a connection that is lost is nobody, and looks on when it is back', async () => {
  const [wang, li] = [await present('wang'), await present('li')]
  li.attending.begin('tasks', 'mine')
  await seen(wang, ['示例li'])
  const back = seen(wang, []).then(() => seen(wang, ['示例li']))
  li.stop()
  await seen(wang, [])
  li.start()
  await back
})

test('nobody looks at what is not theirs, and nobody sees who does', async () => {
  const [wang, south, elsewhere] = [await present('wang'), await present('south'), await present('elsewhere')]
  const colleague = await present('li')
  colleague.attending.begin('tasks', 'mine')
  await seen(wang, ['示例li'])
  wang.attending.begin('tasks', 'theirs')
  south.attending.begin('tasks', 'theirs')
  await seen(south, ['示例south'], 'theirs')
  await heard(wang)
  expect(peopleOf(wang.snapshot(there), 'theirs')).toEqual([])
  // The same office of another city, who was there before and who comes now.
  await heard(elsewhere)
  expect(elsewhere.snapshot(there).rows).toEqual([])
  const admin = city.client('admin')
  expect((await live(admin, there)).rows).toEqual([])
  expect((await live(city.client('elsewhere'), there)).rows).toEqual([])
})

test('what declares nothing is attended by nobody', async () => {
  const raw = city.raw('wang')
  expect(await raw.emitWithAck('attend', 'nothing', 'mine')).toMatchObject({ code: 'MALFORMED' })
  expect(await raw.emitWithAck('attend', 'secrets', 'mine')).toMatchObject({ code: 'FORBIDDEN' })
  expect(await raw.emitWithAck('attend', 'tasks', 'theirs')).toMatchObject({ code: 'FORBIDDEN' })
  expect(await raw.emitWithAck('attend', 'tasks', 'mine')).toEqual({ forMs: 90_000 })
})

test('a right that is taken away takes the names away, and one out of sight', async () => {
  const [wang, li] = [await present('wang'), await present('li')]
  wang.attending.begin('tasks', 'mine')
  li.attending.begin('tasks', 'mine')
  await seen(wang, ['示例li', '示例wang'])
  city.gate.become('li', viewer({ person: 'li', offices: ['south'] }))
  await seen(wang, ['示例wang'])
  await seen(li, [])
})

test('a document that moves to another office takes its audience along', async () => {
  const [wang, south] = [await present('wang'), await present('south')]
  wang.attending.begin('tasks', 'mine')
  await seen(wang, ['示例wang'])
  await city.set('mine', { office: 'south' })
  await seen(wang, [])
  south.attending.begin('tasks', 'mine')
  await seen(south, ['示例south'])
})

test('who has not said for a while that he looks does not', async () => {
  await city.close()
  city = await City.open({ attendMs: 100, beatMs: 20 })
  await city.set('mine')
  const wang = await present('wang')
  const raw = city.raw('li')
  await raw.emitWithAck('attend', 'tasks', 'mine')
  await seen(wang, ['示例li'])
  await seen(wang, [])
})

test('one socket looks at no more than so many documents', async () => {
  await city.close()
  city = await City.open({ attending: 2 })
  for (const id of ['a', 'b', 'c']) await city.set(id)
  const raw = city.raw('wang')
  expect(await raw.emitWithAck('attend', 'tasks', 'a')).toEqual({ forMs: 90_000 })
  expect(await raw.emitWithAck('attend', 'tasks', 'b')).toEqual({ forMs: 90_000 })
  expect(await raw.emitWithAck('attend', 'tasks', 'c')).toMatchObject({ code: 'TOO_MANY_TOPICS' })
  expect(await raw.emitWithAck('attend', 'tasks', 'b')).toEqual({ forMs: 90_000 })
})

import type { Snapshot, Topic } from './client.ts'
import { count } from './sample/spec.ts'
import { allTasks, City, live, until } from './spec.ts'

let city: City
beforeEach(async () => { city = await City.open() })
afterEach(() => city.close())

const tasks = 50

/** Each kind of topic, and how one sees how many tasks there are. */
const kinds: Record<string, [Topic, (snapshot: Snapshot) => number | undefined]> = {
  query: [allTasks, ({ rows }) => rows.length],
  count: [{ kind: 'count', projection: 'tasks', where: ['always'] }, ({ total }) => total],
  view: [{ kind: 'view', view: 'load', params: { least: '0' } }, ({ rows }) => (rows[0]?.document as { tasks: number } | undefined)?.tasks],
}

const percentile = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

test('from the event to the page, in process: printed, and far below what a person notices', async () => {
  for (let n = 0; n < tasks; n++) await city.set(`t${n}`, { rank: n })
  const client = city.client('wang')
  const taken: Record<string, number[]> = { query: [], count: [], view: [] }
  for (const [topic] of Object.values(kinds)) client.watch(topic, () => {})
  await Promise.all(Object.values(kinds).map(([topic]) => live(client, topic)))
  for (let n = 1; n <= count(200, 5_000); n++) {
    const comes = n % 2 === 1
    const since = performance.now()
    const seen = Object.entries(kinds).map(async ([kind, [topic, see]]) => {
      await until(client, topic, snapshot => see(snapshot) === (comes ? tasks + 1 : tasks))
      taken[kind]!.push(performance.now() - since)
    })
    await (comes ? city.set('x', { rank: n % 7 }) : city.drop('x'))
    await Promise.all(seen)
  }
  const sorted = Object.entries(taken).map(([kind, all]) => [kind, all.toSorted((a, b) => a - b)] as const)
  const lines = sorted.map(([kind, all]) =>
    `  ${kind}: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms, worst ${all.at(-1)!.toFixed(1)} ms`)
  process.stdout.write(`event to page, in process\n${lines.join('\n')}\n`)
  for (const [, all] of sorted) expect(percentile(all, 0.95)).toBeLessThan(300)
}, count(30_000, 600_000))

import { allTasks, City, count, live, until } from './spec.ts'

const percentile = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1)

test('from the event to the page, in process: printed, and far below what a person notices', async () => {
  const city = await City.open()
  const client = city.client('wang')
  const views = [allTasks, { kind: 'count', projection: 'tasks', where: ['always'] }, { kind: 'view', view: 'load', params: { least: '0' } }] as const
  for (const topic of views) client.watch(topic, () => {})
  await Promise.all(views.map(topic => live(client, topic)))
  const taken: Record<string, number[]> = {}
  for (let n = 1; n <= count(200, 2_000); n++) {
    const seen = views.map(topic => until(client, topic, ({ position, rows, total }) =>
      topic.kind === 'view' ? (rows[0]?.document as { tasks: number } | undefined)?.tasks === n : total === n && position >= 0))
    const since = performance.now()
    await city.set(`t${n % 400}`.padEnd(5) + n)
    await Promise.all(seen.map(async (one, kind) => {
      await one
      ;(taken[views[kind]!.kind] ??= []).push(performance.now() - since)
    }))
  }
  const lines = Object.entries(taken).map(([kind, all]) => {
    const sorted = all.toSorted((a, b) => a - b)
    return `${kind}: p50 ${percentile(sorted, 0.5)} ms, p95 ${percentile(sorted, 0.95)} ms, worst ${sorted.at(-1)!.toFixed(1)} ms`
  })
  process.stdout.write(`event to page, in process\n  ${lines.join('\n  ')}\n`)
  await city.close()
  for (const all of Object.values(taken)) expect(Number(percentile(all.toSorted((a, b) => a - b), 0.95))).toBeLessThan(300)
})

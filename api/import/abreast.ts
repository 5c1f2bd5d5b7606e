/** Works through all of them, so many at a time; the first failure ends it once those under way are done. */
export async function abreast<One>(all: AsyncIterable<One> | Iterable<One>, width: number, work: (one: One) => Promise<void>): Promise<void> {
  const queue = Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all[Symbol.iterator]()
  let failed = false
  // Two may not ask a generator at once out of turn: it answers its callers one after the other anyway.
  const hand = async (): Promise<void> => {
    while (!failed) {
      const next = await queue.next()
      if (next.done) return
      await work(next.value)
    }
  }
  const hands = Array.from({ length: width }, () => hand().catch((error: unknown) => {
    failed = true
    throw error
  }))
  const ends = await Promise.allSettled(hands)
  const broken = ends.find(end => end.status === 'rejected')
  if (broken) throw broken.reason
}

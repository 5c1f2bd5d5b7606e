import { fold } from '@qinqing/domain/kernel/fold'
import type { Context, Message } from '@qinqing/domain/kernel/message'
import { record } from '@qinqing/domain/kernel/spec'
import type { Document, Projection } from './projection.ts'

/** Documents as a table: a sentence, what happened, and what the document then says (or null when it is gone). */
export function specifyDocument<Doc extends Document, E extends Message>(
  projection: Projection<Doc, E>, aggregate: string, scenarios: Record<string, { given: readonly Message[]; as?: Partial<Context>; then: Partial<Doc> | null }>,
) {
  describe(projection.name, () => {
    test.each(Object.entries(scenarios))('%s', (_, { given, as, then }) => {
      const document = record(aggregate, given, as).reduce<Doc | null>((doc, event) =>
        fold(projection.evolve, doc ?? projection.initial('it'), event) as Doc | null, null)
      if (then === null) expect(document).toBeNull()
      else expect(document).toMatchObject(then)
    })
  })
}

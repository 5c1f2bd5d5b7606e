import { z } from 'zod'
import type { AnyDecider } from './decider.ts'
import { envelopeOf } from './envelope.ts'
import { personal } from './personal.ts'
import { asker, stillWorld } from './spec.ts'

const schemas = {
  LetterSent: z.object({ to: z.string().optional(), words: personal(z.string().nullish(), 'to'), name: personal(z.string().optional()), seal: personal(z.string().optional(), 'actor') }),
}
const letters = { aggregate: 'letter', events: { schemas, grade: 'internal' } } as unknown as AnyDecider

const subjectsOf = (data: unknown) =>
  envelopeOf(stillWorld(), letters, { id: 'l-1', commandId: 'c', commandHash: 'h' }, asker, stillWorld().clock.now())({ type: 'LetterSent', data }, 0).subjectKeys

test.each<[string, unknown, string[]]>([
  ['nothing personal in it', {}, ['someone']],
  ['somebody without words for him', { to: 'p-1' }, ['someone']],
  ['words that were taken away', { to: 'p-1', words: null }, ['someone']],
  ['words for somebody', { to: 'p-1', words: '您好' }, ['someone', 'p-1']],
  ['words for nobody', { words: '您好' }, ['someone']],
  ['what belongs to the stream, and what to the actor', { name: '示例', seal: '印' }, ['someone', 'l-1']],
])('an event names whose keys it needs, and nobody else: %s', (_, data, subjects) => {
  expect(subjectsOf(data)).toEqual(subjects)
})

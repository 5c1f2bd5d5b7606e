import { isAnswered } from './answered.ts'
import { received, nothing, typed } from './edits.ts'

const by = { by: '示例王', at: '2026-11-23T02:00:00.000Z' }
const held = received(nothing, { a: 'x', 'reply/2': '已盖章', 'reply/3': '  ' }, by, true)
const now = '2026-11-23T02:01:00.000Z'

it.each([
  ['nothing was done', { id: '1', field: 'a' }, [], held, false],
  ['its field was changed before', { id: '1', field: 'a' }, ['a'], held, true],
  ['its field is being changed', { id: '1', field: 'a' }, [], typed(held, 'a', 'y', now), true],
  ['another field was changed', { id: '1', field: 'a' }, ['b'], held, false],
  ['it was answered in words', { id: '2', field: null }, [], held, true],
  ['blank words are none', { id: '3', field: null }, [], held, false],
  ['words are being written', { id: '4', field: null }, [], typed(held, 'reply/4', '新购', now), true],
  ['words are being taken back', { id: '2', field: null }, [], typed(held, 'reply/2', '', now), false],
] as const)('%s', (_, item, touched, then, expected) => expect(isAnswered(item, touched, then)).toBe(expected))

import { between } from './useMarks.ts'

const ids = ['a', 'b', 'c', 'd']

test.each([
  ['downwards', 'b', 'd', ['b', 'c', 'd']], ['upwards', 'c', 'a', ['a', 'b', 'c']], ['without a beginning', undefined, 'c', ['c']],
  ['from one that has left', 'gone', 'c', ['c']],
])('a reach goes %s', (_, from, to, expected) => expect(between(ids, from, to)).toEqual(expected))

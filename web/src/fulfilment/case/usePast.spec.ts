import { instantsOf } from './usePast.ts'

const entry = (at: string) => ({ at, type: 'CaseClaimed', by: '示例某', post: null, note: null })

test('one looks back to what happened since the office has the case, each instant once', () => {
  const timeline = [entry('2026-03-01T01:00:00.000Z'), entry('2026-03-02T01:00:00.000Z'), entry('2026-03-03T01:00:00.000Z'), entry('2026-03-03T01:00:00.000Z')]
  expect(instantsOf({ timeline, submittedAt: '2026-03-02T01:00:00.000Z' })).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-03T01:00:00.000Z'])
  expect(instantsOf({ timeline, submittedAt: null })).toEqual([])
})

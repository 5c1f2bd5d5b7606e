import { readFilter, writtenFilter } from './filters.ts'
import { viewOf } from './queue.ts'

const view = viewOf(new URLSearchParams('basket=mine&stage=resubmitted&sort=amount&case=c-1'))

test('a filter is kept as a name and an address, without the row that was chosen', () => {
  expect(readFilter('f0001', writtenFilter('我的 补正已交', view))).toEqual([{ id: 'f0001', name: '我的 补正已交', view: { ...view, case: null } }])
})

test.each(['', '{', '[1,2]', '["only a name"]', 'null'])('what is no filter is none: %s', text => expect(readFilter('f1', text)).toEqual([]))

import { at, bind, fieldsOf, inOrder, meets, type Predicate, type Rule, type Value, type Viewer } from './predicate.ts'

const document = {
  status: 'open', amount: { fen: 100 }, urgent: false, nothing: null, tags: ['a', 1, null, true], empty: '', rare: '𠮷', object: { a: 1 },
}

const met: [string, Predicate, boolean][] = [
  ['always', ['always'], true],
  ['never', ['never'], false],
  ['a string equals itself', ['eq', 'status', 'open'], true],
  ['case counts', ['eq', 'status', 'Open'], false],
  ['a nested number equals itself', ['eq', 'amount.fen', 100], true],
  ['a number is not its text', ['eq', 'amount.fen', '100'], false],
  ['false is not 0', ['eq', 'urgent', 0], false],
  ['false is not null', ['eq', 'urgent', null], false],
  ['the empty string is not null', ['eq', 'empty', null], false],
  ['null is null', ['eq', 'nothing', null], true],
  ['missing is null', ['eq', 'absent', null], true],
  ['missing below a text is null', ['eq', 'status.deeper', null], true],
  ['missing below null is null', ['eq', 'nothing.deeper', null], true],
  ['what every object inherits is missing', ['eq', 'constructor', null], true],
  ['null is not a text', ['ne', 'nothing', 'open'], true],
  ['missing is not null is false', ['ne', 'absent', null], false],
  ['a text is not another', ['ne', 'status', 'closed'], true],
  ['an array equals nothing', ['any', [['eq', 'tags', 'a'], ['eq', 'tags', null]]], false],
  ['an array differs from all', ['all', [['ne', 'tags', 'a'], ['ne', 'tags', null]]], true],
  ['an object equals nothing', ['eq', 'object', null], false],
  ['100 < 101', ['lt', 'amount.fen', 101], true],
  ['100 < 100', ['lt', 'amount.fen', 100], false],
  ['100 ≤ 100', ['lte', 'amount.fen', 100], true],
  ['100 > 99.5', ['gt', 'amount.fen', 99.5], true],
  ['100 > 100', ['gt', 'amount.fen', 100], false],
  ['100 ≥ 100', ['gte', 'amount.fen', 100], true],
  ['a number is below no text', ['lt', 'amount.fen', 'z'], false],
  ['a text is above no number', ['gt', 'status', 0], false],
  ['null is below nothing', ['lt', 'nothing', 0], false],
  ['missing is below nothing', ['lte', 'absent', 'a'], false],
  ['null is not even at most null', ['lte', 'nothing', null], false],
  ['false is below nothing', ['lt', 'urgent', true], false],
  ['texts go by code point: open < opened', ['lt', 'status', 'opened'], true],
  ['texts go by code point: empty < a', ['lt', 'empty', 'a'], true],
  ['texts go by code point: 𠮷 > Ａ', ['gt', 'rare', 'Ａ'], true],
  ['among', ['in', 'status', ['closed', 'open']], true],
  ['not among', ['in', 'status', ['closed', null]], false],
  ['missing among null', ['in', 'absent', ['x', null]], true],
  ['among nothing', ['in', 'nothing', []], false],
  ['an array is not among its elements', ['in', 'tags', ['a', null]], false],
  ['has a text', ['has', 'tags', 'a'], true],
  ['has null', ['has', 'tags', null], true],
  ['has 1 but not its text', ['all', [['has', 'tags', 1], ['not', ['has', 'tags', '1']]]], true],
  ['a text has nothing', ['has', 'status', 'o'], false],
  ['missing has nothing, not even null', ['has', 'absent', null], false],
  ['all of nothing', ['all', []], true],
  ['any of nothing', ['any', []], false],
  ['all with one that fails', ['all', [['always'], ['never']]], false],
  ['any with one that holds', ['any', [['never'], ['always']]], true],
  ['not', ['not', ['never']], true],
  ['not of what cannot be compared', ['not', ['lt', 'nothing', 5]], true],
  ['not not', ['not', ['not', ['eq', 'status', 'open']]], true],
]
test.each(met)('%s', (_, predicate, yes) => {
  expect(meets(document, predicate)).toBe(yes)
})

test.each([[null], [undefined], ['text'], [5], [[]]])('%j is a document without fields', value => {
  expect([at(value, 'a.b'), meets(value, ['eq', 'a', null]), meets(value, ['has', 'a', 'b'])]).toEqual([undefined, true, false])
})

const viewer: Viewer = { tenant: 'liuzhou', person: 'me', roles: ['reviewer', 'lead'], offices: ['x', 'y'], enterprises: [] }
const bound: [string, Rule, Predicate][] = [
  ['one’s own', ['mine', 'by', 'person'], ['eq', 'by', 'me']],
  ['one of one’s offices', ['mine', 'office', 'offices'], ['in', 'office', ['x', 'y']]],
  ['one of no enterprises', ['mine', 'enterprise', 'enterprises'], ['in', 'enterprise', []]],
  ['for one of one’s roles', ['mine', 'for', 'roles'], ['in', 'for', ['reviewer', 'lead']]],
  ['shared with one’s offices', ['shares', 'offices', 'offices'], ['any', [['has', 'offices', 'x'], ['has', 'offices', 'y']]]],
  ['shared with no enterprise', ['shares', 'enterprises', 'enterprises'], ['any', []]],
  ['a role that one has', ['role', ['admin', 'lead']], ['always']],
  ['a role that one lacks', ['role', ['admin']], ['never']],
  ['no role at all', ['role', []], ['never']],
  [
    'every and some',
    ['every', [['role', ['lead']], ['some', [['mine', 'by', 'person'], ['eq', 'open', true]]]]],
    ['all', [['always'], ['any', [['eq', 'by', 'me'], ['eq', 'open', true]]]]],
  ],
  ['a predicate as it is', ['not', ['eq', 'open', true]], ['not', ['eq', 'open', true]]],
]
test.each(bound)('bound to a viewer: %s', (_, rule, predicate) => {
  expect(bind(rule, viewer)).toEqual(predicate)
})

test('the fields that a predicate speaks of', () => {
  const either: Predicate = ['any', [['in', 'b.c', []], ['has', 'd', 1]]]
  const predicate: Predicate = ['all', [['eq', 'a', 1], ['not', either], ['always'], ['never'], ['all', []]]]
  expect(fieldsOf(predicate)).toEqual(['a', 'b.c', 'd'])
})

test('the one order of values', () => {
  const sorted: Value[] = [null, -1e300, -1, 0, 0.5, 2, 10, '', '10', '2', 'A', 'a', 'aa', '龙', '\uf900', 'Ａ', '𠮷', '𠮷a', '𠮸', false, true]
  expect(sorted.toReversed().sort(inOrder)).toEqual(sorted)
  for (const value of sorted) expect(inOrder(value, value)).toBe(0)
})

import { next, type Row, tidy } from './held.ts'

const of = (...ids: string[]): Row<string>[] => ids.map(id => ({ id, item: id, gone: false }))
const said = (rows: readonly Row<string>[]) => rows.map(({ id, gone }) => (gone ? `-${id}` : id)).join(' ')
const after = (shown: Row<string>[], latest: string[], held: boolean) => {
  const { rows, newcomers } = next(shown, latest, id => id, held)
  return `${said(rows)} +${newcomers}`
}

describe('while somebody looks', () => {
  it.each([
    ['newcomers wait outside', ['x', 'a', 'b', 'y', 'c', 'z'], 'a b c +3'],
    ['nothing moves when the order changes', ['c', 'a', 'b'], 'a b c +0'],
    ['what left stays where it was', ['a', 'c'], 'a -b c +0'],
    ['both at once', ['x', 'c'], '-a -b c +1'],
    ['all that was there has left', [], '-a -b -c +0'],
  ])('%s', (_, latest, expected) => expect(after(of('a', 'b', 'c'), latest, true)).toBe(expected))

  it('what came back is here again', () => {
    const gone = [{ id: 'a', item: 'a', gone: true }, ...of('b')]
    expect(after(gone, ['a', 'b'], true)).toBe('a b +0')
  })
  it('the content of a row changes all the same', () => {
    const { rows } = next([{ id: '1', item: { id: '1', step: 1 }, gone: false }], [{ id: '1', step: 2 }], ({ id }) => id, true)
    expect(rows[0]?.item.step).toBe(2)
  })
})

describe('while nobody looks', () => {
  it.each([
    ['the latest order holds', ['c', 'x', 'a', 'b'], 'c x a b +0'],
    ['what left stays behind its neighbour for a moment', ['c', 'a'], 'c a -b +0'],
    ['the first that left stays first', ['b', 'c'], '-a b c +0'],
    ['neighbours that left stay together', ['c'], '-a -b c +0'],
  ])('%s', (_, latest, expected) => expect(after(of('a', 'b', 'c'), latest, false)).toBe(expected))
})

it('tidies away what is struck through, and changes nothing otherwise', () => {
  expect(said(tidy([...of('a'), { id: 'b', item: 'b', gone: true }]))).toBe('a')
  const rows = of('a')
  expect(tidy(rows)).toBe(rows)
})

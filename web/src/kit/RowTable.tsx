import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Held } from './HeldList.tsx'
import { type Key, useKeys } from './keys.ts'
import styles from './RowTable.module.css'

export interface Column<T> {
  id: string
  head: ReactNode
  /** In pixels; what says none shares the rest. */
  width?: number
  cell: (item: T, gone: boolean) => ReactNode
  /** Second voice, until its row is selected. */
  quiet?: boolean
  /** Struck through when the row has left. */
  struck?: boolean
  align?: 'right'
  /** The whole of a text that may be cut. */
  title?: (item: T) => string
}

export interface RowGroup {
  id: string
  title: ReactNode
  note?: ReactNode
  tone?: 'late' | undefined
}

/** Rows that are marked, to do something with many at once. */
interface Marks<T> {
  ids: ReadonlySet<string>
  /** Marks one or takes the mark away; with `reach`, all between the last one and this. */
  onMark: (id: string, reach: boolean) => void
  onAll: (marked: boolean) => void
  label: (item: T) => string
  allLabel: string
  keyLabel: string
}

interface Props<T> {
  /** What the table holds, for those who hear it. */
  caption: string
  columns: readonly Column<T>[]
  held: Held<T>
  /** Rows are given in order; a group begins where its id changes. */
  groupOf?: ((item: T) => RowGroup) | undefined
  selected?: string | undefined
  onSelect?: ((id: string, item: T) => void) | undefined
  onOpen?: ((id: string, item: T) => void) | undefined
  marks?: Marks<T> | undefined
  /** Keys of the selected row, listed with j, k and Enter. */
  keys?: readonly Key[]
  words: { up: string, down: string, open: string }
  empty?: ReactNode
  /** What journeys find the rows by. */
  testId?: string | undefined
}

/** Steps that are taken faster than the selection, which is in the address, follows: a key held down goes on from the last of them. */
function useSteps(selected: string | undefined) {
  const ahead = useRef<string[]>([])
  useLayoutEffect(() => { ahead.current = selected === undefined ? [] : ahead.current.slice(ahead.current.indexOf(selected) + 1 || ahead.current.length) }, [selected])
  return ahead
}

/** Rows of 40 pixels that compare by column; j and k walk, Enter opens, nothing moves under the pointer. */
export function RowTable<T>({ caption, columns, held, groupOf, selected, onSelect, onOpen, marks, keys = [], words, empty, testId }: Props<T>) {
  const scroll = useRef<HTMLDivElement>(null)
  const { rows, watch } = held
  const ahead = useSteps(selected)
  const place = () => rows.findIndex(({ id }) => id === (ahead.current.at(-1) ?? selected))
  const current = rows.find(({ id }) => id === selected)

  // From what has left one goes on from its place, and never to it.
  const walk = (by: 1 | -1) => () => {
    const at = place()
    const onward = by === 1 ? rows.slice(at + 1) : rows.slice(0, Math.max(at, 0)).toReversed()
    const row = onward.find(({ gone }) => !gone)
    if (!row) return
    ahead.current.push(row.id)
    onSelect?.(row.id, row.item)
    // A link that still has the focus would take Enter for itself.
    scroll.current?.focus({ preventScroll: true })
    scroll.current?.querySelector(`[data-row="${CSS.escape(row.id)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys(caption, [
    { key: 'j', label: words.down, run: walk(1) },
    { key: 'k', label: words.up, run: walk(-1) },
    { key: 'Enter', label: words.open, run: () => { const row = rows[place()]; if (row) onOpen?.(row.id, row.item) }, off: !current || !onOpen },
    ...(marks ? [{ key: 'x', label: marks.keyLabel, run: () => { const row = rows[place()]; if (row && !row.gone) marks.onMark(row.id, false) }, off: !current }] : []),
    ...keys,
  ])
  const here = rows.filter(({ gone }) => !gone)

  // While rows are held, a group may come twice.
  const groups = rows.reduce<{ group: RowGroup | undefined, rows: typeof rows[number][] }[]>((all, row) => {
    const group = groupOf?.(row.item)
    const last = all.at(-1)
    if (last && last.group?.id === group?.id) last.rows.push(row)
    else all.push({ group, rows: [row] })
    return all
  }, [])

  return (
    <div className={styles.scroll} ref={scroll} tabIndex={-1} {...watch}>
      <table className={styles.table}>
        <caption className="unseen">{caption}</caption>
        <colgroup>{marks && <col style={{ width: 44 }} />}{columns.map(({ id, width }) => <col key={id} style={width ? { width } : undefined} />)}</colgroup>
        <thead>
          <tr>
            {marks && (
              <th scope="col" className={styles.mark}>
                <input
                  type="checkbox" aria-label={marks.allLabel} checked={here.length > 0 && here.every(({ id }) => marks.ids.has(id))}
                  onChange={({ target }) => marks.onAll(target.checked)}
                />
              </th>
            )}
            {columns.map(({ id, head, align }) => <th key={id} scope="col" className={align && styles[align]}>{head}</th>)}
          </tr>
        </thead>
        {groups.map(({ group, rows: inGroup }, at) => (
          <tbody key={`${group?.id ?? 'all'} ${groups.slice(0, at).filter(one => one.group?.id === group?.id).length}`}>
            {group && <tr className={`${styles.group} ${group.tone ? styles[group.tone] : ''}`}><th colSpan={columns.length + (marks ? 1 : 0)} scope="rowgroup"><b>{group.title}</b>{group.note}</th></tr>}
            {inGroup.map(({ id, item, gone }) => (
              <tr
                key={id} data-row={id} data-testid={testId} data-id={id} className={`${styles.row} ${gone ? styles.gone : ''}`} aria-selected={id === selected}
                onClick={() => !gone && onSelect?.(id, item)} onDoubleClick={() => !gone && onOpen?.(id, item)}
              >
                {marks && (
                  <td className={styles.mark} onClick={event => event.stopPropagation()}>
                    <input
                      type="checkbox" aria-label={marks.label(item)} checked={marks.ids.has(id)} disabled={gone} onChange={() => undefined}
                      onClick={event => { event.stopPropagation(); marks.onMark(id, event.shiftKey) }}
                    />
                  </td>
                )}
                {columns.map(({ id: column, cell, quiet, struck, align, title }) => (
                  <td key={column} title={title?.(item)} className={[quiet && styles.quiet, struck && styles.struck, align && styles[align]].filter(Boolean).join(' ')}>{cell(item, gone)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}

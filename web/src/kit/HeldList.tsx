import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { next, type Row, tidy } from './held.ts'
import styles from './HeldList.module.css'
import { Icon } from './Icon.tsx'
import { useKeys } from './keys.ts'

/** How long what has left stays struck through, once nobody looks. */
const goneMs = 4000

export interface Held<T> {
  rows: readonly Row<T>[]
  newcomers: number
  /** Lets the newcomers in. */
  admit: () => void
  /** For the element around the list: notices the pointer, the focus and the scrolling. */
  watch: { onPointerEnter: () => void, onPointerLeave: () => void, onFocus: () => void, onBlur: (event: React.FocusEvent) => void, onScroll: (event: React.UIEvent) => void }
}

/** Item by item, so that a page may filter and sort while it renders. */
const same = <T,>(one: readonly T[], other: readonly T[]) => one.length === other.length && one.every((item, at) => Object.is(item, other[at]))

/** A list that never moves while somebody looks at it closely, or while `alsoHeld` says so. */
export function useHeld<T>(latest: readonly T[], idOf: (item: T) => string, alsoHeld = false): Held<T> {
  const [by, setBy] = useState({ pointer: false, focus: false, scroll: false })
  const [seen, setSeen] = useState(() => ({ latest, held: false, ...next<T>([], latest, idOf, false) }))
  // What is empty has nothing that could move.
  const held = seen.rows.length > 0 && (by.pointer || by.focus || by.scroll || alsoHeld)

  if (seen.held !== held || !same(seen.latest, latest)) {
    // Looking away lets the newcomers in; looking at it changes nothing.
    setSeen({ latest, held, ...next(seen.rows, latest, idOf, held) })
  }

  const anyGone = seen.rows.some(({ gone }) => gone)
  useEffect(() => {
    if (held || !anyGone) return
    const timer = setTimeout(() => setSeen(now => ({ ...now, rows: tidy(now.rows) })), goneMs)
    return () => clearTimeout(timer)
  }, [held, anyGone, seen.latest])

  return {
    rows: seen.rows,
    newcomers: seen.newcomers,
    admit: () => setSeen({ latest, held, ...next(tidy(seen.rows), latest, idOf, false) }),
    watch: {
      onPointerEnter: () => setBy(now => ({ ...now, pointer: true })),
      onPointerLeave: () => setBy(now => ({ ...now, pointer: false })),
      onFocus: () => setBy(now => ({ ...now, focus: true })),
      onBlur: event => {
        const stays = event.currentTarget.contains(event.relatedTarget)
        setBy(now => ({ ...now, focus: stays }))
      },
      onScroll: event => {
        const scroll = event.currentTarget.scrollTop > 0
        setBy(now => (now.scroll === scroll ? now : { ...now, scroll }))
      },
    },
  }
}

/** Newcomers wait in one bar, and come in when one says so. */
export function Newcomers({ count, onAdmit, area }: { count: number, onAdmit: () => void, area: string }) {
  const { t } = useTranslation('kit')
  useKeys(area, count > 0 ? [{ key: 'n', label: t('list.show'), run: onAdmit }] : [])
  return (
    <div role="status" className={styles.place}>
      {count > 0 && (
        <button type="button" className={styles.bar} onClick={onAdmit}>
          <Icon name="raise" small />
          <b>{t('list.newcomers', { count })}</b>
          <span>{t('list.held')}</span>
          <kbd aria-hidden="true">N</kbd>
        </button>
      )}
    </div>
  )
}

interface Props<T> {
  items: readonly T[]
  idOf: (item: T) => string
  /** Why an item has left: 王五已认领. */
  whyGone?: (item: T) => ReactNode
  children: (item: T, gone: boolean) => ReactNode
  label: string
  empty?: ReactNode
}

/** Rows of any kind that hold still; a table does the same with `useHeld`. */
export function HeldList<T>({ items, idOf, whyGone, children, label, empty }: Props<T>) {
  const { t } = useTranslation('kit')
  const { rows, newcomers, admit, watch } = useHeld(items, idOf)
  const list = useRef<HTMLUListElement>(null)
  return (
    <>
      <Newcomers count={newcomers} onAdmit={admit} area={label} />
      {rows.length === 0 && empty}
      <ul ref={list} className={styles.list} aria-label={label} {...watch}>
        {rows.map(({ id, item, gone }) => (
          <li key={id} className={gone ? styles.gone : undefined}>
            {children(item, gone)}
            {gone && <span className={styles.why}>{whyGone?.(item) ?? t('list.gone')}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

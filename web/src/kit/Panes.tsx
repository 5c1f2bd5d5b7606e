import { type ReactNode, useId } from 'react'
import styles from './Panes.module.css'

interface PanesProps {
  /** The columns of a wide window, as CSS says them: 408px minmax(0, 1fr) 344px. In a narrow one panes lie one below the other. */
  columns: string
  /** Above and below all of them. */
  head?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** A page of the desk: panes side by side that fill the window and scroll by themselves. */
export function Panes({ columns, head, foot, children }: PanesProps) {
  return (
    <div className={styles.page}>
      {head && <div className={styles.above}>{head}</div>}
      <div className={styles.panes} style={{ '--columns': columns } as React.CSSProperties}>{children}</div>
      {foot}
    </div>
  )
}

interface PaneProps {
  label: string
  /** A title bar that stays, e.g. of a queue. */
  head?: ReactNode
  foot?: ReactNode
  ground?: boolean
  /** The content scrolls and pads itself: a table, a viewer. */
  flush?: boolean
  as?: 'section' | 'aside'
  children: ReactNode
}

export function Pane({ label, head, foot, ground, flush, as: As = 'section', children }: PaneProps) {
  return (
    <As className={`${styles.pane} ${ground ? styles.ground : ''}`} aria-label={label}>
      {head && <header className={styles.head}>{head}</header>}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </As>
  )
}

/** The title bar of a pane: what it shows, how much of it, and its filters. */
export function PaneTitle({ title, count, children, level = 1 }: { title: ReactNode, count?: ReactNode, children?: ReactNode, level?: 1 | 2 }) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.title}>
      <Heading>{title}</Heading>
      {count && <p className="second">{count}</p>}
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  )
}

interface PartProps {
  title: ReactNode
  count?: ReactNode
  action?: ReactNode
  level?: 2 | 3
  children: ReactNode
}

/** A section inside a pane; of the second level where the pane has no title of its own. */
export function PanePart({ title, count, action, level = 3, children }: PartProps) {
  const heading = useId()
  const Heading = `h${level}` as const
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.partHead}><Heading id={heading}>{title}</Heading>{count && <span className="second">{count}</span>}{action && <span className={styles.partAction}>{action}</span>}</div>
      {children}
    </section>
  )
}

interface Line {
  id: string
  mark?: ReactNode
  says: ReactNode
  end?: ReactNode
  /** Waits for the one who reads. */
  hot?: boolean
}

/** Lines of 28 pixels: a shape, a name, and at the end what belongs to it. */
export function MiniList({ lines, label }: { lines: readonly Line[], label?: string }) {
  return (
    <ul className={styles.mini} aria-label={label}>
      {lines.map(({ id, mark, says, end, hot }) => <li key={id} className={hot ? styles.hot : undefined}>{mark}<span className={styles.says}>{says}</span>{end && <span className={styles.end}>{end}</span>}</li>)}
    </ul>
  )
}

/** Figures side by side between two lines: label, figure, and a word to it. */
export function Figures({ figures }: { figures: readonly { label: string, figure: ReactNode, note?: ReactNode }[] }) {
  return <dl className={styles.figures}>{figures.map(({ label, figure, note }) => <div key={label}><dt>{label}</dt><dd>{figure}</dd>{note && <dd className={styles.note}>{note}</dd>}</div>)}</dl>
}

import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import styles from './Section.module.css'

interface Props {
  title: ReactNode
  /** How many, how much: beside the title, quiet. */
  count?: ReactNode
  more?: { to: string, label: ReactNode } | undefined
  /** An act of the section, at the far end of its title. */
  action?: ReactNode
  /** Where a link may lead to. */
  id?: string
  level?: 2 | 3
  children: ReactNode
}

/** A titled part of a page; without a box of its own. */
export function Section({ title, count, more, action, id, level = 2, children }: Props) {
  const heading = useId()
  const Heading = `h${level}` as const
  return (
    <section id={id} aria-labelledby={heading} className={styles.section}>
      <div className={styles.head}>
        <Heading id={heading}>{title}</Heading>
        {count && <span className={styles.count}>{count}</span>}
        {more && <Link className={styles.more} to={more.to}>{more.label}</Link>}
        {action && <span className={styles.more}>{action}</span>}
      </div>
      {children}
    </section>
  )
}

interface SurfaceProps {
  /** Children are parted by hairlines. */
  lined?: boolean
  /** A surface keeps room around its content, unless its rows bring their own. */
  padded?: boolean
  as?: 'div' | 'ul' | 'ol' | 'form' | 'article'
  className?: string | undefined
  children: ReactNode
}

/** White ground for what belongs together: lines inside, never a surface on a surface. */
export function Surface({ lined, padded, as: As = 'div', className, children }: SurfaceProps) {
  return <As className={[styles.surface, lined && styles.lined, padded && styles.padded, className].filter(Boolean).join(' ')}>{children}</As>
}

import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Tag.module.css'

interface Props {
  tone?: 'info' | 'brand' | 'ok' | 'warn' | 'bad'
  icon?: IconName
  /** The words wear the colour too: for what cannot wait. */
  strong?: boolean
  children: ReactNode
}

/** An icon says the state in colour, ink says the word. */
export function Tag({ tone = 'info', icon, strong, children }: Props) {
  return <span className={`${styles.tag} ${styles[tone]} ${strong ? styles.strong : ''}`}>{icon && <Icon name={icon} small />}<span>{children}</span></span>
}

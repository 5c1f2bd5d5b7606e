import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon.tsx'

/** One primary a screen; a dangerous act has a red word, not a red fill. */
export type ButtonKind = 'primary' | 'outlined' | 'soft' | 'danger' | 'bare'

interface Look {
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** The key that does the same, shown in the button. */
  hint?: string | undefined
  small?: boolean | undefined
  wide?: boolean | undefined
  children?: ReactNode
}

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>

interface Props extends Look, Native {
  /** The act is under way: the button rests, and says so after a moment. */
  busy?: boolean | undefined
}

const classOf = ({ kind = 'outlined', small, wide }: Look, more?: string) =>
  [styles.button, styles[kind], small && styles.small, wide && styles.wide, more].filter(Boolean).join(' ')

const Inside = ({ icon, hint, children }: Look) => (
  <>
    {icon && <Icon name={icon} small />}
    {children}
    {hint && <kbd aria-hidden="true">{hint}</kbd>}
  </>
)

export function Button({ kind, icon, hint, small, wide, busy, children, className, disabled, ...native }: Props) {
  return (
    <button
      type="button" {...native} className={classOf({ kind, small, wide }, className)} disabled={disabled || busy}
      aria-busy={busy || undefined} aria-keyshortcuts={hint?.length === 1 ? hint : undefined}
    >
      <Inside icon={icon} hint={hint}>{children}</Inside>
    </button>
  )
}

interface LinkProps extends Look {
  to: string
  'aria-label'?: string | undefined
}

/** What leads somewhere is a link, also when it looks like a button: it opens in a new tab. */
export function ButtonLink({ to, kind, icon, hint, small, wide, children, ...rest }: LinkProps) {
  return <Link to={to} className={classOf({ kind, small, wide })} aria-label={rest['aria-label']}><Inside icon={icon} hint={hint}>{children}</Inside></Link>
}

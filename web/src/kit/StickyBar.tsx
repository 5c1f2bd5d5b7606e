import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Confirm } from './Dialog.tsx'
import { Icon } from './Icon.tsx'
import { useKeys } from './keys.ts'
import styles from './StickyBar.module.css'

export interface BarAction {
  id: string
  /** A verb. */
  label: string
  key?: string | undefined
  kind?: 'primary' | 'outlined' | 'danger'
  /** Who is told, what money moves: stands beside the buttons before the act. */
  then?: ReactNode
  /** What is said beside it is a warning. */
  warns?: boolean | undefined
  /** Why it cannot be done now; the button says so instead of doing it. */
  off?: string | undefined
  busy?: boolean | undefined
  /** Asks once and says what will happen. */
  ask?: { title: ReactNode, consequences: readonly ReactNode[] } | undefined
  /** On a phone it waits behind 更多. */
  less?: boolean
  /** Starts a group of its own. */
  apart?: boolean
  onAct: () => void
}

interface Props {
  /** The area under which the keys are listed, and the name of the toolbar. */
  label: string
  /** How things stand: saved, complete, what is missing. */
  status?: ReactNode
  actions: readonly BarAction[]
  /** Inside the width of a page, as in the portal, or over the whole window. */
  wrapped?: boolean
  /** Keys are for the desk. */
  keys?: boolean
}

/** Acts at the foot of a page, with their keys and with what each will do. */
export function StickyBar({ label, status, actions, wrapped, keys = true }: Props) {
  const [pointed, setPointed] = useState<string>()
  const { t } = useTranslation('kit')
  const [askedId, setAskedId] = useState<string>()
  const [more, setMore] = useState(false)
  const act = (action: BarAction) => {
    if (action.off) setPointed(action.id)
    else if (action.ask) setAskedId(action.id)
    else action.onAct()
  }
  useKeys(label, keys ? actions.flatMap(action => (action.key ? [{ key: action.key, label: action.label, run: () => act(action), off: action.busy }] : [])) : [])

  // What can no longer be done, since a colleague was first, is no longer asked either.
  const asked = actions.find(({ id, ask, off }) => id === askedId && ask && !off)
  if (askedId && !asked) setAskedId(undefined)

  const shown = actions.find(({ id }) => id === pointed) ?? actions.find(({ kind }) => kind === 'primary')
  return (
    <div className={`${styles.bar} ${more ? styles.open : ''} unprinted`} role="toolbar" aria-label={label}>
      <div className={`${styles.inside} ${wrapped ? 'wrap' : ''}`}>
        {status && <div className={styles.status}>{status}</div>}
        {shown && (shown.off || shown.then) && (
          <div className={`${styles.then} ${shown.warns ? styles.warns : ''}`} aria-live="polite">
            <Icon name={shown.warns ? 'late' : shown.off ? 'info' : 'bell'} small />
            <p>{shown.off ?? shown.then}</p>
          </div>
        )}
        {actions.map(action => (
          <span
            key={action.id} className={`${styles.action} ${action.apart ? styles.apart : ''} ${action.kind === 'primary' ? styles.primary : ''} ${action.less ? styles.less : ''}`}
            onPointerEnter={() => setPointed(action.id)} onPointerLeave={() => setPointed(undefined)}
            onFocus={() => setPointed(action.id)} onBlur={() => setPointed(undefined)}
          >
            <Button kind={action.kind ?? 'outlined'} hint={keys ? action.key : undefined} busy={action.busy} aria-disabled={action.off ? true : undefined} onClick={() => act(action)} wide>{action.label}</Button>
          </span>
        ))}
        {actions.some(({ less }) => less) && (
          <span className={styles.more}><Button kind="bare" aria-expanded={more} onClick={() => setMore(!more)} wide>{t('moreActs')}</Button></span>
        )}
      </div>
      {asked?.ask && (
        <Confirm
          title={asked.ask.title} consequences={asked.ask.consequences} act={asked.label} kind={asked.kind === 'danger' ? 'danger' : 'primary'}
          onClose={() => setAskedId(undefined)} onAct={() => { setAskedId(undefined); asked.onAct() }}
        />
      )}
    </div>
  )
}

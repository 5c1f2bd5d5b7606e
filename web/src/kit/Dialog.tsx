import { ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, type ButtonKind } from './Button.tsx'
import styles from './Dialog.module.css'
import { Icon } from './Icon.tsx'
import { useKeys } from './keys.ts'

interface Props {
  title: ReactNode
  onClose: () => void
  /** Buttons at the foot, the expected act last. */
  foot?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** Above the page until it is closed: by Esc, by its button, by a click beside it. Rendered only while it is open. */
export function Dialog({ title, onClose, foot, wide, children }: Props) {
  const { t } = useTranslation('kit')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useKeys('', [], true)
  // One begins at the first field, or at the words; never at the way out.
  useEffect(() => {
    dialog.current?.showModal()
    const field = dialog.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
    ;(field ?? dialog.current)?.focus()
  }, [])
  useEffect(() => {
    const box = dialog.current
    const beside = (event: MouseEvent) => { if (event.target === box) onClose() }
    box?.addEventListener('mousedown', beside)
    return () => box?.removeEventListener('mousedown', beside)
  }, [onClose])

  return (
    <dialog
      ref={dialog} tabIndex={-1} className={`${styles.dialog} ${wide ? styles.wide : ''}`} aria-labelledby={heading}
      onCancel={event => { event.preventDefault(); onClose() }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}><Icon name="cross" /></button>
        </header>
        {/* A list that drops down from a field must lie above the dialog too. */}
        <ConfigProvider getPopupContainer={() => dialog.current ?? document.body}>
          <div className={styles.body}>{children}</div>
        </ConfigProvider>
        {foot && <footer className={styles.foot}>{foot}</footer>}
      </div>
    </dialog>
  )
}

interface ConfirmProps {
  title: ReactNode
  /** What will happen: who is told, what money moves. */
  consequences: readonly ReactNode[]
  /** The verb, as on the button that led here. */
  act: string
  kind?: Extract<ButtonKind, 'primary' | 'danger'>
  busy?: boolean
  /** There is much to see before one decides. */
  wide?: boolean
  onAct: () => void
  onClose: () => void
  children?: ReactNode
}

/** Asks once before an act that cannot be undone, by saying what it does. */
export function Confirm({ title, consequences, act, kind = 'primary', busy, wide, onAct, onClose, children }: ConfirmProps) {
  const { t } = useTranslation('kit')
  return (
    <Dialog title={title} onClose={onClose} wide={wide ?? false} foot={<><Button onClick={onClose}>{t('cancel')}</Button><Button kind={kind} busy={busy} onClick={onAct}>{act}</Button></>}>
      {consequences.length > 0 && <ul className={styles.consequences}>{consequences.map((consequence, at) => <li key={at}>{consequence}</li>)}</ul>}
      {children}
    </Dialog>
  )
}

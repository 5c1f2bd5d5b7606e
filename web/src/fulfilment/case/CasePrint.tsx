import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useKeys } from '../../kit/keys.ts'
import styles from './case.module.css'

/** Prints the whole file of a case; what the office noted only when one asks for it. */
export function CasePrint() {
  const { t } = useTranslation('review')
  const { t: kit } = useTranslation('kit')
  const [open, setOpen] = useState(false)
  const [notes, setNotes] = useState(false)
  useKeys(t('print.act'), [{ key: 'p', label: t('print.act'), run: () => setOpen(true) }])
  const print = () => {
    setOpen(false)
    document.body.toggleAttribute('data-print-notes', notes)
    // The dialog is gone from the page before the browser draws it.
    requestAnimationFrame(() => window.print())
  }
  return (
    <>
      <button type="button" className={`${styles.print} unprinted`} title={`${t('print.act')} (P)`} aria-label={t('print.act')} onClick={() => setOpen(true)}>
        <Icon name="print" />
      </button>
      {open && (
        <Dialog
          title={t('print.title')} onClose={() => setOpen(false)}
          foot={<><Button onClick={() => setOpen(false)}>{kit('cancel')}</Button><Button kind="primary" onClick={print}>{t('print.go')}</Button></>}
        >
          <p>{t('print.all')}</p>
          <label className={styles.check}><input type="checkbox" checked={notes} onChange={({ target }) => setNotes(target.checked)} />{t('print.notes')}</label>
        </Dialog>
      )}
    </>
  )
}

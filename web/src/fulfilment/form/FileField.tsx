import { fileAddress, Problematic, upload } from '@qinqing/api/client'
import { type Field, type FileRef, type ReadField } from '@qinqing/domain/language/form'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { type Slot, Uploader } from '../../kit/Uploader.tsx'
import { Changed } from './Changed.tsx'
import { ClauseLink } from './ClauseLink.tsx'
import { type Typing, useForm } from './drafting.tsx'
import type { Value } from './edits.ts'
import styles from './form.module.css'
import { fieldPlace } from './places.ts'

const usualBytes = 20 * 1_048_576
const kinds = ['pdf', 'png', 'jpg']
const longestName = 200

export const asFile = (value: Value): FileRef | undefined =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined)

interface Transfer {
  file: File
  sent: number
  /** Why it did not arrive; it can be tried again. */
  why?: string
}

interface Transferring {
  transfer: Transfer | null
  start: (file: File) => void
  stop: () => void
}

/** One upload at a time; leaving the page ends it, and the browser asks before. */
function useTransfer(application: string, onArrived: (file: FileRef) => void): Transferring {
  const { lang } = useForm()
  const [transfer, setTransfer] = useState<Transfer | null>(null)
  const under = useRef<AbortController>(null)
  const stop = () => {
    under.current?.abort()
    under.current = null
    setTransfer(null)
  }
  const start = (file: File) => {
    under.current?.abort()
    const own = under.current = new AbortController()
    const isOwn = () => under.current === own
    setTransfer({ file, sent: 0 })
    upload(application, file, share => { if (isOwn()) setTransfer({ file, sent: share * file.size }) }, own.signal)
      .then(({ hash, size, type }) => {
        if (!isOwn()) return
        under.current = null
        setTransfer(null)
        onArrived({ hash, name: file.name.slice(-longestName), size, type })
      }, (error: unknown) => {
        if (!isOwn()) return
        under.current = null
        if (!(error instanceof Problematic)) throw error
        setTransfer({ file, sent: 0, why: error.problem.detail[lang] })
      })
  }
  const busy = transfer !== null && !transfer.why
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
  useEffect(() => () => under.current?.abort(), [])
  return { transfer, start, stop }
}

const slotOf = (transfer: Transfer | null, file: FileRef | undefined): Slot => {
  if (transfer && !transfer.why) return { state: 'uploading', name: transfer.file.name, bytes: transfer.file.size, sent: transfer.sent }
  return file ? { state: 'done', name: file.name, bytes: file.size } : { state: 'empty' }
}

/** A paper: what is taken is said before, and what went wrong stays where it happened. */
export function FileField({ field, read, typing }: { field: Field; read: ReadField; typing: Typing }) {
  const { application, insists, lang } = useForm()
  const { t } = useTranslation('form')
  const { transfer, start, stop } = useTransfer(application, file => {
    typing.type(file)
    typing.leave()
  })
  const file = asFile(typing.value)
  // The server gives a file only once the answer that names it is kept.
  const isKept = file !== undefined && !typing.edit
  const said = typing.edit?.refused?.[lang] ?? (insists || file ? read.fault?.message[lang] : undefined)
  const failed = transfer?.why && (
    <>{t('file.failed', { name: transfer.file.name, why: transfer.why })} <Button kind="bare" small onClick={() => start(transfer.file)}>{t('file.retry')}</Button></>
  )
  return (
    <div className={styles.paper}>
      <Uploader
        id={fieldPlace(field.id)} title={field.label[lang]} optional={!field.required} limits={{ kinds, mostBytes: field.max ?? usualBytes }}
        hint={(field.hint || field.clause) && <>{field.hint?.[lang]}{field.clause && <>{t('clause.before')}<ClauseLink clause={field.clause} />{t('clause.after')}</>}</>}
        slot={slotOf(transfer, file)} fault={failed || said} onPick={start} onStop={stop}
        onView={isKept ? () => window.open(fileAddress(application, file.hash), '_blank', 'noopener') : undefined}
        onRemove={() => { typing.type(null); typing.leave() }}
      />
      <Changed field={field} typing={typing} />
    </div>
  )
}

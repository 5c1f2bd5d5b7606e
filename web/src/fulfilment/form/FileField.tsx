import { type Field, type FileRef, type ReadField } from '@qinqing/domain/language/form'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type Sender, type Sending, senderOf } from '../../kit/sender.ts'
import { type Slot, Uploader } from '../../kit/Uploader.tsx'
import { paperAddress } from '../../parts/paper.ts'
import { Changed } from './Changed.tsx'
import { ClauseLink } from './ClauseLink.tsx'
import { type Typing, useForm } from './drafting.tsx'
import type { Value } from './edits.ts'
import styles from './form.module.css'
import { fieldPlace } from './places.ts'

const usualBytes = 20 * 1_048_576
const kinds = ['pdf', 'png', 'jpg']

export const asFile = (value: Value): FileRef | undefined =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined)

/** The upload of a field; what has arrived becomes its answer. While it goes, the browser asks before the page is left. */
function useSending(application: string, field: string, typing: Typing): { sender: Sender; sending: Sending } {
  const sender = senderOf(`/api/applications/${encodeURIComponent(application)}/uploads`, `${application}/${field}`)
  const sending = useSyncExternalStore(sender.subscribe, sender.read)
  const arrived = sending.state === 'arrived' ? sending.file : undefined
  const take = useEffectEvent((file: FileRef) => {
    typing.type(file)
    typing.leave()
    sender.taken()
  })
  useEffect(() => { if (arrived) take(arrived) }, [arrived])
  const busy = sending.state === 'going' && sending.holds !== 'failed'
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
  return { sender, sending }
}

const slotOf = (sending: Sending, file: FileRef | undefined): Slot => {
  if (sending.state === 'going') return { ...sending, state: 'uploading' }
  if (sending.state === 'cut') return sending
  return file ? { state: 'done', name: file.name, bytes: file.size } : { state: 'empty' }
}

/** Where a form is only tried, nothing is sent. */
const triedOn = ({ name, size, type }: File): FileRef => ({ hash: '0'.repeat(64), name: name.slice(-200), size, type })

/** A paper: what is taken is said before, and what went wrong stays where it happened. */
export function FileField({ field, read, typing }: { field: Field; read: ReadField; typing: Typing }) {
  const { application, insists, lang, preview } = useForm()
  const { t } = useTranslation('form')
  const { sender, sending } = useSending(application, field.id, typing)
  const file = asFile(typing.value)
  // The server gives a file only once the answer that names it is kept.
  const isKept = file !== undefined && !typing.edit
  const said = typing.edit?.refused?.[lang] ?? (insists || file ? read.fault?.message[lang] : undefined)
  const failed = sending.state === 'refused' || (sending.state === 'going' && sending.holds === 'failed')
    ? t('file.failed', { name: sending.name, why: sending.why?.detail[lang] ?? t('file.unreachable') }) : undefined
  return (
    <div className={styles.paper}>
      <Uploader
        id={fieldPlace(field.id)} title={field.label[lang]} optional={!field.required} limits={{ kinds, mostBytes: field.max ?? usualBytes }}
        hint={(field.hint || field.clause) && <>{field.hint?.[lang]}{field.clause && <>{t('clause.before')}<ClauseLink clause={field.clause} />{t('clause.after')}</>}</>}
        slot={slotOf(sending, file)} fault={failed ?? said}
        onPick={picked => (preview ? typing.type(triedOn(picked)) : sender.start(picked))} onStop={() => sender.stop()} onPause={() => sender.pause()} onGo={() => sender.go()}
        onView={isKept ? () => window.open(paperAddress(application, file), '_blank', 'noopener') : undefined}
        onRemove={() => { typing.type(null); typing.leave() }}
      />
      <Changed field={field} typing={typing} />
    </div>
  )
}

import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { type FileFault, faultOf, kindsOf, type Limits, sizeOf } from './file.ts'
import { FieldFault } from './FormRow.tsx'
import { Icon } from './Icon.tsx'
import type { Hold } from './sender.ts'
import { SourceTag } from './SourceTag.tsx'
import styles from './Uploader.module.css'

export type Slot =
  | { state: 'empty' }
  /** Comes from a register: nothing to upload. */
  | { state: 'known', says: string, source: string, at?: string | undefined }
  | { state: 'uploading', name: string, bytes: number, sent: number, holds?: Hold | undefined }
  /** It was under way when the page was left; the same file goes on there. */
  | { state: 'cut', name: string, bytes: number, sent: number }
  | { state: 'done', name: string, bytes: number, pages?: number | undefined }

interface Props {
  title: ReactNode
  /** What it must show, how it must be signed. */
  hint?: ReactNode
  limits: Limits
  slot: Slot
  /** Why the last file was not taken; kept until the next one is chosen. */
  fault?: ReactNode
  optional?: boolean
  onPick: (file: File) => void
  onStop?: (() => void) | undefined
  onPause?: (() => void) | undefined
  onGo?: (() => void) | undefined
  onView?: (() => void) | undefined
  onRemove?: (() => void) | undefined
  id?: string
}

/** Lets a file be dropped on an element; tells when one hovers over it. */
function useDrop(onOver: (over: boolean) => void, onFile: (file: File | undefined) => void) {
  const place = useRef<HTMLDivElement>(null)
  const hear = useEffectEvent((event: DragEvent) => {
    event.preventDefault()
    onOver(event.type === 'dragover')
    if (event.type === 'drop') onFile(event.dataTransfer?.files[0])
  })
  useEffect(() => {
    const box = place.current
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) box?.addEventListener(kind, hear)
    return () => { for (const kind of kinds) box?.removeEventListener(kind, hear) }
  }, [])
  return place
}

/** A place for one file: says kind and size before one chooses, progress while it goes, and keeps a fault where it happened. */
export function Uploader({ title, hint, limits, slot, fault, optional, onPick, onStop, onPause, onGo, onView, onRemove, id }: Props) {
  const { t } = useTranslation('kit')
  const input = useRef<HTMLInputElement>(null)
  const name = useId()
  const [refused, setRefused] = useState<{ why: FileFault, name: string, bytes: number }>()
  const [over, setOver] = useState(false)

  const take = (file: File | undefined) => {
    if (!file) return
    const why = faultOf(file, limits)
    setRefused(why && { why, name: file.name, bytes: file.size })
    if (!why) onPick(file)
  }
  const place = useDrop(setOver, take)
  const most = sizeOf(limits.mostBytes)
  // A byte too many must not read as if it were just right.
  const size = refused && (refused.why === 'tooBig' && sizeOf(refused.bytes) === most ? `${refused.bytes.toLocaleString('en')} B` : sizeOf(refused.bytes))
  const said = refused ? t(`file.${refused.why}`, { name: refused.name, size: size ?? '', most, kinds: kindsOf(limits) }) : fault
  const choose = () => input.current?.click()
  const percent = 'sent' in slot ? Math.floor((slot.sent / Math.max(slot.bytes, 1)) * 100) : 0
  const holds = slot.state === 'uploading' ? slot.holds : undefined

  const line = {
    empty: () => <>{hint && <>{hint} · </>}{t('file.limits', { kinds: kindsOf(limits), size: most })}</>,
    known: () => slot.state === 'known' && slot.says,
    uploading: () => slot.state === 'uploading' && `${slot.name} · ${sizeOf(slot.bytes)}`,
    cut: () => slot.state === 'cut' && <>{t('file.cut', { percent, name: slot.name })} · {sizeOf(slot.bytes)}</>,
    done: () => slot.state === 'done' && `${slot.name} · ${sizeOf(slot.bytes)}`,
  }[slot.state]()

  return (
    <div
      ref={place} id={id} className={`${styles.slot} ${slot.state === 'empty' ? styles.empty : ''} ${over ? styles.over : ''} ${said ? styles.bad : ''}`} role="group" aria-labelledby={name}
    >
      <Icon name={slot.state === 'empty' ? 'upload' : 'file'} className={styles.icon} />
      <div className={styles.words}>
        <h3 id={name}>{title}{optional && <span className={styles.optional}>{t('form.optional')}</span>}</h3>
        <p className="second">{line}</p>
        {'sent' in slot && <progress className={styles.progress} max={100} value={percent} aria-label={t('file.uploading', { percent })} />}
      </div>
      <div className={styles.end}>
        {slot.state === 'empty' && <Button onClick={choose} aria-describedby={name}>{said ? t('file.again') : t('file.choose')}</Button>}
        {slot.state === 'known' && <SourceTag source={slot.source} at={slot.at} />}
        {slot.state === 'uploading' && (
          <span className="second" role="status">{holds === 'paused' || holds === 'waiting' ? t(`file.${holds}`, { percent }) : `${percent}%`}</span>
        )}
        {slot.state === 'uploading' && !holds && onPause && <Button kind="bare" onClick={onPause} aria-describedby={name}>{t('file.pause')}</Button>}
        {slot.state === 'uploading' && holds && onGo && <Button kind="bare" onClick={onGo} aria-describedby={name}>{t('file.go')}</Button>}
        {slot.state === 'cut' && <Button onClick={choose} aria-describedby={name}>{t('file.goOn')}</Button>}
        {'sent' in slot && onStop && <Button kind="bare" onClick={onStop} aria-describedby={name}>{t('file.stop')}</Button>}
        {slot.state === 'done' && <span className={styles.done}><Icon name="tick" small />{t('file.uploaded')}</span>}
        {(slot.state === 'known' || slot.state === 'done') && onView && <Button kind="bare" onClick={onView} aria-describedby={name}>{t('file.view')}</Button>}
        {slot.state === 'done' && <Button kind="bare" onClick={choose} aria-describedby={name}>{t('file.change')}</Button>}
        {slot.state === 'done' && onRemove && <Button kind="bare" onClick={onRemove} aria-describedby={name}>{t('file.remove')}</Button>}
      </div>
      {said && <div className={styles.fault}><FieldFault>{said}</FieldFault></div>}
      <input
        ref={input} type="file" className="unseen" tabIndex={-1} aria-hidden="true" accept={limits.kinds.map(kind => `.${kind}`).join(',')}
        onChange={event => { take(event.target.files?.[0]); event.target.value = '' }}
      />
    </div>
  )
}

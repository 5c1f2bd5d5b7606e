import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useKeys } from '../../kit/keys.ts'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'
import { useEvents } from './events.ts'
import { instantsOf } from './usePast.ts'

interface Props {
  /** The case as it is now: it says which instants there are. */
  application: ApplicationDocument
  at: string
  onAt: (at: string | null) => void
}

/** Draws a case back and forth through time, in place of the acts. */
export function PastBar({ application, at, onAt }: Props) {
  const { t } = useTranslation('review')
  const time = useTime()
  const { what } = useEvents()
  const instants = instantsOf(application)
  const found = instants.findLastIndex(one => one <= at)
  const step = Math.max(0, found)
  // Steps that are taken faster than the address follows go on from the last of them.
  const ahead = useRef(step)
  useEffect(() => { ahead.current = step }, [step])
  const go = (to: number) => {
    const instant = instants[to]
    if (!instant) return
    ahead.current = to
    onAt(instant)
  }
  const by = (steps: 1 | -1) => () => go(ahead.current + steps)
  const happened = application.timeline.filter(one => one.at === instants[step]).map(({ type }) => what(type)).join(' · ')
  useKeys(t('past.act'), [
    { key: 'ArrowLeft', label: t('past.before'), run: by(-1) },
    { key: 'ArrowRight', label: t('past.after'), run: by(1) },
    { key: 'h', label: t('past.leave'), run: () => onAt(null) },
  ])
  return (
    <div className={`${styles.pastBar} unprinted`} role="toolbar" aria-label={t('past.act')} data-testid="past-bar">
      <p><b>{t('past.at', { at: time.moment(instants[step] ?? at) })}</b><span>{happened} · {t('past.step', { at: step + 1, of: instants.length })}</span></p>
      <Button small hint="←" disabled={step === 0} onClick={by(-1)}>{t('past.before')}</Button>
      <input
        type="range" min={0} max={instants.length - 1} value={step} aria-label={t('past.label')} aria-valuetext={`${time.moment(instants[step] ?? at)} ${happened}`}
        onChange={({ target }) => go(Number(target.value))}
      />
      <Button small hint="→" disabled={step >= instants.length - 1} onClick={by(1)}>{t('past.after')}</Button>
      <Button kind="primary" hint="H" onClick={() => onAt(null)}>{t('past.leave')}</Button>
    </div>
  )
}

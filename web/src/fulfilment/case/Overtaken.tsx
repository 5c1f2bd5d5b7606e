import type { Winner } from '@qinqing/domain/kernel/refusal'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import type { Draft } from '../../kit/draft.ts'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'
import { useEvents } from './events.ts'
import type { CaseActs, Turning } from './useCase.ts'

const handing = ['CaseTakenOver', 'CaseHandedOver', 'CaseReturned', 'CaseGivenBack', 'ApplicationLapsed'] as const
const isHanding = (type: Turning): type is (typeof handing)[number] => handing.some(one => one === type)

const isWinner =
  (value: unknown): value is Winner => typeof value === 'object' && value !== null && 'by' in value && 'at' in value && 'type' in value

/** Somebody else was first, or the server said no: who, when, what, and that nothing written is lost. */
export function Overtaken({ acts, draft, mine }: { acts: CaseActs, draft: Draft, mine: boolean }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const time = useTime()
  const { t: review } = useTranslation('review')
  const { what } = useEvents()
  const after = (type: Turning) => (mine && isHanding(type) && type !== 'ApplicationLapsed' ? review('overtaken.yours') : isHanding(type) ? review(`overtaken.${type}`) : t(`overtaken.${type}`))
  const { turn, asked: { problem }, dismiss } = acts
  const winner = isWinner(problem?.['winner']) ? problem['winner'] : undefined
  const first = turn ?? winner
  if (!first && !problem) return null
  const written = ['opinion', 'refuse.reason', 'fix', 'handOver', 'return', 'lapse', 'note'].some(field => draft.fields[field]?.trim())
  const close = <Button small onClick={dismiss}>{t('overtaken.seen')}</Button>
  if (!first) {
    return <div className={styles.notice}><ProblemNotice tone="bad" what={problem?.detail[language]} action={close} urgent /></div>
  }
  const who = [first.post, first.by].filter(Boolean).join(' ')
  const good = turn?.type === 'CorrectionAnswered'
  return (
    <div className={styles.notice}>
      <ProblemNotice
        tone={good ? 'info' : 'warn'} urgent what={t('overtaken.what', { who, at: time.moment(first.at), what: what(first.type) })}
        kept={written ? t('overtaken.kept') : undefined} todo={turn ? after(turn.type) : t('overtaken.again')} action={close}
      />
    </div>
  )
}

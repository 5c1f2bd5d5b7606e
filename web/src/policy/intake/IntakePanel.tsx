import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useDocument } from '../../kit/live.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { Waiting } from '../../kit/Waiting.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import styles from './intake.module.css'
import { paceOf } from './pace.ts'
import { Preview } from './Preview.tsx'
import { Remarks } from './Remarks.tsx'

interface Props {
  intake: IntakeDocument
}

const counted = ['new', 'revised', 'unchanged', 'kept', 'refused'] as const

function Counts({ intake: { tally } }: Props) {
  const { t } = useTranslation('policyLife')
  if (!tally) return null
  return (
    <dl className={styles.counts}>
      {counted.map(key => <div key={key} data-testid={`count-${key}`}><dt>{t(`intake.counts.${key}`)}</dt><dd>{tally[key]}</dd></div>)}
    </dl>
  )
}

/** How far it has come, how fast, and how long it will take. */
function Progress({ intake }: Props) {
  const { t } = useTranslation('policyLife')
  const rows = intake.preview?.rows ?? 0
  const read = intake.tally?.read ?? 0
  const pace = paceOf(intake)
  return (
    <div role="status">
      <progress className={styles.bar} value={read} max={Math.max(rows, 1)} aria-label={t('intake.running')} />
      <p>
        {t('intake.progress', { read, rows })}
        {pace && <span className="second"> · {t('intake.rate', { rate: pace.rate })} · {t('intake.left', {
          time: pace.seconds < 90 ? t('intake.seconds', { count: pace.seconds }) : t('intake.minutes', { count: Math.round(pace.seconds / 60) }),
        })}</span>}
      </p>
    </div>
  )
}

function Body({ intake }: Props) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const asked = useAsk('intake', intake.id)
  const { ask, busy, problem } = asked
  const { status, preview, tally, reason, assignments, official } = intake
  const again = () => void ask('StartIntake', { assignments: [...assignments], official })
  return (
    <>
      {status === 'staged' && <><h2>{t('intake.reading')}</h2><Waiting as="rows" count={4} /></>}
      {status === 'unreadable' && <ProblemNotice tone="bad" level={2} what={t('intake.unreadable')} kept={reason?.[language]} todo={t('intake.unreadableHow')} />}
      {status === 'previewed' && preview && <Preview intake={intake} preview={preview} asked={asked} />}
      {status === 'running' && (
        <>
          <h2>{t('intake.running')}</h2>
          <Progress intake={intake} />
          <p className="second">{t('intake.leave')}</p>
          <div className={styles.acts}><Button kind="danger" busy={busy === 'StopIntake'} onClick={() => void ask('StopIntake', {})}>{t('intake.stop')}</Button></div>
          <Counts intake={intake} />
        </>
      )}
      {status === 'stopped' && (
        <>
          <h2>{t('intake.stopped')}</h2>
          {preview && <div className={styles.acts}><Button kind="primary" busy={busy === 'StartIntake'} onClick={again}>{t('intake.goOn')}</Button></div>}
          <Counts intake={intake} />
        </>
      )}
      {status === 'finished' && tally && (
        <>
          <h2>{tally.new + tally.revised + tally.kept + tally.refused === 0 ? t('intake.unchanged', { count: tally.unchanged }) : t('intake.finished')}</h2>
          <Counts intake={intake} />
          <div className={styles.acts}><Button busy={busy === 'StartIntake'} onClick={again}>{t('intake.again')}</Button></div>
          <Remarks intake={intake} />
        </>
      )}
      {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
    </>
  )
}

/** One import from its preview to its result, live. */
export function IntakePanel({ id }: { id: string }) {
  const live = useDocument<IntakeDocument>('intakes', id)
  return (
    <section className={styles.panel} aria-label={live.document?.file.name} data-testid="intake" data-status={live.document?.status}>
      {isReady(live) && live.document
        ? <><p className="second">{live.document.file.name}</p><Body key={id} intake={live.document} /></>
        : <Unready of={live} as="rows" count={4} />}
    </section>
  )
}

import type { System } from '@qinqing/api/client'
import type { ReadmodelDocument } from '@qinqing/domain/service/readmodel/contract'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../kit/ask.ts'
import { Button } from '../kit/Button.tsx'
import { FieldFault } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { StatusMark } from '../kit/StatusMark.tsx'
import { useTime } from '../kit/Time.tsx'
import styles from './operator.module.css'
import { sizeOf } from './system.ts'
import { useModelName } from './names.ts'

interface Props {
  model: System['projections'][number]
  /** What was asked and done; undefined as long as nothing ever was. */
  record: ReadmodelDocument | undefined
}

/** One read model: where it stands, what was done last, and its rebuild with progress. */
export function Model({ model, record }: Props) {
  const { t } = useTranslation('operator')
  const language = useLanguage()
  const time = useTime()
  const { ask, busy, problem } = useAsk('readmodel', model.name)
  const name = useModelName(model.name)
  const status = record?.status ?? 'idle'
  const mark = model.standing ? 'failed' : model.lag > 0 ? 'due' : 'met'
  const percent = record?.progress ? Math.floor(record.progress.done / Math.max(1, record.progress.of) * 100) : 0
  return (
    <li className={styles.model}>
      <div className={styles.words}>
        <strong>{name}</strong> <code>{model.name}</code>
        <p>
          <StatusMark status={mark}>{model.standing ? t('stands') : model.lag > 0 ? t('lag', { count: model.lag }) : t('upToDate')}</StatusMark>
          {[t('documents', { count: model.documents }), sizeOf(model.bytes), t('version', { version: model.version }), model.since && t('since', { at: time.moment(model.since) })]
            .filter(Boolean).map(says => <span key={says as string}>{says}</span>)}
        </p>
        {status === 'idle' && record && <Outcome record={record} />}
        {status === 'asked' && record?.asked && <p aria-live="polite">{t('asked', { by: record.asked.by, at: time.moment(record.asked.at) })}</p>}
        {(status === 'running' || status === 'stopping') && (
          <div className={styles.progress} aria-live="polite">
            <progress max={100} value={percent} aria-label={t('rebuildOf', { name })} />
            <span>{status === 'stopping' ? t('stopping') : `${t('running')} · ${t('percent', { percent })}`}</span>
          </div>
        )}
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </div>
      {status === 'idle'
        ? <Button small icon="turn" busy={busy !== null} aria-label={t('rebuildOf', { name })} onClick={() => void ask('AskRebuild', {})}>{t('rebuild')}</Button>
        : <Button small busy={busy !== null} disabled={status === 'stopping'} aria-label={t('cancelOf', { name })} onClick={() => void ask('CancelRebuild', {})}>{t('cancel')}</Button>}
    </li>
  )
}

/** What came of the last rebuild. */
function Outcome({ record: { completed, stopped } }: { record: ReadmodelDocument }) {
  const { t } = useTranslation('operator')
  const time = useTime()
  if (stopped) return <p><StatusMark status={stopped.reason === 'failed' ? 'failed' : 'paused'}>{t(`stopped.${stopped.reason}`)}</StatusMark><span>{time.moment(stopped.at)}</span></p>
  if (!completed) return null
  return (
    <p>
      <span>{t('rebuilt', { at: time.moment(completed.at), seconds: (completed.ms / 1000).toFixed(1) })}</span>
      <span>{completed.differing ? t('differed', { count: completed.differing }) : t('same')}</span>
    </p>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type Field, fileRef } from '@qinqing/domain/language/field'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { MiniList, PanePart } from '../../kit/Panes.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useEvents } from '../case/events.ts'
import { tallied, verdictsInOrder } from '../case/judged.ts'
import styles from './queue.module.css'

interface Props {
  application: ApplicationDocument
}

const most = 8

/** Clause by clause, what needs a person first. */
export function PreviewVerdicts({ application }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const { verdicts, judgements } = application
  const shown = verdictsInOrder(verdicts)
  const tally = tallied(application)
  const count = (['met', 'failed', 'unknown'] as const).filter(result => tally[result] > 0).map(result => t(
    `tally.${result}`, { count: tally[result] },
  )).join(' · ')
  if (verdicts.length === 0) return null
  return (
    <div className={styles.part}>
      <PanePart title={t('verdicts.title')} count={count}>
        <MiniList
          lines={shown.slice(0, most).map(({ conditionId, result, sentence, actual }) => {
            const judged = judgements[conditionId]
            const open = !judged && result !== 'met'
            return {
              id: conditionId, mark: <StatusMark status={judged?.result ?? result} mute />, says: sentence[language],
              hot: open && !application.closedAt,
              end: judged ? t('verdicts.judgedBy', { who: judged.by }) : result === 'unknown' ? t('verdicts.yours') : actual?.[language],
            }
          })}
        />
      </PanePart>
    </div>
  )
}

const papersOf = ({ item }: ApplicationDocument): Field[] =>
  item.form?.sections.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'file') ?? []

/** Which papers are there, and which are not. */
export function PreviewPapers({ application }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const papers = papersOf(application).map(field => ({ field, file: fileRef.safeParse(application.answers[field.id]).data }))
  const given = papers.filter(({ file }) => file).length
  if (papers.length === 0) return null
  return (
    <div className={styles.part}>
      <PanePart title={t('papers.title')} count={t('papers.count', { given, of: papers.length })}>
        <MiniList
          lines={papers.slice(0, most).map(({ field, file }) => ({
            id: field.id, mark: <Icon name={file ? 'document' : 'file'} />, says: field.label[language],
            end: file ? t('papers.given') : field.required ? t('papers.missing') : t('papers.optional'), hot: !file && field.required,
          }))}
        />
      </PanePart>
    </div>
  )
}

/** What happened last. */
export function PreviewLatest({ application }: Props) {
  const { t } = useTranslation('desk')
  const time = useTime()
  const { what } = useEvents()
  const lines = application.timeline.slice(-3).toReversed().map(({ at, type, by }, n) => (
    { id: `${at} ${n}`, mark: <Icon name="clock" />, says: t('did', { what: what(type), who: by }), end: time.moment(at) }
  ))
  return (
    <div className={styles.part}>
      <PanePart title={t('latest')}>
        <MiniList lines={lines} />
      </PanePart>
    </div>
  )
}

import type { Dispute } from '@qinqing/domain/data/dossier/contract'
import type { Judgement } from '@qinqing/domain/fulfilment/application/contract'
import { sourceText } from '@qinqing/domain/language/bureaus'
import type { Verdict } from '@qinqing/domain/language/condition'
import { predicate } from '@qinqing/domain/language/predicates'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../kit/i18n.ts'
import { SourceTag } from '../kit/SourceTag.tsx'
import { StatusMark, urgency } from '../kit/StatusMark.tsx'
import { useTime } from '../kit/Time.tsx'
import styles from './VerdictList.module.css'

interface Props {
  verdicts: readonly Verdict[]
  /** Where the text of a clause stands. */
  clauseTo: (ref: string) => string
  /** 信息有误?: for a fact that came from a source. */
  onWrong?: ((fact: string) => void) | undefined
  disputes?: Readonly<Record<string, Dispute>> | undefined
  judgements?: Readonly<Record<string, Judgement>> | undefined
}

type RowProps = Omit<Props, 'verdicts'> & { verdict: Verdict }

function Known({ verdict: { fact, actual, source, asOf, result, advice }, onWrong, disputes }: RowProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const dispute = disputes?.[fact]
  const label = predicate(fact)?.label[language] ?? ''
  return (
    <div className={styles.known} data-label={t('verdict.actual')}>
      <p className={styles.actual}>
        {actual ? <strong>{actual[language]}</strong> : <span className={styles.nothing}>{t('verdict.nothing')}</span>}
      </p>
      {source && (
        <p className={styles.from}>
          <SourceTag source={sourceText(source, language)} at={asOf ?? undefined} bare />
          {onWrong && !dispute && (
            <button type="button" className={styles.wrong} onClick={() => onWrong(fact)} aria-label={t('verdict.wrongOf', { label })}>
              {t('verdict.wrong')}
            </button>
          )}
        </p>
      )}
      {dispute && <p className={styles.note}>{t('verdict.disputed', { at: time.moment(dispute.at), note: dispute.note })}</p>}
      {result !== 'met' && advice && (
        <p className={styles.note}>
          <b>{t('verdict.advice')}</b>
          {advice[language]}
        </p>
      )}
    </div>
  )
}

function Row(props: RowProps) {
  const { t } = useTranslation('portal')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const {
    verdict: { result, sentence, wanted, clause, conditionId },
    clauseTo,
    judgements,
  } = props
  const judgement = judgements?.[conditionId]
  return (
    <li className={styles.row} data-result={judgement?.result ?? result}>
      <div className={styles.mark}>
        <StatusMark status={result} />
      </div>
      <div className={styles.what}>
        <p>{sentence[language]}</p>
        {clause.ref && (
          <Link className={styles.clause} to={clauseTo(clause.ref)} title={t('verdict.clauseOf', { ref: clause.ref })}>
            {clause.ref}
          </Link>
        )}
        {judgement && (
          <p className={styles.judged}>
            {t('verdict.judged', { who: judgement.by, result: kit(`status.${judgement.result}`), note: judgement.note })}
          </p>
        )}
      </div>
      <p className={styles.wanted} data-label={t('verdict.wanted')}>
        {wanted[language]}
      </p>
      <Known {...props} />
    </li>
  )
}

/** One line a condition: what is asked, what is known and from where, met or not, and the way to change it; what needs a person first. */
export function VerdictList({ verdicts, ...rest }: Props) {
  const { t } = useTranslation('portal')
  const sorted = verdicts.toSorted((a, b) => urgency[a.result] - urgency[b.result])
  return (
    <div className={styles.list}>
      <div className={styles.head} aria-hidden="true">
        <span>{t('verdict.result')}</span>
        <span>{t('verdict.condition')}</span>
        <span>{t('verdict.wanted')}</span>
        <span>{t('verdict.actual')}</span>
      </div>
      <ul aria-label={t('verdict.label')}>
        {sorted.map(verdict => (
          <Row key={verdict.conditionId} verdict={verdict} {...rest} />
        ))}
      </ul>
    </div>
  )
}

/** How many are met, failed, unknown: beside the title. */
export function VerdictCounts({ verdicts }: Pick<Props, 'verdicts'>) {
  const { t } = useTranslation('portal')
  const counted = (['unknown', 'failed', 'met'] as const).map(result => ({
    result,
    count: verdicts.filter(one => one.result === result).length,
  }))
  return (
    <span className={styles.counts}>
      {counted
        .filter(({ count }) => count > 0)
        .map(({ result, count }) => (
          <StatusMark key={result} status={result} quiet>
            {t(`verdict.counts.${result}`, { count })}
          </StatusMark>
        ))}
    </span>
  )
}

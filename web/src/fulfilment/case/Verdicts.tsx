import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { sourceText } from '@qinqing/domain/language/bureaus'
import type { Verdict } from '@qinqing/domain/language/condition'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../kit/draft.ts'
import { useLanguage } from '../../kit/i18n.ts'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import styles from './case.module.css'
import { Judge } from './Judge.tsx'
import { admits, resultOf, tallied, verdictsInOrder } from './judged.ts'
import type { CaseActs } from './useCase.ts'

interface Props {
  application: ApplicationDocument
  acts: CaseActs
  draft: Draft
  onClause: (ref: string) => void
}

const heads = ['result', 'clause', 'wanted', 'actual', 'source'] as const
const results = ['met', 'failed', 'unknown'] as const

/** Clause by clause: what is asked, what is so, from where, and what the official judges; what needs a person first. */
export function Verdicts(props: Props) {
  const { t } = useTranslation('desk')
  const { application, onClause } = props
  const { verdicts, version } = application
  const tally = tallied(application)
  return (
    <div className={styles.verdicts}>
      <div className={styles.tally}>
        <h2>{t('verdicts.title')}</h2>
        {results.filter(result => tally[result] > 0).map(result => (
          <StatusMark key={result} status={result}>{t(`tally.${result}`, { count: tally[result] })}</StatusMark>
        ))}
        <span className={styles.rest}>
          {verdicts.length > 0 && <>{t('verdicts.order')} · </>}
          <button type="button" className={styles.link} onClick={() => onClause('')}>{t('policy.version', { version })}</button>
        </span>
      </div>
      {verdicts.length === 0
        ? <p className="second">{t('verdicts.none')}</p>
        : (
          <table className={styles.clauses}>
            <caption className="unseen">{t('verdicts.caption')}</caption>
            <colgroup>
              <col className={styles.k} /><col /><col className={styles.w} /><col className={styles.a} /><col className={styles.s} />
            </colgroup>
            <thead><tr>{heads.map(head => <th key={head} scope="col">{t(`verdicts.${head}`)}</th>)}</tr></thead>
            <tbody>{verdictsInOrder(verdicts).map(verdict => <Row key={verdict.conditionId} verdict={verdict} {...props} />)}</tbody>
          </table>
        )}
    </div>
  )
}

function Row({ verdict, application, acts, draft, onClause }: Props & { verdict: Verdict }) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const language = useLanguage()
  const time = useTime()
  const { decides } = useRights()
  const { conditionId, result, sentence, clause, wanted, actual, source, asOf, gap } = verdict
  const judgement = application.judgements[conditionId]
  const may = decides && admits(application, 'JudgeCondition')
  const waits = may && !judgement && result !== 'met'
  // What waits for a judgement is open; what has one, or needs none, opens when one asks.
  const [open, setOpen] = useState(false)
  const isOpen = may && (waits || open)
  const at = application.item.conditions.findIndex(({ id }) => id === conditionId)
  return (
    <Fragment>
      <tr className={isOpen ? styles.open : undefined} data-condition={conditionId} data-result={resultOf(application, verdict)}>
        <td>
          <StatusMark status={resultOf(application, verdict)} />
          {judgement && judgement.result !== result && <small className={styles.quiet}>{review(`system.${result}`)}</small>}
        </td>
        <th scope="row">
          {sentence[language]}
          <em>
            {clause.ref && <button type="button" className={styles.link} onClick={() => onClause(clause.ref)}>{clause.ref}</button>}
            {result === 'failed' && gap && <span>{gap[language]}</span>}
            {may && !isOpen && !judgement && (
              <button
                type="button" className={styles.link} onClick={() => setOpen(true)}
                aria-label={t('judge.overruleOf', { what: sentence[language] })}
              >
                {t('judge.overrule')}
              </button>
            )}
          </em>
        </th>
        <td className={styles.quiet} data-label={t('verdicts.wanted')}>{wanted[language]}</td>
        <td className={styles.strong} data-label={t('verdicts.actual')}>
          {actual ? actual[language] : <span className={styles.quiet}>{t('verdicts.nothing')}</span>}
        </td>
        <td className={styles.from} data-label={t('verdicts.source')}>
          <span>
            {source ? sourceText(source, language) : t('verdicts.noSource')}
            {asOf && <time dateTime={asOf}>{time.day(asOf)}</time>}
          </span>
        </td>
      </tr>
      {judgement && (
        <tr className={`${styles.judged} ${isOpen ? styles.open : ''}`}>
          <td colSpan={5} className={styles.under}>
            <StatusMark status={judgement.result} quiet>
              {t(`verdicts.judged.${judgement.result}`, { who: judgement.by, at: time.moment(judgement.at) })}
            </StatusMark>
            <p>{judgement.note}</p>
            {judgement.earlier && <p><Tag tone="warn">{review('earlier')}</Tag></p>}
            {may && !open && (
              <button
                type="button" className={styles.link} onClick={() => setOpen(true)}
                aria-label={t('judge.overruleOf', { what: sentence[language] })}
              >
                {t('judge.change')}
              </button>
            )}
          </td>
        </tr>
      )}
      {isOpen && (
        <tr className={styles.open}>
          <td colSpan={5} className={styles.under}>
            <Judge
              verdict={verdict} judgement={judgement} field={`note.${at}`} acts={acts} draft={draft} onDone={() => setOpen(false)}
              onLeave={waits ? undefined : () => setOpen(false)}
            />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

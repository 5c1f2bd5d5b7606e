import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { sourceText } from '@qinqing/domain/language/bureaus'
import { asOf, type Fact, factValue } from '@qinqing/domain/language/fact'
import { predicate, predicateKeys } from '@qinqing/domain/language/predicates'
import { useTranslation } from 'react-i18next'
import { Facts, type Known } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useDocument } from '../../kit/live.tsx'
import { PanePart } from '../../kit/Panes.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'

const order = (key: string): number => predicateKeys.findIndex(one => one === key)
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What the case is judged by, each with source and date; what is disputed, or has changed since, says so. */
export function CaseFacts({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const time = useTime()
  const { document: dossier } = useDocument<DossierDocument>('dossiers', application.enterprise)

  const say = (key: string, fact: Fact) => {
    const of = predicate(key)
    return of ? factValue(of, fact.value, language) : ''
  }
  const noteOf = (key: string, fact: Fact) => {
    const dispute = dossier?.disputes[key]
    const now = dossier?.facts[key]
    const changed = now && !isSame(now.value, fact.value)
    if (!dispute && !changed) return undefined
    return (
      <>
        {dispute && (
          <span className={styles.disputed}>
            <Icon name="late" small />{t('facts.disputed', { who: dispute.by, at: time.moment(dispute.at), note: dispute.note })}
          </span>
        )}
        {changed && (
          <span className={styles.changed}>
            {t('facts.changed', { value: say(key, now), source: sourceText(now.source, language), at: time.day(asOf(now)) })}
          </span>
        )}
      </>
    )
  }
  const fixed = application.timeline.findLast(({ type }) => type === 'ApplicationSubmitted' || type === 'CorrectionAnswered')
  const fixedAt = fixed?.at ?? application.startedAt
  const known = Object.entries(application.facts).filter(([key]) => predicate(key)).toSorted(([a], [b]) => order(a) - order(b))
  const facts: Known[] = [
    { id: 'creditCode', label: t('facts.creditCode'), value: application.creditCode },
    ...known.map(([key, fact]): Known => ({
      id: key, label: predicate(key)?.label[language] ?? '', value: say(key, fact), source: {
        name: sourceText(fact.source, language), at: asOf(fact),
      }, note: noteOf(key, fact),
    })),
  ]
  return (
    <PanePart level={2} title={t('facts.title')} count={t('facts.asOf', { at: time.day(fixedAt) })}>
      <div className={styles.facts}><Facts facts={facts} label={t('facts.title')} /></div>
    </PanePart>
  )
}

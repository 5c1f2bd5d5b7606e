import { cny } from '@qinqing/domain/language/money'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../kit/i18n.ts'
import { Money } from '../kit/Money.tsx'
import styles from './MatchMoney.module.css'

interface Props {
  match: Pick<MatchDocument, 'estimateFen' | 'mostFen' | 'working' | 'amount' | 'standing'>
  as?: 'short' | 'big'
}

/** What an enterprise may expect: the estimate when it is known, or else the most that anybody gets. */
export function MatchMoney({ match: { estimateFen, mostFen, working, amount, standing }, as = 'short' }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  // A sum that no fact enters is not about, it is exactly that.
  const fixed = working.zh === amount.zh
  const within = standing !== 'ineligible' && standing !== 'unverified'
  if (estimateFen !== null && (fixed || (within && estimateFen > 0))) return <Money sum={cny(estimateFen)} as={as} about={!fixed} />
  if (mostFen !== null && mostFen > 0) return <Money sum={cny(mostFen)} as={as} most />
  if (estimateFen === null && mostFen === null && fixed) return <span className="second">{t('money.none')}</span>
  return <span className={styles.rule} title={amount[language]}>{amount[language]}</span>
}

import { type Money as Sum, roughly, yuan } from '@qinqing/domain/language/money'
import { useTranslation } from 'react-i18next'
import { useLanguage } from './i18n.ts'
import styles from './Money.module.css'

interface Props {
  sum: Sum
  /** exact: ¥ 50,000.00; short: 5.23 万元; big: the same in the size of a page's title. */
  as?: 'exact' | 'short' | 'big'
  /** An estimate says 约, a ceiling says 最高. */
  about?: boolean | undefined
  most?: boolean | undefined
  /** Not money that one may get or decides about: a balance, a turnover. */
  plain?: boolean | undefined
}

/** Money that somebody may get or decides about. */
export function Money({ sum: { fen }, as = 'exact', about, most, plain }: Props) {
  const { t } = useTranslation('kit')
  const language = useLanguage()
  const before = [about && t('money.about'), most && t('money.most')].filter(Boolean).join(' ')
  const [number, unit] = as === 'exact' ? [`¥ ${yuan(fen)}`] : roughly(fen, language).split(' ')
  return (
    <span className={[styles.money, !plain && styles.colour, as === 'big' && styles.big].filter(Boolean).join(' ')} title={as === 'exact' ? undefined : `¥ ${yuan(fen)}`}>
      {before && <small>{before} </small>}
      {number}
      {unit && <small> {unit}</small>}
    </span>
  )
}

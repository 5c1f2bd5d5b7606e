import { useTranslation } from 'react-i18next'
import { useLanguage } from './i18n.ts'
import styles from './Money.module.css'
import { type Amount, shortOf, yuanOf } from './money.ts'

interface Props {
  amount: Amount
  /** exact: ¥ 50,000.00; short: 5.23 万元; big: the same in the size of a page's title. */
  as?: 'exact' | 'short' | 'big'
  /** An estimate says 约, a ceiling says 最高. */
  about?: boolean | undefined
  most?: boolean | undefined
  /** Not money that one may get or decides about: a balance, a turnover. */
  plain?: boolean | undefined
}

/** Money that somebody may get or decides about. */
export function Money({ amount, as = 'exact', about, most, plain }: Props) {
  const { t } = useTranslation('kit')
  const language = useLanguage()
  const before = [about && t('money.about'), most && t('money.most')].filter(Boolean).join(' ')
  const classes = [styles.money, !plain && styles.colour, as === 'big' && styles.big].filter(Boolean).join(' ')
  const lead = before && <small>{before} </small>
  if (as === 'exact' || language === 'en') {
    const said = as === 'exact' ? yuanOf(amount) : yuanOf(amount).replace(/\.00$/, '')
    return <span className={classes}>{lead}¥ {said}</span>
  }
  const { number, unit } = shortOf(amount)
  return <span className={classes} title={`¥ ${yuanOf(amount)}`}>{lead}{number}<small> {t(`money.${unit}`)}</small></span>
}

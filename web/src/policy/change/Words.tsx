import { diffWords } from 'diff'
import { useTranslation } from 'react-i18next'
import styles from './change.module.css'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

interface Props {
  before: string
  after: string
}

/** One text over another: what went is struck through, what came is underlined; both are also said in words. */
export function Words({ before, after }: Props) {
  const { t } = useTranslation('policyLife')
  return (
    <p className={styles.words}>
      {diffWords(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }, n) => {
        if (added) return <ins key={n}><span className="unseen">{t('diff.fresh')}</span>{value}</ins>
        if (removed) return <del key={n}><span className="unseen">{t('diff.gone')}</span>{value}</del>
        return <span key={n}>{value}</span>
      })}
    </p>
  )
}

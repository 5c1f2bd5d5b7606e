import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import styles from './intake.module.css'

/** The rows that do not go in, each with its reasons, and all of them as a file. */
export function Remarks({ intake: { id, remarks, report } }: { intake: IntakeDocument }) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  if (remarks.length === 0) return null
  return (
    <section className={styles.block} aria-label={t('intake.bad')}>
      <h3>{t('intake.bad')}</h3>
      <p className="second">
        {remarks.length === 100 && t('intake.badFirst', { count: remarks.length })}{' '}
        {report && <a href={`/api/imports/${id}/faults`} download className={styles.download}><Icon name="download" small />{t('intake.download')}</a>}
      </p>
      <table className={styles.rows}>
        <thead><tr><th>{t('intake.column.row')}</th><th>{t('intake.column.code')}</th><th>{t('intake.column.why')}</th></tr></thead>
        <tbody>
          {remarks.map(({ row, code, became, reasons }) => (
            <tr key={row} data-testid="fault" data-row={row}>
              <td>{row}</td><td>{code}</td>
              <td>{became === 'kept' && <b>{t('intake.became.kept')} </b>}{reasons.map(one => one[language]).join(language === 'zh' ? '；' : '; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

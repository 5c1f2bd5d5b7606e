import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { clauseTo } from '../../parts/clause.ts'
import { useForm } from './drafting.tsx'
import styles from './form.module.css'

/** Opens the policy at the clause, beside the form and not in its place. */
export function ClauseLink({ clause }: { clause: string }) {
  const { policy, item } = useForm()
  const { t } = useTranslation('form')
  return <Link to={clauseTo(policy, item, clause)} target="_blank" title={t('clause.open')} className={styles.clause}>{clause}</Link>
}

import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useForm } from './drafting.tsx'
import { clauseAddress } from './places.ts'

/** Opens the policy at the clause, beside the form and not in its place. */
export function ClauseLink({ clause }: { clause: string }) {
  const { policy } = useForm()
  const { t } = useTranslation('form')
  return <Link to={clauseAddress(policy, clause)} target="_blank" title={t('clause.open')} className="nowrap">{clause}</Link>
}

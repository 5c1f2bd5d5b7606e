import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Dialog } from '../../kit/Dialog.tsx'
import { useDocument } from '../../kit/live.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import styles from './case.module.css'

interface Props {
  application: ApplicationDocument
  /** The clause that one came for. */
  at: string
  onClose: () => void
}

/** The text that the case rests on, in its version, whatever has been published since. */
export function PolicyText({ application, at, onClose }: Props) {
  const { t } = useTranslation('desk')
  const { edits } = useRights()
  const { policy, policyTitle, version, clauses, item } = application
  const { document: now } = useDocument<PolicyDocument>('policies', policy)
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => { here.current?.scrollIntoView({ block: 'center' }) }, [])
  const all = clauses.length > 0 ? clauses : [...new Map(item.conditions.map(({ clause }) => [clause.ref, clause])).values()]
  return (
    <Dialog title={policyTitle} onClose={onClose} wide>
      <p className="second">
        {t('policy.rests', { version })}
        {now && now.version > version && <> · {t('policy.newer', { version: now.version })}</>}
        {now?.status === 'retired' && <> · {t('policy.retired')}</>}
        {edits && <> · <Link to={`/desk/policies/${encodeURIComponent(policy)}`}>{t('policy.open')}</Link></>}
      </p>
      <ol className={styles.text}>
        {all.map(({ ref, text }) => (
          <li key={ref} ref={ref === at ? here : undefined} aria-current={ref === at || undefined}><b>{ref}</b><p>{text}</p></li>
        ))}
      </ol>
    </Dialog>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { PresenceDot } from '../../kit/DeskShell.tsx'
import type { Present } from '../../kit/live.tsx'
import styles from './queue.module.css'

/** A dot for a case that somebody else looks at now. */
export function Looking({ people }: { people: readonly Present[] }) {
  const { t } = useTranslation('review')
  const [first] = people
  if (!first) return null
  const says = people.length === 1 ? t('presence.one', { who: first.name }) : t('presence.many', { who: first.name, count: people.length })
  return <span className={styles.looking} title={says} data-testid="looking"><PresenceDot here /><span className="unseen">{says}</span></span>
}

/** Who is on a case, and from whom it came. */
export function OnIt({ of: { claimant, claimantId }, me }: { of: ApplicationDocument, me: string }) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const mine = claimantId === me
  const from = claimant?.from ? review('from', { who: claimant.from.name }) : undefined
  return <span className={mine ? styles.me : undefined} title={from}>{mine ? t('me') : claimant?.name}{mine && from && <small className={styles.from}>{from}</small>}</span>
}

import { localDate } from '@qinqing/domain/language/calendar'
import type { Item } from '@qinqing/domain/language/item'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'

/** Whether nothing new is taken any more: retired, or past its time. */
export const isEnded = ({ retired, validUntil }: PolicyDocument, now: string): boolean =>
  retired !== null || (validUntil !== null && validUntil < localDate(now))

/** Why nothing new is taken any more: retired, or past its time; leads on. Nothing while it holds. */
export function Ended({ policy }: { policy: PolicyDocument }) {
  const { retired, validUntil } = policy
  const { t } = useTranslation('portal')
  const { t: life } = useTranslation('policyLife')
  const time = useTime()
  const on = (
    <ButtonLink to="/policies" small>
      {t('policy.leadOn')}
    </ButtonLink>
  )
  if (retired)
    return (
      <ProblemNotice
        level={2}
        what={t('policy.retired.title')}
        kept={t('policy.retired.why', { at: time.moment(retired.at), reason: retired.reason })}
        todo={life('retired.old')}
        action={
          <>
            {retired.successor && (
              <ButtonLink to={`/policies/${retired.successor.id}`} kind="primary" small>
                {life('retired.next', { title: retired.successor.title })}
              </ButtonLink>
            )}
            {on}
          </>
        }
      />
    )
  if (validUntil && isEnded(policy, time.now)) {
    return (
      <ProblemNotice level={2} what={t('policy.expired.title')} kept={t('policy.expired.why', { day: time.day(validUntil) })} action={on} />
    )
  }
  return null
}

/** Where a sample comes from, and that nothing of it is real here. */
export function Sample({ policy: { sample, origin }, item }: { policy: PolicyDocument; item: Item }) {
  const { t } = useTranslation('portal')
  if (!sample && !item.sample) return null
  const authority = item.source?.authority ?? origin?.authority
  return <p className="second">{authority ? t('policy.sampleOf', { authority }) : t('policy.sampleOwn')}</p>
}

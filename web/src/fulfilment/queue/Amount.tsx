import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { cny } from '@qinqing/domain/language/money'
import { useTranslation } from 'react-i18next'
import { Money } from '../../kit/Money.tsx'

/** What is at stake: decided, worked out, or still to be said by a person. */
export function Amount({ of: { item, status, decision, estimateFen } }: { of: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  if (item.amount.kind === 'none') return <>{t('amount.none')}</>
  if (status === 'withdrawn' || status === 'lapsed') return <>{t('amount.nothing')}</>
  const fen = decision ? decision.fen : estimateFen
  if (fen !== null) return <Money sum={cny(fen)} plain={decision !== null} />
  return <>{decision ? t('amount.nothing') : t('amount.open')}</>
}

import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'

type Changed = Pick<PolicyDraftDocument, 'updatedBy' | 'updatedFor' | 'origin'>

/** Who changed a policy last, as people read it: an import is named as such, not by the account that ran it. */
export function useAuthor(): (policy: Changed) => string {
  const { t } = useTranslation('policyLife')
  return ({ updatedBy, updatedFor, origin }) => {
    if (updatedFor === 'import') return t('author.imported', { who: updatedBy })
    return updatedFor === 'demo' && origin ? t('author.sample') : updatedBy
  }
}

import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../kit/Tag.tsx'

type Standing = Pick<PolicyDraftDocument, 'status' | 'version' | 'dirty'>

/** Draft, published in which version, with changes that nobody sees yet, or ended. */
export function StateTags({ policy: { status, version, dirty } }: { policy: Standing }) {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  if (status === 'retired') return version > 0 ? <Tag icon="paused">{t('state.retired')}</Tag> : <Tag icon="trash">{life('end.state')}</Tag>
  if (version === 0) return <Tag icon="edit">{t('state.draft')}</Tag>
  return (
    <>
      <Tag tone="ok" icon="check">{t('state.published', { version })}</Tag>
      {dirty && <Tag tone="warn" icon="edit">{t('state.changed')}</Tag>}
    </>
  )
}

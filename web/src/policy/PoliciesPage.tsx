import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function PoliciesPage() {
  const { t } = useTranslation('portal')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.policies')}>{t('title.policies')}</PageTitle>
      <Empty what={t('title.policies')} how={t('title.policies')} />
    </div>
  )
}

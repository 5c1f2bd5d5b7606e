import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function ApplicationsPage() {
  const { t } = useTranslation('portal')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.applications')}>{t('title.applications')}</PageTitle>
      <Empty what={t('title.applications')} how={t('title.applications')} />
    </div>
  )
}

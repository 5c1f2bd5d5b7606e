import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function ImportPage() {
  const { t } = useTranslation('desk')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.import')}>{t('title.import')}</PageTitle>
      <Empty what={t('title.import')} how={t('title.import')} />
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function ApplicationPage() {
  const { t } = useTranslation('portal')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.application')}>{t('title.application')}</PageTitle>
      <Empty what={t('title.application')} how={t('title.application')} />
    </div>
  )
}

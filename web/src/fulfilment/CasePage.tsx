import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function CasePage() {
  const { t } = useTranslation('desk')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.case')}>{t('title.case')}</PageTitle>
      <Empty what={t('title.case')} how={t('title.case')} />
    </div>
  )
}

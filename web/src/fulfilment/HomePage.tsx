import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function HomePage() {
  const { t } = useTranslation('portal')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.home')}>{t('title.home')}</PageTitle>
      <Empty what={t('title.home')} how={t('title.home')} />
    </div>
  )
}

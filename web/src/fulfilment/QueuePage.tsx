import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function QueuePage() {
  const { t } = useTranslation('desk')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.queue')}>{t('title.queue')}</PageTitle>
      <Empty what={t('title.queue')} how={t('title.queue')} />
    </div>
  )
}

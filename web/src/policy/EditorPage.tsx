import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function EditorPage() {
  const { t } = useTranslation('desk')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.policy')}>{t('title.policy')}</PageTitle>
      <Empty what={t('title.policy')} how={t('title.policy')} />
    </div>
  )
}

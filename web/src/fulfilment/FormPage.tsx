import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function FormPage() {
  const { t } = useTranslation('portal')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.form')}>{t('title.form')}</PageTitle>
      <Empty what={t('title.form')} how={t('title.form')} />
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'

export function SignInPage() {
  const { t } = useTranslation('portal')
  return (
    <div className="wrap">
      <PageTitle tab={t('title.signIn')}>{t('title.signIn')}</PageTitle>
      <Empty what={t('title.signIn')} how={t('title.signIn')} />
    </div>
  )
}

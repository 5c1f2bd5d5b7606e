import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate, useSearchParams } from 'react-router'
import { PortalShell } from '../kit/PortalShell.tsx'

export function PortalLayout() {
  const { t } = useTranslation('portal')
  const go = useNavigate()
  const [query] = useSearchParams()
  return (
    <PortalShell
      home="/"
      places={[
        { to: '/', label: t('nav.home'), icon: 'home' },
        { to: '/applications', label: t('nav.applications'), icon: 'list' },
        { to: '/policies', label: t('nav.policies'), icon: 'book' },
      ]}
      search={{ hint: t('searchHint'), value: query.get('q') ?? undefined, onSearch: text => void go(`/policies?q=${encodeURIComponent(text)}`) }}
    >
      <Outlet />
    </PortalShell>
  )
}

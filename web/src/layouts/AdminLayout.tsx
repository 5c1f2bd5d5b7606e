import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { AdminShell } from '../kit/AdminShell.tsx'

export function AdminLayout() {
  const { t } = useTranslation('admin')
  const go = useNavigate()
  return (
    <AdminShell
      home="/admin"
      rail={[{ label: t('title.home'), places: [{ to: '/admin', label: t('nav.home'), icon: 'tick' }] }]}
      identity={{ name: '', onSignOut: () => void go('/sign-in') }}
    >
      <Outlet />
    </AdminShell>
  )
}

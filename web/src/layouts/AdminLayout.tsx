import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { AdminShell } from '../kit/AdminShell.tsx'
import { Door } from '../parts/door/Door.tsx'
import { useLivePill } from '../kit/pill.ts'
import type { Place } from '../kit/places.ts'
import { Bell } from '../parts/bell/Bell.tsx'
import { useSearch } from '../parts/search/search.tsx'
import { useIdentity } from './identity.ts'

/** Administrators only. */
export function AdminLayout() {
  return <Door roles={['admin']}><Frame /></Door>
}

function Frame() {
  const { t } = useTranslation('admin')
  const { t: identity } = useTranslation('identity')
  const { t: operator } = useTranslation('operator')
  const places: readonly Place[] = [
    { to: '/admin', label: t('nav.home'), icon: 'tick' },
    { to: '/admin?view=people', label: t('nav.people'), icon: 'people' },
    { to: '/admin?view=invitations', label: identity('invitations.nav'), icon: 'out' },
    { to: '/admin?view=offices', label: t('nav.offices'), icon: 'building' },
    { to: '/admin/system', label: operator('nav'), icon: 'gear' },
  ]
  const { search, dialog } = useSearch('admin', places)
  return (
    <AdminShell
      home="/admin" live={useLivePill()} identity={useIdentity('/admin')}
      search={search} bell={<Bell side="admin" />} rail={[{ label: t('title.home'), places }]}
    >
      <Outlet />
      {dialog}
    </AdminShell>
  )
}

import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { AdminShell } from '../kit/AdminShell.tsx'
import { Door } from '../parts/door/Door.tsx'
import { homeOf } from '../kit/home.ts'
import type { Identity } from '../kit/IdentityMenu.tsx'
import { useLivePill } from '../kit/pill.ts'
import type { Place } from '../kit/places.ts'
import { useSession } from '../kit/session.tsx'
import { Bell } from '../parts/bell/Bell.tsx'
import { useSearch } from '../parts/search/search.tsx'

/** Administrators only. */
export function AdminLayout() {
  return <Door roles={['admin']}><Frame /></Door>
}

function useIdentity(): Identity {
  const { t: identity } = useTranslation('identity')
  const { person, hat, hats, wear, leave } = useSession()
  const go = useNavigate()
  return {
    name: person.name,
    post: hat ? `${hat.name} ${hat.as}` : undefined,
    hats: hats.map(({ id, name, as }) => ({ id, label: name, detail: as, worn: id === hat?.id })),
    onHat(id) {
      const chosen = hats.find(one => one.id === id)
      if (!chosen) return
      wear(chosen)
      void go(chosen.kind === 'enterprise' ? '/' : homeOf(person.posts.find(({ office }) => office === id)?.roles ?? []) ?? '/admin')
    },
    account: { to: '/admin/account', label: identity('account.link') },
    onSignOut: () => void leave(),
  }
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
      home="/admin" live={useLivePill()} identity={useIdentity()}
      search={search} bell={<Bell side="admin" />} rail={[{ label: t('title.home'), places }]}
    >
      <Outlet />
      {dialog}
    </AdminShell>
  )
}

import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useMatch, useNavigate } from 'react-router'
import { Door } from '../parts/door/Door.tsx'
import { homeOf } from '../kit/home.ts'
import type { Identity } from '../kit/IdentityMenu.tsx'
import { useCount } from '../kit/live.tsx'
import { useLivePill } from '../kit/pill.ts'
import type { Place } from '../kit/places.ts'
import { PortalShell } from '../kit/PortalShell.tsx'
import { useEntrance, useSession } from '../kit/session.tsx'
import { Bell } from '../parts/bell/Bell.tsx'
import { useEnterprise } from '../parts/enterprise.ts'
import { useSearch } from '../parts/search/search.tsx'

/** The frame of the enterprise portal; officials who open its first page are led to their own. */
export function PortalLayout() {
  const { known } = useEntrance()
  const { pathname } = useLocation()
  const home = known.state === 'known' ? homeOf(known.me.viewer.roles) : undefined
  if (pathname === '/' && home && home !== '/') return <Navigate to={home} replace />
  return <Door roles={['agent']}><Portal /></Door>
}

function useIdentity(): Identity {
  const { t: identity } = useTranslation('identity')
  const { t } = useTranslation('portal')
  const go = useNavigate()
  const enterprise = useEnterprise()
  const { person, hats, wear, leave } = useSession()
  const capacity = (id: string) => {
    const found = person.memberships.find(one => one.enterprise === id)?.capacity
    return found === 'legal' || found === 'agent' ? t(`capacity.${found}`) : undefined
  }
  return {
    name: person.name,
    acting: enterprise.name,
    capacity: capacity(enterprise.id),
    hats: hats.map(hat => ({ id: hat.id, label: hat.name, detail: capacity(hat.id) ?? hat.as, worn: hat.id === enterprise.id })),
    onHat(id) {
      const hat = hats.find(one => one.id === id)
      if (!hat) return
      wear(hat)
      void go(hat.kind === 'enterprise' ? '/' : homeOf(person.posts.find(({ office }) => office === id)?.roles ?? []) ?? '/desk')
    },
    account: { to: '/account', label: identity('account.link') },
    onSignOut: () => void leave(),
  }
}

function Portal() {
  const { t } = useTranslation('portal')
  const filling = useMatch('/applications/:id/form')
  const { id } = useEnterprise()
  const { count } = useCount('applications', ['all', [['eq', 'enterprise', id], ['eq', 'status', 'correcting']]])
  // What the first page and the list call 待我处理.
  const { count: todo } = useCount('applications', ['all', [['eq', 'enterprise', id], ['in', 'status', ['draft', 'correcting']]]])
  const places: readonly Place[] = [
    { to: '/', label: t('nav.home'), icon: 'home' },
    { to: '/applications', label: t('nav.applications'), icon: 'list', count: todo || undefined },
    { to: '/policies', label: t('nav.policies'), icon: 'book' },
  ]
  const { search, dialog } = useSearch('enterprise', places, id)
  return (
    <PortalShell
      home="/" focused={Boolean(filling)} live={useLivePill()} identity={useIdentity()} foot={<span>{t('foot.phone')}</span>}
      places={places} search={search} bell={<Bell key={id} side="enterprise" enterprise={id} due={{ count, to: '/applications?state=todo' }} />}
    >
      {/* Another enterprise is another portal: nothing of the one before stays on the page. */}
      <Outlet key={id} />
      {dialog}
    </PortalShell>
  )
}

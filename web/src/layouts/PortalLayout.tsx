import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useMatch, useNavigate, useSearchParams } from 'react-router'
import { Entrance } from '../kit/Entrance.tsx'
import { homeOf } from '../kit/home.ts'
import type { Identity } from '../kit/IdentityMenu.tsx'
import { useCount } from '../kit/live.tsx'
import { useLivePill } from '../kit/pill.ts'
import { PortalShell } from '../kit/PortalShell.tsx'
import { useEntrance, useSession } from '../kit/session.tsx'
import { useEnterprise } from '../parts/enterprise.ts'

const number = /^[A-Za-z]{1,4}-?\d/

/** The frame of the enterprise portal; officials who open its first page are led to their own. */
export function PortalLayout() {
  const { known } = useEntrance()
  const { pathname } = useLocation()
  const home = known.state === 'known' ? homeOf(known.me.viewer.roles) : undefined
  if (pathname === '/' && home && home !== '/') return <Navigate to={home} replace />
  return <Entrance roles={['agent']}><Portal /></Entrance>
}

function useIdentity(): Identity {
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
    hats: hats.map(hat => ({ id: hat.id, label: hat.name, detail: capacity(hat.id) ?? hat.as, worn: hat.id === enterprise.id })),
    onHat(id) {
      const hat = hats.find(one => one.id === id)
      if (!hat) return
      wear(hat)
      void go(hat.kind === 'enterprise' ? '/' : homeOf(person.posts.find(({ office }) => office === id)?.roles ?? []) ?? '/desk')
    },
    onSignOut: () => void leave(),
  }
}

function Portal() {
  const { t } = useTranslation('portal')
  const go = useNavigate()
  const [query] = useSearchParams()
  const filling = useMatch('/applications/:id/form')
  const { id } = useEnterprise()
  const { count } = useCount('applications', ['all', [['eq', 'enterprise', id], ['eq', 'status', 'correcting']]])
  const search = (text: string) => void go(`/${number.test(text) ? 'applications' : 'policies'}?q=${encodeURIComponent(text)}`)
  return (
    <PortalShell
      home="/" focused={Boolean(filling)} live={useLivePill()} identity={useIdentity()} foot={<span>{t('foot.phone')}</span>}
      places={[
        { to: '/', label: t('nav.home'), icon: 'home' },
        { to: '/applications', label: t('nav.applications'), icon: 'list', count: count || undefined },
        { to: '/policies', label: t('nav.policies'), icon: 'book' },
      ]}
      search={{ hint: t('searchHint'), value: query.get('q') ?? undefined, onSearch: search }}
    >
      {/* Another enterprise is another portal: nothing of the one before stays on the page. */}
      <Outlet key={id} />
    </PortalShell>
  )
}

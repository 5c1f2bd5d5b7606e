import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useMatch } from 'react-router'
import { DeskShell, type PlaceGroup } from '../kit/DeskShell.tsx'
import { Door } from '../parts/door/Door.tsx'
import type { IconName } from '../kit/Icon.tsx'
import { useNow } from '../kit/now.ts'
import { useLivePill } from '../kit/pill.ts'
import { useSession } from '../kit/session.tsx'
import { Bell } from '../parts/bell/Bell.tsx'
import { useClosedCount, useOpenCases, useRights } from '../parts/desk/cases.ts'
import { useSavedFilters } from '../parts/desk/filters.ts'
import { type Basket, baskets, byItem, inBasket, queueAddress, queueOf } from '../parts/desk/queue.ts'
import { useSearch } from '../parts/search/search.tsx'
import { useIdentity } from './identity.ts'

/** Officials only: who decides on cases, and who writes policies. */
export function DeskLayout() {
  return <Door roles={['reviewer', 'lead', 'editor']}><Frame /></Door>
}

function Frame() {
  const { hat, hats, wear } = useSession()
  const office = hat?.kind === 'office' ? hat : hats.find(({ kind }) => kind === 'office')
  // What is asked from here on is asked for the office, and not for an enterprise.
  useEffect(() => { if (office && office !== hat) wear(office) }, [office, hat, wear])
  return useRights().sees ? <CaseFrame /> : <PolicyFrame />
}

const icons: Record<Basket, IconName> = { office: 'lines', free: 'inbox', mine: 'user', correction: 'edit', late: 'due', done: 'tick' }

function usePolicyPlaces(): readonly PlaceGroup[] {
  const { t } = useTranslation('desk')
  const { sees, edits } = useRights()
  if (!edits) return []
  return [{
    label: t('nav.work'), title: sees ? t('nav.work') : undefined,
    places: [
      { to: '/desk/policies', label: t('nav.policies'), icon: 'book' }, { to: '/desk/import', label: t('nav.import'), icon: 'upload' },
    ],
  }]
}

const mostItems = 4

/** For who decides: baskets with their counts, and the search over cases. */
function CaseFrame() {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const onCase = useMatch('/desk/cases/:id')
  const policies = usePolicyPlaces()
  const identity = useIdentity('/desk')
  const live = useLivePill()
  const { person: { id: me } } = useSession()
  const now = useNow()
  const { documents, phase } = useOpenCases()
  const done = useClosedCount()

  const known = phase !== 'loading'
  const countOf = (basket: Basket): number | undefined => {
    if (basket === 'done') return done.phase === 'loading' ? undefined : done.count
    return known ? inBasket(documents, basket, { me, now }).length : undefined
  }
  const usual = byItem(documents).slice(0, mostItems)
  const { filters } = useSavedFilters()

  const rail: PlaceGroup[] = [
    {
      label: t('nav.baskets'),
      places: baskets.map(basket => ({
        to: queueAddress({ basket }), label: t(`nav.${basket}`), icon: icons[basket], count: countOf(basket),
        late: basket === 'late' && (countOf(basket) ?? 0) > 0,
      })),
    },
    ...(filters.length ? [{
      label: review('filters.title'), title: review('filters.title'), small: true,
      places: filters.map(({ name, view }) => ({ to: queueAddress(view), label: name, count: known ? queueOf(documents, view, { me, now }).length : undefined })),
    }] : []),
    ...(usual.length > 1 ? [{
      label: t('nav.items'), title: t('nav.items'), small: true,
      places: usual.map(({ key, title, count }) => ({ to: queueAddress({ item: key }), label: title, count })),
    }] : []),
    ...policies,
  ]
  const { search, dialog } = useSearch('office', rail.flatMap(({ places }) => places))
  const bell = <Bell side="office" due={{ count: countOf('late') ?? 0, to: queueAddress({ basket: 'late' }) }} />
  return (
    <DeskShell home="/desk" rail={onCase ? undefined : rail} live={live} identity={identity} search={search} bell={bell}>
      <Outlet />
      {dialog}
    </DeskShell>
  )
}

/** For who only writes policies. */
function PolicyFrame() {
  const rail = usePolicyPlaces()
  const { search, dialog } = useSearch('office', rail.flatMap(({ places }) => places))
  return (
    <DeskShell home="/desk/policies" rail={rail} live={useLivePill()} identity={useIdentity('/desk')} search={search} bell={<Bell side="office" />}>
      <Outlet />
      {dialog}
    </DeskShell>
  )
}

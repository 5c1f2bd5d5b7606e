import { useTranslation } from 'react-i18next'
import { Outlet, useMatch, useNavigate, useSearchParams } from 'react-router'
import { DeskShell, type PlaceGroup } from '../kit/DeskShell.tsx'

export function DeskLayout() {
  const { t } = useTranslation('desk')
  const go = useNavigate()
  const [query] = useSearchParams()
  const onCase = useMatch('/desk/cases/:id')
  const rail: PlaceGroup[] = [
    {
      label: t('nav.baskets'),
      places: [
        { to: '/desk', label: t('nav.office'), icon: 'lines' },
        { to: '/desk?basket=free', label: t('nav.free'), icon: 'inbox' },
        { to: '/desk?basket=mine', label: t('nav.mine'), icon: 'user' },
        { to: '/desk?basket=correction', label: t('nav.correction'), icon: 'edit' },
        { to: '/desk?basket=late', label: t('nav.late'), icon: 'due', late: true },
        { to: '/desk?basket=done', label: t('nav.done'), icon: 'tick' },
      ],
    },
    {
      label: t('nav.work'),
      title: t('nav.work'),
      places: [
        { to: '/desk/policies', label: t('nav.policies'), icon: 'book' },
        { to: '/desk/import', label: t('nav.import'), icon: 'upload' },
      ],
    },
  ]
  return (
    <DeskShell
      home="/desk"
      rail={onCase ? undefined : rail}
      search={{ hint: t('searchHint'), value: query.get('q') ?? undefined, onSearch: text => void go(`/desk?q=${encodeURIComponent(text)}`) }}
      identity={{ name: '', onSignOut: () => void go('/sign-in') }}
    >
      <Outlet />
    </DeskShell>
  )
}

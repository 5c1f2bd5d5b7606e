import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../kit/Empty.tsx'
import { useNow } from '../../kit/now.ts'
import { Pane, Panes, PaneTitle } from '../../kit/Panes.tsx'
import { useSession } from '../../kit/session.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { mostCases, useDecidedToday, useOpenCases } from '../../parts/desk/cases.ts'
import { useSavedFilters } from '../../parts/desk/filters.ts'
import { inBasket, type OpenBasket, queueOf, type View } from '../../parts/desk/queue.ts'
import { CaseList, queueColumns } from './CaseList.tsx'
import { Filters } from './Filters.tsx'

interface Props {
  view: View
  onView: (change: Partial<View>) => void
}

/** One basket of what is open, by time left. */
export function OpenQueue({ view, onView }: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const live = useOpenCases()
  const minute = useNow().slice(0, 16)
  const { person: { id: me } } = useSession()
  const decided = useDecidedToday()
  const saved = useSavedFilters().of(view)
  const basket = view.basket as OpenBasket
  const { item, stage, sort } = view
  const { cases, all } = useMemo(() => {
    const looking = { me, now: `${minute}:00.000Z` }
    return { cases: queueOf(live.documents, { basket, item, stage, sort }, looking), all: inBasket(live.documents, basket, looking) }
  }, [live.documents, basket, item, stage, sort, me, minute])

  const title = saved?.name ?? t(`nav.${basket}`)
  if (!isReady(live)) {
    return (
      <Panes columns={queueColumns}>
        <Pane label={title} head={<PaneTitle title={title} />}><Unready of={live} count={12} /></Pane>
        <Pane label={t('preview.label')} as="aside">{null}</Pane>
      </Panes>
    )
  }
  const filtered = item !== null || stage !== null
  return (
    <>
      <title>{`${title} ${cases.length} · ${kit('product')}`}</title>
      <CaseList
        key={[basket, item, stage, sort].join(' ')} view={view} onView={onView} title={title} cases={cases} grouped={sort === 'left'}
        count={t('countAndSort', { cases: t('cases', { count: cases.length }), sort: t(`sort.${sort}`) })}
        filters={<Filters view={view} cases={all} onChange={change => onView({ ...change, case: null })} />}
        empty={filtered
          ? <Empty icon="filter" what={t('empty.filtered')} how={t('empty.filteredHow', { count: all.length })} />
          : <Empty what={t(`empty.${basket}`)} how={t(`empty.${basket}How`)} />}
        more={live.total > mostCases ? t('moreOpen', { most: mostCases, count: live.total }) : undefined}
        end={decided.count > 0 ? t('decidedToday', { count: decided.count }) : undefined}
      />
    </>
  )
}

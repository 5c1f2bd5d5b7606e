import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Pane, Panes, PaneTitle } from '../../kit/Panes.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { mostCases, useClosedCases, useDecidedToday, useOffices } from '../../parts/desk/cases.ts'
import { closedStatuses, type View } from '../../parts/desk/queue.ts'
import { CaseList, queueColumns } from './CaseList.tsx'

const page = 50

interface Props {
  view: View
  onView: (change: Partial<View>) => void
}

/** What is closed, the latest first, more of it as one asks. */
export function ClosedQueue({ view, onView }: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const [limit, setLimit] = useState(page)
  const live = useClosedCases(limit)
  const decided = useDecidedToday()
  const offices = useOffices()
  // While more is fetched, what is there stays.
  const [kept, setKept] = useState(live)
  if (isReady(live) && kept !== live) setKept(live)
  const { documents, total } = kept
  const title = t('nav.done')
  if (!isReady(kept)) {
    return (
      <Panes columns={queueColumns}>
        <Pane label={title} head={<PaneTitle title={title} />}><Unready of={live} count={12} /></Pane>
        <Pane label={t('preview.label')} as="aside">{null}</Pane>
      </Panes>
    )
  }
  const showMore = () => setLimit(Math.min(limit + page, mostCases))
  const rest = total - documents.length
  return (
    <>
      <title>{`${title} ${total} · ${kit('product')}`}</title>
      <CaseList
        view={view} onView={onView} title={title} cases={documents} closed
        count={t('countAndSort', { cases: t('cases', { count: total }), sort: t('sort.closed') })}
        empty={<Empty icon="tick" what={t('empty.done')} how={t('empty.doneHow')} />}
        more={rest > 0 && (limit < mostCases
          ? <Button small busy={live.phase === 'loading'} onClick={showMore}>{t('showMore', { count: rest })}</Button>
          : t('moreClosed', { count: documents.length }))}
        wanted={{ where: ['all', [['in', 'office', offices], ['in', 'status', closedStatuses]]], sort: [['closedAt', 'desc']] }}
        end={decided.count > 0 ? t('decidedToday', { count: decided.count }) : undefined}
      />
    </>
  )
}

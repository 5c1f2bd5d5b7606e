import { Problematic, rows } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Pane, Panes, PaneTitle } from '../../kit/Panes.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { useNumbered, useOffices } from '../../parts/desk/cases.ts'
import type { View } from '../../parts/desk/queue.ts'
import { CaseList, queueColumns } from './CaseList.tsx'

const most = 100

type Search = { state: 'under way' } | { state: 'found', numbers: readonly string[], total: number } | { state: 'failed', problem: Problem }

/** Asks once which cases a text is in. */
function useSearch(text: string): Search & { again: () => void } {
  const offices = useOffices().join()
  const [search, setSearch] = useState<Search>({ state: 'under way' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let current = true
    rows(
      'applications', { text, limit: most, where: ['all', [['in', 'office', offices.split(',')], ['ne', 'number', null]]] },
    ).then(
      ({ rows: found, total }) => current && setSearch({
        state: 'found', numbers: found.flatMap(({ document }) => document.number ?? []), total: total ?? found.length,
      }),
      (error: unknown) => {
        if (!(error instanceof Problematic)) throw error
        if (current) setSearch({ state: 'failed', problem: error.problem })
      },
    )
    return () => { current = false }
  }, [text, tries, offices])
  return { ...search, again: () => { setSearch({ state: 'under way' }); setTries(tries + 1) } }
}

interface Props {
  view: View
  onView: (change: Partial<View>) => void
}

/** What was found is asked for once, and shown as it is from then on. */
export function FoundQueue({ view, onView }: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const search = useSearch(view.q)
  const { live, found } = useNumbered(search.state === 'found' ? search.numbers : [])
  const title = t('found.title', { text: view.q })
  const back = <Button small onClick={() => onView({ q: '', case: null })}>{t('found.leave')}</Button>
  if (search.state !== 'found' || !isReady(live)) {
    return (
      <Panes columns={queueColumns}>
        <Pane label={title} head={<PaneTitle title={title}>{back}</PaneTitle>}>
          {search.state === 'failed'
            ? <ProblemNotice what={search.problem.detail[language]} action={<Button small onClick={search.again}>{kit('retry')}</Button>} />
            : <Unready of={live} count={8} />}
        </Pane>
        <Pane label={t('preview.label')} as="aside">{null}</Pane>
      </Panes>
    )
  }
  return (
    <>
      <title>{`${title} · ${kit('product')}`}</title>
      <CaseList
        key={search.numbers.join()} view={view} onView={onView} title={title} cases={found} mixed
        count={t('found.count', { count: search.total })} filters={back}
        empty={<Empty icon="search" what={t('found.none', { text: view.q })} how={t('found.noneHow')} />}
        more={search.total > found.length ? t('found.more', { most, count: search.total }) : undefined}
      />
    </>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useCount, useRows } from '../kit/live.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { Surface } from '../kit/Section.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { patched } from '../parts/address.ts'
import { useEnterprise } from '../parts/enterprise.ts'
import { ExportButton } from '../parts/ExportButton.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { useVisit } from '../parts/visit.ts'
import { ApplicationRow } from './applications/ApplicationRow.tsx'
import styles from './applications/List.module.css'
import { type State, stateOf, states, within } from './applications/states.ts'

const step = 20
/** What a search looks through. */
const most = 500

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
const fits = ({ number, itemTitle, policyTitle, officeName }: ApplicationDocument, q: string) => {
  const text = plain([number, itemTitle, policyTitle, officeName].join('\n'))
  return plain(q)
    .split(/\s+/)
    .every(word => text.includes(word))
}

const inState = (enterprise: string, state: State) => ['all', [['eq', 'enterprise', enterprise], ['in', 'status', within[state]]]] as const

function useCounts(enterprise: string): Record<State, number> {
  const count = (state: State) => inState(enterprise, state)
  return {
    all: useCount('applications', count('all')).count,
    todo: useCount('applications', count('todo')).count,
    running: useCount('applications', count('running')).count,
    done: useCount('applications', count('done')).count,
    withdrawn: useCount('applications', count('withdrawn')).count,
  }
}

/** Every application of the enterprise, the latest change first. */
export function ApplicationsPage() {
  const { t } = useTranslation('portal')
  const enterprise = useEnterprise()
  const { since } = useVisit(enterprise.id)
  const [query, setQuery] = useSearchParams()
  const state = stateOf(query.get('state'))
  const q = query.get('q')?.trim().slice(0, 100) ?? ''
  const [steps, setSteps] = useState({ of: state, count: 1 })
  const limit = q ? most : Math.min(most, step * (steps.of === state ? steps.count : 1))
  const list = useRows<ApplicationDocument>('applications', {
    where: inState(enterprise.id, state),
    sort: [['updatedAt', 'desc']],
    limit,
  })
  const counts = useCounts(enterprise.id)
  const shown = q ? list.documents.filter(application => fits(application, q)) : list.documents

  const address = (patch: Record<string, string>) => patched(query, patch)
  const empty = q ? ('search' as const) : state
  const headline: string = counts.todo
    ? t('applications.headline', { count: counts.todo })
    : counts.running
      ? t('applications.headlineRunning', { count: counts.running })
      : t('applications.headlineDone')
  return (
    <div className="wrap">
      <PageTitle
        tab={t('title.applications')}
        sub={counts.all > 0 && t('applications.sub', { enterprise: enterprise.name, count: counts.all })}
      >
        {isReady(list) ? headline : t('title.applications')}
      </PageTitle>
      <div className={styles.tools}>
        <Tabs
          label={t('applications.tabs')}
          tabs={states.map(id => ({
            id,
            label: t(`applications.states.${id}`),
            count: counts[id],
            to: `?${address({ state: id === 'all' ? '' : id })}`,
            here: id === state,
          }))}
        />
        <ExportButton
          list="applications" disabled={shown.length === 0}
          wanted={q ? { ids: shown.map(({ id }) => id) } : { where: inState(enterprise.id, state), sort: [['updatedAt', 'desc']] }}
        />
        <div className={styles.search}>
          <SearchField
            label={t('applications.search')}
            hint={t('applications.searchHint')}
            value={q}
            onSearch={text => setQuery(address({ q: text }), { replace: true, preventScrollReset: true })}
          />
        </div>
      </div>
      {!isReady(list) ? (
        <Unready of={list} as="rows" />
      ) : shown.length === 0 ? (
        <Surface>
          <Empty
            icon="list"
            what={t(`applications.empty.${empty}.what`, { q })}
            how={t(`applications.empty.${empty}.how`)}
            action={
              empty === 'all' && (
                <ButtonLink to="/policies?tab=eligible" kind="primary">
                  {t('applications.act')}
                </ButtonLink>
              )
            }
          />
        </Surface>
      ) : (
        <Surface as="ul" lined>
          {shown.map(application => (
            <li key={application.id}>
              <ApplicationRow application={application} since={since} full />
            </li>
          ))}
        </Surface>
      )}
      {isReady(list) && (
        <div className={styles.foot}>
          {!q && list.total > shown.length && shown.length < most && (
            <Button onClick={() => setSteps({ of: state, count: (steps.of === state ? steps.count : 1) + 1 })}>
              {t('applications.more')}
            </Button>
          )}
          {q
            ? shown.length > 0 && <span role="status">{t('applications.found', { count: shown.length })}</span>
            : list.total > step && <span>{t('applications.shown', { shown: shown.length, of: list.total })}</span>}
          {q && list.total > most && <span>{t('applications.within')}</span>}
        </div>
      )}
    </div>
  )
}

import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import { standingLabels } from '@qinqing/domain/language/standing'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { useDocument, useView } from '../kit/live.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { Surface } from '../kit/Section.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { patched } from '../parts/address.ts'
import { useEnterprise } from '../parts/enterprise.ts'
import { ExportButton } from '../parts/ExportButton.tsx'
import { wayOf } from '../parts/start.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { counted, filtered, sorted, tabOf, tabs, wantedOf } from './portal/filter.ts'
import { Filters } from './portal/Filters.tsx'
import { useHits } from './portal/hits.ts'
import { MatchRow } from './portal/MatchRow.tsx'
import styles from './portal/Policies.module.css'

const step = 30

/** All items as they stand towards one enterprise: what one can have, what is nearly there, and why not. */
export function PoliciesPage() {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const enterprise = useEnterprise()
  const [query, setQuery] = useSearchParams()
  const wanted = wantedOf(query)
  const view = useView<MatchDocument>('matches', { enterprise: enterprise.id })
  const { document: dossier } = useDocument<DossierDocument>('dossiers', enterprise.id)
  const { hits, searching } = useHits(wanted.q)
  const [more, setMore] = useState({ of: '', steps: 1 })

  const matches = view.documents
  const found = filtered(matches, wanted, hits)
  const counts = counted(found)
  const tab = tabOf(wanted, counts)
  const here = sorted(
    found.filter(({ standing }) => standing === tab),
    wanted.sort,
  )
  const key = query.toString()
  const shown = here.slice(0, step * (more.of === key ? more.steps : 1))

  const address = (patch: Record<string, string | null>) => patched(query, patch)
  const change = (patch: Record<string, string | null>) => setQuery(address(patch), { replace: true, preventScrollReset: true })
  const fitting = matches.filter(match => match.standing === 'eligible')
  const able = fitting.filter(match => ['start', 'continue'].includes(wayOf(match))).length
  const headline: string = wanted.q
    ? t('policies.headlineSearch', { q: wanted.q, count: found.length })
    : able
      ? fitting.length > able
        ? t('policies.headlineOf', { enterprise: enterprise.name, all: fitting.length, count: able })
        : t('policies.headline', { enterprise: enterprise.name, count: able })
      : t('policies.headlineNone')
  const narrowed = wanted.q ? ('search' as const) : wanted.lane || wanted.office ? ('filter' as const) : undefined
  const empty = matches.length === 0 ? ('none' as const) : (narrowed ?? tab)

  return (
    <div className="wrap">
      <PageTitle tab={t('title.policies')} sub={isReady(view) && t('policies.sub', { count: matches.length })}>
        {isReady(view) ? headline : t('title.policies')}
      </PageTitle>
      {isReady(view) ? (
        <>
          <div className={styles.tools}>
            <Tabs
              label={t('policies.tabs')}
              tabs={tabs.map(id => ({
                id,
                label: standingLabels[id][language],
                count: counts[id],
                to: `?${address({ tab: id })}`,
                here: id === tab,
              }))}
            />
            <Filters wanted={wanted} matches={matches} onChange={change} />
            <ExportButton list="matches" wanted={{ params: { enterprise: enterprise.id }, ids: here.map(({ id }) => id) }} disabled={here.length === 0} />
          </div>
          {searching && (
            <p className={styles.searching} role="status">
              {t('policies.searching')}
            </p>
          )}
          {here.length > 0 ? (
            <Surface as="ul" lined>
              {shown.map(match => (
                <MatchRow
                  key={match.id}
                  match={match}
                  enjoyed={dossier?.enjoyed.find(one => one.policy === match.policy && one.item === match.item)}
                />
              ))}
            </Surface>
          ) : (
            <Surface>
              <Empty
                icon="book"
                what={t(`policies.empty.${empty}.what`, { q: wanted.q })}
                how={t(`policies.empty.${empty}.how`)}
                action={narrowed && (
                  <>
                    <ButtonLink to="/policies">{t('policies.clear')}</ButtonLink>
                    {wanted.q && (
                      <ButtonLink kind="bare" to={`/applications?q=${encodeURIComponent(wanted.q)}`}>{t('policies.empty.search.applications', { q: wanted.q })}</ButtonLink>
                    )}
                  </>
                )}
              />
            </Surface>
          )}
          {here.length > shown.length && (
            <div className={styles.foot}>
              <Button onClick={() => setMore({ of: key, steps: (more.of === key ? more.steps : 1) + 1 })}>
                {t('policies.more', { count: Math.min(step, here.length - shown.length) })}
              </Button>
              <span>{t('policies.shown', { shown: shown.length, of: here.length })}</span>
            </div>
          )}
        </>
      ) : (
        <Unready of={view} as="rows" />
      )}
    </div>
  )
}

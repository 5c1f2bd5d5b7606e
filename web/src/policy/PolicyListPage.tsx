import { type PolicyDraftDocument, policyRoles } from '@qinqing/domain/policy/policy/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { SearchBox } from '../kit/Frame.tsx'
import { Newcomers, useHeld } from '../kit/HeldList.tsx'
import { KeyLine } from '../kit/KeysOverlay.tsx'
import { useRows } from '../kit/live.tsx'
import { Pane, Panes, PaneTitle } from '../kit/Panes.tsx'
import { type Column, RowTable } from '../kit/RowTable.tsx'
import { useSession } from '../kit/session.tsx'
import { Tag } from '../kit/Tag.tsx'
import { Time } from '../kit/Time.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { isPhone } from '../kit/phone.ts'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { useFound } from '../kit/found.ts'
import { useAuthor } from './list/author.ts'
import { ExportButton } from '../parts/ExportButton.tsx'
import styles from './list/list.module.css'
import { NewPolicyDialog } from './list/NewPolicyDialog.tsx'
import { StateTags } from './list/StateTags.tsx'
import { TabBar } from './list/TabBar.tsx'
import { tabOf, whereOf } from './list/tabs.ts'

const newest = [['updatedAt', 'desc']] as const

function useColumns(): Column<PolicyDraftDocument>[] {
  const { t } = useTranslation('editor')
  const author = useAuthor()
  return [
    {
      id: 'title', head: t('list.column.title'), struck: true, title: ({ title }) => title,
      cell: ({ id, title }) => <Link to={`/desk/policies/${id}`} onClick={event => event.stopPropagation()}>{title}</Link>,
    },
    {
      id: 'source', head: t('list.column.source'), width: 220, quiet: true, title: ({ number, origin }) => number || (origin?.authority ?? ''),
      cell: ({ number, origin, sample }) => (
        <span className={styles.tagged}>
          <span className="cut">{number || origin?.authority || t('list.noNumber')}</span>
          {sample && <Tag>{t('sample')}</Tag>}
        </span>
      ),
    },
    { id: 'items', head: t('list.column.items'), width: 72, cell: ({ items }) => t('list.items', { count: items.length }) },
    {
      id: 'state', head: t('list.column.state'), width: 268,
      cell: policy => <span className={styles.tagged}><StateTags policy={policy} /></span>,
    },
    {
      id: 'at', head: t('list.column.at'), width: 236, quiet: true,
      title: author, cell: policy => <><Time at={policy.updatedAt} as="ago" /> {author(policy)}</>,
    },
  ]
}

/** The policies of one's offices: drafts, published, with changes that nobody sees yet, ended. */
export function PolicyListPage() {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const go = useNavigate()
  const { viewer } = useSession()
  const [query, setQuery] = useSearchParams()
  const [creating, setCreating] = useState(false)
  const [tab, text] = [tabOf(query), (query.get('q') ?? '').trim()]
  const found = useFound('policy-drafts', text)
  const where = text ? ['in', 'id', found?.ids ?? []] as const : whereOf[tab]
  const live = useRows<PolicyDraftDocument>('policy-drafts', { where, sort: newest, limit: 200 })
  const held = useHeld(live.documents, ({ id }) => id)
  const columns = useColumns()
  const mayDraft = policyRoles.DraftPolicy.some(role => viewer.roles.includes(role))
  const patch = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query)
    if (value) next.set(name, value)
    else next.delete(name)
    if (name === 'q') next.delete('policy')
    setQuery(next, { replace: name === 'policy' })
  }
  const none = text
    ? <Empty icon="search" what={t('list.notFound', { text })} how={t('list.notFoundHow')} action={<Button small onClick={() => patch('q', undefined)}>{t('list.clear')}</Button>} />
    : (
      <Empty
        icon="book" what={t(`list.none.${tab}`)} how={t(`list.noneHow.${tab}`)}
        action={mayDraft && (tab === 'draft' || tab === 'all') && (
          <Button kind="soft" icon="plus" onClick={() => setCreating(true)}>{t('list.new')}</Button>
        )}
      />
    )
  return (
    <Panes columns="minmax(0, 1fr)">
      <title>{t('list.title')}</title>
      <Pane
        label={t('list.title')} flush
        head={(
          <>
            <PaneTitle title={t('list.title')} count={text ? t('list.found', { text, count: live.total }) : t('list.sub')}>
              <SearchBox
                className={styles.search} hint={t('list.search')} value={text} onSearch={words => patch('q', words || undefined)}
              />
              <ExportButton list="policy-drafts" wanted={text ? { ids: live.documents.map(({ id }) => id) } : { where, sort: newest }} disabled={live.documents.length === 0} />
              {mayDraft && <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>{t('list.new')}</Button>}
            </PaneTitle>
            {!text && <TabBar />}
          </>
        )}
        foot={(
          <KeyLine
            keys={[{ keys: ['j', 'k'], label: t('keys.walk') }, { keys: ['Enter'], label: t('keys.open') }, { keys: ['/'], label: t('keys.search') }, { keys: ['?'], label: t('keys.all') }]}
          />
        )}
      >
        <div className={styles.newest}><Newcomers count={held.newcomers} onAdmit={held.admit} area={t('list.title')} /></div>
        {found?.problem && <ProblemNotice what={found.problem.detail[language]} />}
        {!isReady(live) || (text && !found)
          ? <Unready of={isReady(live) ? { phase: 'loading', problem: undefined } : live} count={8} missing={{ what: t('list.none.all'), how: t('list.noneHow.all') }} />
          : (
            <RowTable
              caption={t('list.title')} columns={columns} held={held} selected={query.get('policy') ?? undefined} testId="policy-row"
              empty={none}
              onSelect={id => (isPhone() ? void go(`/desk/policies/${id}`) : patch('policy', id))}
              onOpen={id => void go(`/desk/policies/${id}`)} words={{ up: t('keys.up'), down: t('keys.down'), open: t('keys.open') }}
            />
          )}
      </Pane>
      {creating && <NewPolicyDialog onClose={() => setCreating(false)} />}
    </Panes>
  )
}

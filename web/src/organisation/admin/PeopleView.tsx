import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useFound } from '../../kit/found.ts'
import { Flash } from '../../kit/Flash.tsx'
import { Newcomers, useHeld } from '../../kit/HeldList.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useRows } from '../../kit/live.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { isPhone } from '../../kit/phone.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { type Column, RowTable } from '../../kit/RowTable.tsx'
import { Surface } from '../../kit/Section.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { adminAddress, usePlace } from './address.ts'
import styles from './admin.module.css'
import { groupOf, groups, usePeople } from './people.ts'
import { RegisterDialog } from './RegisterDialog.tsx'

function useColumns(): Column<PersonDocument>[] {
  const { t } = useTranslation('admin')
  return [
    {
      id: 'name', head: t('people.name'), width: 200, struck: true,
      cell: ({ id, name }) => <Link to={adminAddress({ person: id })} onClick={event => event.stopPropagation()}>{name}</Link>,
    },
    { id: 'username', head: t('people.username'), width: 160, quiet: true, cell: ({ username }) => username },
    {
      id: 'work', head: t('people.work'), title: person => worksOf(person).join('；'), cell: person => worksOf(person).join('；') || <span className="second">{t('people.noWork')}</span>,
    },
    {
      id: 'status', head: t('people.status'), width: 96,
      cell: ({ status }) => (status === 'suspended' ? <Tag tone="warn" icon="paused">{t('people.suspended')}</Tag> : null),
    },
  ]
}

const worksOf = ({ posts, memberships }: PersonDocument): string[] =>
  [...posts.map(({ officeName, title }) => `${officeName} ${title}`), ...memberships.map(({ enterpriseName }) => enterpriseName)]

/** Everybody, by what they do here, and found by name or user name. */
export function PeopleView() {
  const { t } = useTranslation('admin')
  const language = useLanguage()
  const go = useNavigate()
  const { who, q } = usePlace()
  const all = usePeople()
  const found = useFound('people', q)
  const searched = useRows<PersonDocument>('people', { where: ['in', 'id', found?.ids ?? []], limit: 100 })
  const shown = q ? searched.documents : all.documents.filter(person => groupOf(person) === who)
  const held = useHeld(shown, ({ id }) => id)
  const columns = useColumns()
  const [selected, select] = useState<string>()
  const [registering, setRegistering] = useState(false)
  const live = q ? searched : all
  const waiting = !isReady(live) || (q !== '' && !found)
  return (
    <>
      <PageTitle
        tab={t('title.people')} sub={q ? <Link to={adminAddress({ view: 'people' })}>{t('people.clear')}</Link> : t('people.sub')}
        aside={(
          <>
            <ExportButton list="people" wanted={{ ids: shown.map(({ id }) => id) }} disabled={shown.length === 0} />
            <Button kind="primary" icon="plus" onClick={() => setRegistering(true)}>{t('person.register')}</Button>
          </>
        )}
      >
        {q ? t('people.found', { q, count: shown.length }) : t('people.title', { count: all.documents.filter(person => groupOf(person) === 'staff').length })}
      </PageTitle>
      {!q && (
        <nav className={styles.tabs} aria-label={t('people.groups')}>
          {groups.map(group => (
            <Link key={group} to={adminAddress({ view: 'people', who: group })} aria-current={group === who ? 'page' : undefined}>
              {t(`people.group.${group}`)} {isReady(all) && (
                <b><Flash value={all.documents.filter(person => groupOf(person) === group).length} /></b>
              )}
            </Link>
          ))}
        </nav>
      )}
      <Newcomers count={held.newcomers} onAdmit={held.admit} area={t('title.people')} />
      {found?.problem && <ProblemNotice what={found.problem.detail[language]} />}
      <Surface className={styles.table}>
        {waiting
          ? <Unready of={isReady(live) ? { phase: 'loading', problem: undefined } : live} count={10} missing={{ what: t('people.none'), how: t('people.noneHow') }} />
          : (
            <RowTable
              caption={t('title.people')} columns={columns} held={held} selected={selected} testId="person-row"
              onSelect={id => (isPhone() ? void go(adminAddress({ person: id })) : select(id))}
              onOpen={id => void go(adminAddress({ person: id }))}
              words={{ up: t('keys.up'), down: t('keys.down'), open: t('keys.open') }}
              empty={(
                <Empty
                  icon={q ? 'search' : 'people'} what={q ? t('people.notFound', { q }) : t('people.none')}
                  how={q ? t('people.notFoundHow') : t('people.noneHow')}
                />
              )}
            />
          )}
      </Surface>
      {all.total > all.documents.length && !q && (
        <p className="second">{t('people.more', { shown: all.documents.length, count: all.total })}</p>
      )}
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  )
}

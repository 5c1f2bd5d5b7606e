import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { PageTitle } from '../kit/PageTitle.tsx'
import { Pane, Panes } from '../kit/Panes.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Surface } from '../kit/Section.tsx'
import { useTime } from '../kit/Time.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import type { Side } from '../parts/bell/feed.ts'
import { NoticeLine } from '../parts/bell/NoticeLine.tsx'
import { useNotices } from '../parts/bell/notices.ts'
import { useEnterprise } from '../parts/enterprise.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { useVisit } from '../parts/visit.ts'
import styles from './Notices.module.css'
import { NoticeSettings } from './NoticeSettings.tsx'

const step = 20
const most = 500
const tabs = ['all', 'unread', 'settings'] as const

/** Everything that one was told, the latest first; and what one wants to be told. */
function Notices({ side, enterprise = '' }: { side: Side, enterprise?: string }) {
  const { t } = useTranslation('service')
  const language = useLanguage()
  const time = useTime()
  const [query] = useSearchParams()
  const tab = tabs.find(one => one === query.get('tab')) ?? 'all'
  const [limit, setLimit] = useState(step)
  const notices = useNotices(side, enterprise, { unreadOnly: tab === 'unread', limit: tab === 'settings' ? 0 : limit })
  const visit = useVisit(notices.shelf)
  const { live, unread, inbox } = notices
  return (
    <>
      <PageTitle
        tab={t('title')} sub={visit.first ? t('sub') : t('sinceVisit', { at: time.moment(visit.since) })}
        aside={unread > 0 && <Button busy={inbox.busy !== null} icon="tick" onClick={notices.readAll}>{t('markAll')}</Button>}
      >
        {unread > 0 ? t('headline', { count: unread }) : t('headlineNone')}
      </PageTitle>
      <div className={styles.tabs}>
        <Tabs
          label={t('tabs.label')}
          tabs={tabs.map(id => ({ id, label: t(`tabs.${id}`), count: id === 'unread' ? unread : undefined, to: id === 'all' ? '?' : `?tab=${id}`, here: id === tab }))}
        />
      </div>
      {inbox.problem && <ProblemNotice what={inbox.problem.detail[language]} urgent />}
      {tab === 'settings' ? <NoticeSettings side={side} notices={notices} />
        : !isReady(live) ? <Unready of={live} as="rows" />
          : live.documents.length === 0 ? <Surface><Empty icon="bell" what={t(`none.${tab}.what`)} how={t(`none.${tab}.how`)} /></Surface>
            : (
              <Surface as="ul" lined>
                {live.documents.map(notice => (
                  <li key={notice.id} className={styles.row}>
                    <NoticeLine
                      notice={notice} unread={notices.isUnread(notice)} enterprise={notices.enterprises.get(notice.number ?? '')}
                      fresh={!visit.first && notice.at > visit.since} onOpen={() => notices.follow(notice)}
                    />
                    {notices.isUnread(notice) && (
                      <Button small kind="bare" aria-label={t('markReadOf', { what: t(`kind.${notice.kind}`, { title: notice.title }) })} onClick={() => notices.read(notice)}>
                        {t('markRead')}
                      </Button>
                    )}
                  </li>
                ))}
              </Surface>
            )}
      {tab !== 'settings' && isReady(live) && live.total > live.documents.length && limit < most && (
        <div className={styles.foot}>
          <Button onClick={() => setLimit(Math.min(most, limit + step))}>{t('more', { count: Math.min(step, live.total - live.documents.length) })}</Button>
          <span className="second">{t('shown', { shown: live.documents.length, of: live.total })}</span>
        </div>
      )}
    </>
  )
}

export function EnterpriseNotices() {
  const { id } = useEnterprise()
  return <div className={`wrap ${styles.page}`}><Notices side="enterprise" enterprise={id} /></div>
}

export function DeskNotices() {
  const { t } = useTranslation('service')
  return <Panes columns="minmax(0, 1fr)"><Pane label={t('title')}><div className={styles.page}><Notices side="office" /></div></Pane></Panes>
}

export function AdminNotices() {
  return <div className={styles.page}><Notices side="admin" /></div>
}

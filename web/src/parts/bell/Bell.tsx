import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { BellButton } from '../../kit/Frame.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { useNotedVisit } from '../visit.ts'
import styles from './Bell.module.css'
import type { Side } from './feed.ts'
import { NoticeLine } from './NoticeLine.tsx'
import { useNotices } from './notices.ts'

/** So many are shown in the panel; the page has all. */
const shown = 8

export const noticesAt: Record<Side, string> = { enterprise: '/notices', office: '/desk/notices', admin: '/admin/notices' }

interface Props {
  side: Side
  /** The enterprise that one acts for; without a meaning elsewhere. */
  enterprise?: string
  /** What has a deadline near, counted by who watches it anyway. */
  due?: { count: number, to: string } | undefined
}

/** How many notices are unread, and the latest of them; every tab and device of a person agree. */
export function Bell({ side, enterprise = '', due }: Props) {
  const { t } = useTranslation('service')
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const panel = useId()
  const notices = useNotices(side, enterprise, { unreadOnly: false, limit: open ? shown : 0 })
  useNotedVisit(notices.shelf)
  const close = () => setOpen(false)

  useEffect(() => {
    if (!open) return undefined
    const beside = (event: PointerEvent) => { if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false) }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      box.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', beside)
    document.addEventListener('keydown', escape, true)
    return () => {
      document.removeEventListener('pointerdown', beside)
      document.removeEventListener('keydown', escape, true)
    }
  }, [open])

  const { live, unread } = notices
  return (
    <div className={`${styles.bell} unprinted`} ref={box}>
      <BellButton unread={unread} open={open} controls={panel} onPress={() => setOpen(!open)} />
      {open && (
        <section id={panel} className={styles.panel} aria-label={t('title')}>
          <header className={styles.head}>
            <h2>{unread > 0 ? t('headline', { count: unread }) : t('headlineNone')}</h2>
            {unread > 0 && <Button small kind="bare" busy={notices.inbox.busy !== null} onClick={notices.readAll}>{t('markAll')}</Button>}
          </header>
          {due && due.count > 0 && side !== 'admin' && (
            <p className={styles.due}><Icon name="due" small /><Link to={due.to} onClick={close}>{t(`due.${side}`, { count: due.count })}</Link></p>
          )}
          {!isReady(live) ? <Unready of={live} count={4} />
            : live.documents.length === 0 ? <div className={styles.none}><Empty icon="bell" what={t('none.all.what')} how={t('none.all.how')} /></div>
              : (
                <ul className={styles.list}>
                  {live.documents.map(notice => (
                    <li key={notice.id}>
                      <NoticeLine
                        notice={notice} unread={notices.isUnread(notice)} enterprise={notices.enterprises.get(notice.number ?? '')}
                        onOpen={() => {
                          notices.follow(notice)
                          close()
                        }}
                      />
                    </li>
                  ))}
                </ul>
              )}
          <footer className={styles.foot}>
            <Link to={noticesAt[side]} onClick={close}>{t('everything')}</Link>
            <Link to={`${noticesAt[side]}?tab=settings`} onClick={close}>{t('setUp')}</Link>
          </footer>
        </section>
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Flash } from '../../kit/Flash.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { Surface } from '../../kit/Section.tsx'
import { useTime } from '../../kit/Time.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { adminAddress, usePlace } from './address.ts'
import styles from './admin.module.css'
import { Invitation } from './Invitation.tsx'
import { fateOf, fates, useInvitations } from './invitations.ts'
import { type Inviting, useInviting } from './inviting.tsx'

/** The two ways to invite somebody. */
export function InviteButtons({ onInvite }: { onInvite: (what: Inviting) => void }) {
  const { t } = useTranslation('identity')
  return (
    <>
      <Button kind="primary" icon="plus" onClick={() => onInvite('official')}>{t('invitations.official')}</Button>
      <Button icon="building" onClick={() => onInvite('agent')}>{t('invitations.agent')}</Button>
    </>
  )
}

/** Everybody who was invited: who has not come yet, and what became of the others. */
export function InvitationsView() {
  const { t } = useTranslation('identity')
  const { fate } = usePlace()
  const { now } = useTime()
  const invitations = useInvitations()
  const { invite, sent, dialogs } = useInviting()
  const all = invitations.documents
  const shown = all.filter(one => fateOf(one, now) === fate)
  const waiting = all.filter(one => fateOf(one, now) === 'open').length
  return (
    <>
      <PageTitle tab={t('invitations.nav')} sub={t('invitations.sub')} aside={<div className={styles.acts}><InviteButtons onInvite={invite} /></div>}>
        {waiting ? t('invitations.title', { count: waiting }) : t('invitations.none')}
      </PageTitle>
      <nav className={styles.tabs} aria-label={t('invitations.groups')}>
        {fates.map(one => (
          <Link key={one} to={adminAddress({ view: 'invitations', fate: one })} aria-current={one === fate ? 'page' : undefined}>
            {t(`invitations.group.${one}`)} {isReady(invitations) && <b><Flash value={all.filter(each => fateOf(each, now) === one).length} /></b>}
          </Link>
        ))}
      </nav>
      {!isReady(invitations) ? <Unready of={invitations} missing={{ what: t('invitations.empty'), how: t('invitations.emptyHow') }} /> : (
        <Surface as="ul" lined className={styles.table}>
          {shown.length === 0 && (
            <li className={styles.bare}>
              {all.length ? <Empty what={t('invitations.nothingIn')} how={t('invitations.nothingInHow')} /> : <Empty what={t('invitations.empty')} how={t('invitations.emptyHow')} />}
            </li>
          )}
          {shown.map(invitation => <Invitation key={invitation.id} invitation={invitation} onSent={sent} />)}
        </Surface>
      )}
      {invitations.total > all.length && <p className="second">{t('invitations.more', { shown: all.length })}</p>}
      {dialogs}
    </>
  )
}

import { type DataOf, givePassword, Problematic } from '@qinqing/api/client'
import { type Membership, type PersonCommand, type PersonDocument, personMoves, type Post } from '@qinqing/domain/identity/person/contract'
import type { Problem } from '@qinqing/realtime/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Confirm } from '../../kit/Dialog.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useDocument } from '../../kit/live.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { useSession } from '../../kit/session.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { useTime } from '../../kit/Time.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { adminAddress } from './address.ts'
import styles from './admin.module.css'
import { JoinDialog } from './JoinDialog.tsx'
import { PostDialog } from './PostDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import { SuspendDialog } from './SuspendDialog.tsx'

type Open =
  | { what: 'give' | 'join' | 'suspend' | 'password' }
  | { what: 'change' | 'take'; post: Post }
  | { what: 'leave'; membership: Membership }

/** One person: how to come in, posts, enterprises, and whether the account is in use. */
export function PersonView({ id }: { id: string }) {
  const live = useDocument<PersonDocument>('people', id)
  if (!isReady(live) || !live.document) return <Unready of={live} as="facts" />
  return <Person person={live.document} />
}

/** A new password for somebody, told once. */
function usePassword(id: string) {
  const [secret, setSecret] = useState<{ username: string; password: string }>()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const give = async () => {
    setBusy(true)
    setProblem(null)
    try {
      setSecret(await givePassword(id))
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setProblem(error.problem)
    } finally {
      setBusy(false)
    }
  }
  return { secret, problem, busy, give, forget: () => setSecret(undefined) }
}

function Person({ person }: { person: PersonDocument }) {
  const { t } = useTranslation('admin')
  const language = useLanguage()
  const time = useTime()
  const { person: me } = useSession()
  const { ask, busy, problem } = useAsk('person', person.id)
  const password = usePassword(person.id)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const may = (type: PersonCommand['type']) => personMoves[person.status].includes(type)
  const oneself = me.id === person.id
  const act = async <Type extends PersonCommand['type']>(type: Type, data: DataOf<'person', Type>) => { if (await ask(type, data)) close() }
  const refused = problem ?? password.problem

  return (
    <>
      <PageTitle
        tab={person.name} crumbs={[{ label: t('title.people'), to: adminAddress({ view: 'people' }) }, { label: person.name }]}
        sub={<><span>{person.username}</span><span>{t('person.registered', { at: time.day(person.registeredAt) })}</span></>}
        aside={person.status === 'suspended' ? <Tag tone="warn" icon="paused">{t('people.suspended')}</Tag> : undefined}
      >
        {person.name}{oneself && t('person.me')}
      </PageTitle>
      <div className={styles.sections}>
        {refused && <ProblemNotice urgent what={refused.detail[language]} />}
        {person.status === 'suspended' && (
          <ProblemNotice
            what={t('person.isSuspended')} kept={t('person.suspendedKept')}
            action={may('RestorePerson') && <Button kind="primary" busy={busy === 'RestorePerson'} onClick={() => void ask('RestorePerson', {})}>{t('suspend.restore')}</Button>}
          />
        )}
        <Section
          title={t('post.all')} count={person.posts.length ? t('post.count', { count: person.posts.length }) : undefined}
          action={may('GivePost') && person.posts.length > 0 && (
            <Button small icon="plus" onClick={() => setOpen({ what: 'give' })}>{t('post.give')}</Button>
          )}
        >
          <Surface as="ul" lined>
            {person.posts.length === 0 && (
              <li className={styles.bare}>
                <Empty
                  icon="building" what={t('post.none')} how={t('post.noneHow')}
                  action={may('GivePost') && <Button kind="primary" icon="plus" onClick={() => setOpen({ what: 'give' })}>{t('post.give')}</Button>}
                />
              </li>
            )}
            {person.posts.map(post => (
              <li key={post.office} className={styles.row}>
                <div>
                  <strong>{post.officeName}　{post.title}</strong>
                  <div className={styles.roles}>{post.roles.map(role => <Tag key={role}>{t(`role.${role}`)}</Tag>)}</div>
                </div>
                {may('TakePost') && (
                  <div className={styles.acts}>
                    <Button small onClick={() => setOpen({ what: 'change', post })}>{t('post.change')}</Button>
                    <Button small kind="danger" onClick={() => setOpen({ what: 'take', post })}>{t('post.take')}</Button>
                  </div>
                )}
              </li>
            ))}
          </Surface>
        </Section>
        <Section title={t('firm.all')} count={person.memberships.length ? t('firm.count', { count: person.memberships.length }) : undefined}>
          <Surface as="ul" lined>
            {person.memberships.map(membership => (
              <li key={membership.enterprise} className={styles.row}>
                <div><strong>{membership.enterpriseName}</strong><p>{t(`firm.capacity.${membership.capacity}`)}</p></div>
                {may('LeaveEnterprise') && (
                  <Button small kind="danger" onClick={() => setOpen({ what: 'leave', membership })}>{t('firm.leave')}</Button>
                )}
              </li>
            ))}
            <li className={styles.row}>
              <div><p>{person.memberships.length ? t('firm.more') : t('firm.nothing')}</p></div>
              {may('JoinEnterprise') && <Button small icon="plus" onClick={() => setOpen({ what: 'join' })}>{t('firm.join')}</Button>}
            </li>
          </Surface>
        </Section>
        {person.status === 'active' && (
          <Section title={t('person.account')}>
            <Surface as="ul" lined>
              <li className={styles.row}>
                <div><strong>{t('secret.new')}</strong><p>{t('secret.newWhy')}</p></div>
                {may('SetPassword') && (
                  <Button small busy={password.busy} onClick={() => setOpen({ what: 'password' })}>{t('secret.give')}</Button>
                )}
              </li>
              <li className={styles.row}>
                <div><strong>{t('suspend.account')}</strong><p>{oneself ? t('suspend.notOneself') : t('suspend.why')}</p></div>
                {may('SuspendPerson') && !oneself && (
                  <Button small kind="danger" onClick={() => setOpen({ what: 'suspend' })}>{t('suspend.act')}</Button>
                )}
              </li>
            </Surface>
          </Section>
        )}
      </div>
      {open?.what === 'give' && <PostDialog person={person} onClose={close} />}
      {open?.what === 'change' && <PostDialog person={person} post={open.post} onClose={close} />}
      {open?.what === 'join' && <JoinDialog person={person} onClose={close} />}
      {open?.what === 'suspend' && <SuspendDialog person={person} onClose={close} />}
      {open?.what === 'take' && (
        <Confirm
          title={t('post.takeTitle', { name: person.name, post: `${open.post.officeName} ${open.post.title}` })} act={t('post.take')}
          kind="danger" busy={busy === 'TakePost'} onClose={close}
          consequences={[t('post.takeSees', { office: open.post.officeName }), t('post.takeCases'), ...(oneself && open.post.roles.includes('admin') ? [t('post.takeOwn')] : [])]}
          onAct={() => void act('TakePost', { office: open.post.office })}
        />
      )}
      {open?.what === 'leave' && (
        <Confirm
          title={t('firm.leaveTitle', { name: person.name, firm: open.membership.enterpriseName })} act={t('firm.leave')} kind="danger"
          busy={busy === 'LeaveEnterprise'} onClose={close}
          consequences={[t('firm.leaveSees'), t('firm.leaveKept')]}
          onAct={() => void act('LeaveEnterprise', { enterprise: open.membership.enterprise })}
        />
      )}
      {open?.what === 'password' && (
        <Confirm
          title={t('secret.giveTitle', { name: person.name })} act={t('secret.give')} busy={password.busy}
          consequences={[t('secret.old'), t('secret.shownOnce'), t('secret.sessions')]} onClose={close}
          onAct={() => void password.give().then(close)}
        />
      )}
      {password.secret && <SecretDialog secret={password.secret} onClose={password.forget} />}
    </>
  )
}

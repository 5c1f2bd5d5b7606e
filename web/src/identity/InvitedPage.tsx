import { type InvitedTo, lookAtInvitation, Problematic, signOut } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { homeOf } from '../kit/home.ts'
import { useLanguage } from '../kit/i18n.ts'
import { PageTitle } from '../kit/PageTitle.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { useEntrance } from '../kit/session.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { InvitedForm } from './InvitedForm.tsx'
import styles from './SignIn.module.css'

type Looked = { state: 'looking' } | { state: 'open'; to: InvitedTo } | { state: 'closed'; problem: Problem }

function useInvitation(link: string): [Looked, again: () => void] {
  const [looked, setLooked] = useState<Looked>({ state: 'looking' })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let stale = false
    lookAtInvitation(link).then(
      to => { if (!stale) setLooked({ state: 'open', to }) },
      (error: unknown) => {
        if (!(error instanceof Problematic)) throw error
        if (!stale) setLooked({ state: 'closed', problem: error.problem })
      },
    )
    return () => { stale = true }
  }, [link, asked])
  return [looked, useCallback(() => setAsked(count => count + 1), [])]
}

const dead = { 'person/invitation-used': 'used', 'person/invitation-revoked': 'revoked', 'person/invitation-expired': 'expired' } as const
const deadOf = (code: string) => dead[code as keyof typeof dead] ?? 'bad'

/** A link that lets nobody in says why, and what to do. */
function Dead({ problem: { status, code }, first, onRetry }: { problem: Problem; first: boolean; onRetry: () => void }) {
  const { t } = useTranslation('identity')
  const { t: kit } = useTranslation('kit')
  if (![400, 404, 410].includes(status)) {
    return (
      <>
        <PageTitle tab={t('invited.tab.invited')}>{t('invited.unreachable')}</PageTitle>
        <Button kind="primary" wide onClick={onRetry}>{kit('retry')}</Button>
      </>
    )
  }
  const why = deadOf(code)
  return (
    <>
      <PageTitle tab={t('invited.tab.invited')}>{t(`invited.dead.${why}`)}</PageTitle>
      <div className={styles.fields}>
        <p>{first && why !== 'used' ? t('invited.deadFirst') : t(`invited.deadTodo.${why}`)}</p>
        <ButtonLink kind="primary" wide to="/sign-in">{t('invited.signIn')}</ButtonLink>
      </div>
    </>
  )
}

/** Somebody is signed in here already: an invitation makes another account. */
function Already({ name }: { name: string }) {
  const { t } = useTranslation('identity')
  const { forget } = useEntrance()
  return (
    <ProblemNotice
      tone="info" level={2} what={t('invited.already', { name })} todo={t('invited.alreadyTodo')}
      action={<Button small onClick={() => void signOut().catch(() => undefined).finally(forget)}>{t('invited.leave')}</Button>}
    />
  )
}

interface OpenProps {
  to: InvitedTo
  link: string
  onEntered: () => void
  onClosed: (problem: Problem) => void
}

function Open({ to, link, onEntered, onClosed }: OpenProps) {
  const { t } = useTranslation('identity')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const { known, ask } = useEntrance()
  const { by, place = '', kind, title = '', roles = [], capacity = 'agent' } = to
  const what = kind === 'administrator' ? t('invited.begin') : t(`invited.${kind}`, { by, place })
  const why = kind === 'administrator' ? t('invited.beginWhy', { city: to.city[language] })
    : kind === 'official' ? t('invited.officialWhy', { title, roles: roles.map(role => t(`role.${role}`)).join(language === 'zh' ? '、' : ', ') })
    : t('invited.agentWhy', { capacity: t(`capacity.${capacity}`) })
  return (
    <>
      <PageTitle tab={t(kind === 'administrator' ? 'invited.tab.begin' : 'invited.tab.invited')} sub={why}>{what}</PageTitle>
      {known.state === 'asking' && <Waiting as="form" count={3} />}
      {known.state === 'trouble' && <Button wide onClick={() => void ask()}>{kit('retry')}</Button>}
      {known.state === 'known' && <Already name={known.me.person.name} />}
      {known.state === 'nobody' && <InvitedForm to={to} link={link} onDone={() => { onEntered(); return ask() }} onClosed={onClosed} />}
    </>
  )
}

/** Who was invited makes the own account; every link that is good for nothing says why. */
export function InvitedPage() {
  const { t } = useTranslation('identity')
  const { pathname, hash } = useLocation()
  const link = hash.slice(1)
  const { known } = useEntrance()
  const [entered, setEntered] = useState(false)
  const [closed, setClosed] = useState<Problem>()
  const [looked, again] = useInvitation(link)
  const home = known.state === 'known' ? homeOf(known.me.viewer.roles) : undefined
  if (entered && home) return <Navigate to={home} replace />
  const problem = closed ?? (looked.state === 'closed' ? looked.problem : undefined)
  return (
    <div className={styles.page}>
      {problem ? <Dead problem={problem} first={pathname === '/begin'} onRetry={() => { setClosed(undefined); again() }} />
        : looked.state === 'open' ? <Open to={looked.to} link={link} onEntered={() => setEntered(true)} onClosed={setClosed} />
        : <Waiting as="form" count={3}>{t('invited.looking')}</Waiting>}
    </div>
  )
}

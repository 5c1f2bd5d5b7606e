import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Button, ButtonLink } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { homeOf } from './home.ts'
import { Scene } from './Logo.tsx'
import { useEntrance } from './session.tsx'
import styles from './TroublePages.module.css'

interface Props {
  icon: IconName
  title: string
  /** What happened, and what is kept. */
  why: ReactNode
  /** What to do. */
  todo: ReactNode
  /** For the one who reports it. */
  detail?: ReactNode
  children?: ReactNode
}

/** A page that cannot be shown says what happened, what is kept, what to do. */
export function Trouble({ icon, title, why, todo, detail, children }: Props) {
  const { t } = useTranslation('kit')
  return (
    <div className={`${styles.page} wrap`}>
      <title>{`${title} · ${t('product')}`}</title>
      <div className={styles.words}>
        <Icon name={icon} className={styles.icon} />
        <h1>{title}</h1>
        <p>{why}</p>
        <p>{todo}</p>
        <div className={styles.actions}>{children}</div>
        {detail && <p className={`${styles.detail} second`}>{detail}</p>}
      </div>
      <Scene className={styles.scene} />
    </div>
  )
}

/** The way home, wherever that is for whoever is here. */
function Home({ kind }: { kind?: 'primary' }) {
  const { t } = useTranslation('kit')
  const { known } = useEntrance()
  const home = known.state === 'known' ? homeOf(known.me.viewer.roles) : undefined
  return <ButtonLink to={home ?? '/'} kind={kind}>{t('home')}</ButtonLink>
}

export function NotFound() {
  const { t } = useTranslation('kit')
  return <Trouble icon="search" title={t('trouble.notFound.title')} why={t('trouble.notFound.why')} todo={t('trouble.notFound.todo')}><Home kind="primary" /></Trouble>
}

interface ForbiddenProps {
  /** The missing right, in words. */
  right?: string | undefined
  /** Who can give it. */
  who?: string | undefined
}

export function Forbidden({ right, who }: ForbiddenProps) {
  const { t } = useTranslation('kit')
  return (
    <Trouble
      icon="user" title={t('trouble.forbidden.title')} why={right ? t('trouble.forbidden.why', { right }) : t('trouble.forbidden.whyUnnamed')}
      todo={t('trouble.forbidden.todo', { who: who ?? t('trouble.forbidden.admin') })}
    >
      <Home kind="primary" />
    </Trouble>
  )
}

/** A link that somebody of another side gave one: it explains, and leads on to the same thing here. */
export function Moved({ to }: { to: string }) {
  const { t } = useTranslation('kit')
  return (
    <Trouble icon="swap" title={t('trouble.moved.title')} why={t('trouble.moved.why')} todo={t('trouble.moved.todo')}>
      <ButtonLink to={to} kind="primary">{t('trouble.moved.go')}</ButtonLink>
    </Trouble>
  )
}

const online = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export const useOnline = () => useSyncExternalStore(online, () => navigator.onLine)

/** No network, or a service that does not answer: which of the two, and that nothing is lost. */
export function Offline({ onRetry }: { onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation('kit')
  const which = useOnline() ? 'unreachable' : 'offline'
  return (
    <Trouble icon="unplugged" title={t(`trouble.${which}.title`)} why={t(`trouble.${which}.why`)} todo={t(`trouble.${which}.todo`)}>
      <Button kind="primary" onClick={onRetry ?? (() => location.reload())}>{t('retry')}</Button>
    </Trouble>
  )
}

export function Broken({ error, onRetry }: { error: unknown, onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation('kit')
  const said = error instanceof Error ? error.message : String(error)
  return (
    <Trouble
      icon="late" title={t('trouble.broken.title')} why={t('trouble.broken.why')} todo={t('trouble.broken.todo')}
      detail={<>{t('trouble.broken.detail')}：<code>{said.slice(0, 160)}</code></>}
    >
      <Button kind="primary" onClick={onRetry ?? (() => location.reload())}>{t('retry')}</Button>
      <ButtonLink to="/">{t('home')}</ButtonLink>
    </Trouble>
  )
}

/** A part of a release that is no longer served: the page is older than the server. */
const isOldRelease = (error: unknown) =>
  error instanceof Error && /dynamically imported module|importing a module script|preload/i.test(error.message)

function OldRelease() {
  const { t } = useTranslation('kit')
  return (
    <Trouble icon="turn" title={t('trouble.old.title')} why={t('trouble.old.why')} todo={t('trouble.old.todo')}>
      <Button kind="primary" onClick={() => location.reload()}>{t('trouble.old.reload')}</Button>
    </Trouble>
  )
}

/** Which page a failed route shows. */
export function RouteTrouble() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  if (isRouteErrorResponse(error) && error.status === 403) return <Forbidden />
  if (isOldRelease(error)) return navigator.onLine ? <OldRelease /> : <Offline />
  return <Broken error={error} />
}

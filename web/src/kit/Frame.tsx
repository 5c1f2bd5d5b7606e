import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Flash } from './Flash.tsx'
import styles from './Frame.module.css'
import { switchLanguage, useLanguage } from './i18n.ts'
import { Icon } from './Icon.tsx'
import { useKeys } from './keys.ts'
import { Logo } from './Logo.tsx'
import { useMode, wearMode } from './mode.ts'
import { hereOf, type Place } from './places.ts'

export function SkipLink() {
  const { t } = useTranslation('kit')
  return <a className={styles.skip} href="#main">{t('skip')}</a>
}

export function Brand({ to, className }: { to: string, className?: string | undefined }) {
  const { t } = useTranslation('kit')
  return <Link className={`${styles.brand} ${className ?? ''}`} to={to}><Logo className={styles.logo} /><span>{t('product')}</span></Link>
}

/** The page's content; takes the focus when one has gone to another page, so that reading begins there. */
export function Main({ className, children }: { className?: string | undefined, children: ReactNode }) {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const [first] = useState(pathname)
  const moved = useRef(false)
  useEffect(() => {
    if (pathname !== first) moved.current = true
    if (moved.current) main.current?.focus({ preventScroll: true })
  }, [pathname, first])
  return <main id="main" ref={main} tabIndex={-1} className={`${styles.main} ${className ?? ''}`}>{children}</main>
}

interface PlacesProps {
  places: readonly Place[]
  label?: string | undefined
  /** Seen above them. */
  title?: string | undefined
  /** All places among which one is at one, when they stand in several lists. */
  among?: readonly Place[] | undefined
  className?: string | undefined
}

export function Places({ places, label, title, among = places, className }: PlacesProps) {
  const { t } = useTranslation('kit')
  const here = hereOf(among, useLocation())
  const nav = useRef<HTMLElement>(null)
  const counted = among.filter(({ count }) => count !== undefined).length
  // On a phone the places stand in one row: where one is shall be seen, also when the counts have made the others wider.
  useEffect(() => { nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }) }, [here, counted])
  return (
    <nav ref={nav} className={className} aria-label={label ?? t('nav')}>
      {title && <h2>{title}</h2>}
      {places.map(({ to, label: says, icon, count, late }) => (
        <Link key={to} to={to} aria-current={to === here ? 'page' : undefined} data-late={late || undefined}>
          {icon && <Icon name={icon} />}
          <span>{says}</span>
          {count !== undefined && <b><Flash value={count} /></b>}
        </Link>
      ))}
    </nav>
  )
}

interface SearchProps {
  hint: string
  onSearch: (text: string) => void
  className?: string | undefined
  value?: string | undefined
}

/** Narrows the list below it. */
export function SearchBox({ hint, onSearch, className, value = '' }: SearchProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <form
      className={`${styles.search} ${className ?? ''}`} role="search"
      onSubmit={event => {
        event.preventDefault()
        onSearch(input.current?.value.trim() ?? '')
      }}
    >
      <Icon name="search" />
      <label className="unseen" htmlFor={id}>{hint}</label>
      <input
        id={id} ref={input} key={value} type="search" name="q" defaultValue={value} placeholder={hint} enterKeyHint="search" autoComplete="off"
        onKeyDown={event => { if (event.key === 'Escape') event.currentTarget.blur() }}
      />
    </form>
  )
}

interface BellProps {
  unread: number
  open: boolean
  /** The id of what it opens. */
  controls: string
  onPress: () => void
}

export function BellButton({ unread, open, controls, onPress }: BellProps) {
  const { t } = useTranslation('kit')
  return (
    <button
      type="button" className={styles.bell} aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.none')} aria-expanded={open}
      aria-controls={controls} onClick={onPress}
    >
      <Icon name="bell" />
      {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
    </button>
  )
}

/** Opens the search over everything; looks like a field, since one types right after it. */
export function SearchButton({ hint, onOpen, className }: { hint: string, onOpen: () => void, className?: string | undefined }) {
  const { t } = useTranslation('kit')
  useKeys(t('keys.everywhere'), [{ key: '/', label: t('keys.search'), run: onOpen }])
  return (
    <div className={`${styles.search} ${className ?? ''}`} role="search">
      <Icon name="search" />
      <button type="button" className={styles.opener} aria-label={`${t('search')}：${hint}`} aria-haspopup="dialog" onClick={onOpen}>{hint}</button>
      <kbd aria-hidden="true">/</kbd>
    </div>
  )
}

export function LanguageSwitch() {
  const language = useLanguage()
  const { t } = useTranslation('kit')
  return (
    <div className={styles.choice} role="group" aria-label={t('identity.language')}>
      <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} onClick={() => void switchLanguage('zh')}>中文</button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => void switchLanguage('en')}>EN</button>
    </div>
  )
}

export function ModeSwitch() {
  const mode = useMode()
  const { t } = useTranslation('kit')
  return (
    <div className={styles.choice} role="group" aria-label={t('identity.look')}>
      <button type="button" aria-pressed={mode === 'light'} onClick={() => wearMode('light')}><Icon name="sun" small />{t('identity.light')}</button>
      <button type="button" aria-pressed={mode === 'dark'} onClick={() => wearMode('dark')}><Icon name="moon" small />{t('identity.dark')}</button>
    </div>
  )
}

import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LanguageSwitch, ModeSwitch } from './Frame.tsx'
import { Icon } from './Icon.tsx'
import styles from './IdentityMenu.module.css'

interface Hat {
  id: string
  label: string
  detail?: string | undefined
  worn: boolean
}

export interface Identity {
  name: string
  /** The post of an official, the office. */
  post?: string | undefined
  /** For whom one acts. */
  acting?: string | undefined
  /** As what one acts for them. */
  capacity?: string | undefined
  hats?: readonly Hat[] | undefined
  onHat?: ((id: string) => void) | undefined
  /** The page of the own account. */
  account?: { to: string; label: string } | undefined
  onSignOut: () => void
}

/** Who one is, for whom one acts, other hats, language, look, the way out. */
export function IdentityMenu({ identity }: { identity: Identity }) {
  const { t } = useTranslation('kit')
  const { name, post, acting, capacity, hats = [], onHat, account, onSignOut } = identity
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()

  useEffect(() => {
    if (!open) return
    const beside = (event: PointerEvent) => { if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false) }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', beside)
    document.addEventListener('keydown', escape, true)
    return () => {
      document.removeEventListener('pointerdown', beside)
      document.removeEventListener('keydown', escape, true)
    }
  }, [open])

  return (
    <div className={`${styles.box} ${acting ? styles.acting : ''} unprinted`} ref={box}>
      <button
        ref={button} type="button" className={styles.button} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}
      >
        {acting
          ? <span className={styles.two}><strong>{acting}</strong><span>{capacity ?? t('identity.handler')} {name}</span></span>
          : <><Icon name="user" /><span className={styles.one}>{name}{post && <small>{post}</small>}</span></>}
        <span className="unseen">{t('identity.open')}</span>
        <Icon name="down" small />
      </button>
      {open && (
        <div id={panel} className={styles.panel}>
          <div className={styles.me}><strong>{name}</strong>{post && <span className="second">{post}</span>}</div>
          {hats.length > 1 && (
            <section>
              <h3>{t('identity.switchTo')}</h3>
              <ul>
                {hats.map(({ id, label, detail, worn }) => (
                  <li key={id}>
                    <button type="button" className={styles.hat} aria-current={worn || undefined} onClick={() => { setOpen(false); if (!worn) onHat?.(id) }}>
                      <span>{label}{detail && <small>{detail}</small>}</span>
                      {worn && <><Icon name="tick" small /><span className="unseen">{t('identity.current')}</span></>}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <div className={styles.set}><span>{t('identity.language')}</span><LanguageSwitch /></div>
          <div className={styles.set}><span>{t('identity.look')}</span><ModeSwitch /></div>
          {account && <Link to={account.to} className={styles.leave} onClick={() => setOpen(false)}><Icon name="user" small />{account.label}</Link>}
          <button type="button" className={styles.leave} onClick={onSignOut}><Icon name="leave" small />{t('identity.signOut')}</button>
        </div>
      )}
    </div>
  )
}

import { me, Problematic, signIn } from '@qinqing/api/client'
import { Input } from 'antd'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { Ground } from '../../kit/Ground.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useKeys } from '../../kit/keys.ts'
import { useSession } from '../../kit/session.tsx'
import type { Density } from '../../kit/theme.ts'
import styles from './Door.module.css'

/** The same person comes in again, at the same place; whoever else comes in begins anew. */
function useAgain() {
  const language = useLanguage()
  const { person, again } = useSession()
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string>()
  const enter = async (password: string) => {
    setBusy(true)
    setWhy(undefined)
    try {
      await signIn(person.username, password)
      if ((await me())?.person.id !== person.id) return location.reload()
      await again()
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setWhy(error.problem.detail[language])
    } finally {
      setBusy(false)
    }
  }
  return { busy, why, enter }
}

/** Above everything, also above an open dialog; afterwards one goes on where one was. */
function useCover() {
  const cover = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const box = cover.current
    box?.showModal()
    box?.querySelector<HTMLElement>('input[type=password]')?.focus()
    return () => {
      box?.close()
      // The page is seen again with the next frame, and only then takes the focus.
      requestAnimationFrame(() => { if (before instanceof HTMLElement) before.focus({ preventScroll: true }) })
    }
  }, [])
  return cover
}

/** The session has ended while somebody was in the middle of something: one signs in here, and nothing is lost. */
export function SignInAgain() {
  // As dense as the page below, which is to stay as it was.
  const [density] = useState<Density>(() => (document.documentElement.dataset['density'] === 'desk' ? 'desk' : 'portal'))
  return <Ground density={density}><Cover /></Ground>
}

function Cover() {
  const { t } = useTranslation('identity')
  const { person } = useSession()
  const { busy, why, enter } = useAgain()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const cover = useCover()
  // The keys of the page below rest: nothing is decided behind a cover.
  useKeys('', [], true)
  const heading = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password && !busy) void enter(password)
  }
  const elsewhere = `/sign-in?to=${encodeURIComponent(location.pathname + location.search + location.hash)}`
  return (
    <dialog ref={cover} className={styles.cover} aria-labelledby={heading} onCancel={event => event.preventDefault()}>
      <div className={styles.box}>
        <h1 id={heading}>{t('again.title')}</h1>
        <p className="second">{t('again.kept')}</p>
        <form onSubmit={submit} noValidate>
          <input type="text" className="unseen" tabIndex={-1} readOnly aria-hidden="true" autoComplete="username" value={person.username} />
          <FormRow label={t('again.password', { name: person.name })} fault={why ?? (tried && !password ? t('again.noPassword') : undefined)}>
            {field => (
              <Input.Password
                {...field} size="large" autoComplete="current-password" maxLength={200} value={password} onChange={event => setPassword(event.target.value)}
                status={field['aria-invalid'] ? 'error' : ''}
              />
            )}
          </FormRow>
          <Button kind="primary" wide type="submit" busy={busy}>{t('again.enter')}</Button>
          {/* A whole new page: somebody else must find nothing of this one. */}
          <p className="second"><a href={elsewhere}>{t('again.other')}</a></p>
        </form>
      </div>
    </dialog>
  )
}

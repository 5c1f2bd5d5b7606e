import { me, Problematic, signIn } from '@qinqing/api/client'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useLive } from '../../kit/live.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { Surface } from '../../kit/Section.tsx'
import { useSession } from '../../kit/session.tsx'
import boxes from './boxes.module.css'
import styles from './form.module.css'

/** The same person comes in again, at the same place; whoever else comes in begins anew. */
function useSignInAgain(onDone: () => void) {
  const live = useLive()
  const language = useLanguage()
  const { person } = useSession()
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string>()
  const enter = async (password: string) => {
    setBusy(true)
    setWhy(undefined)
    try {
      await signIn(person.username, password)
      if ((await me())?.person.id !== person.id) return location.reload()
      live.start()
      onDone()
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setWhy(error.problem.detail[language])
    } finally {
      setBusy(false)
    }
  }
  return { busy, why, enter }
}

function Entry({ onDone }: { onDone: () => void }) {
  const { person } = useSession()
  const { t } = useTranslation('form')
  const { pathname, search, hash } = useLocation()
  const { busy, why, enter } = useSignInAgain(onDone)
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password) void enter(password)
  }
  return (
    <form className={styles.signin} onSubmit={submit}>
      <p>{t('again.kept')}</p>
      <input type="text" className="unseen" tabIndex={-1} readOnly aria-hidden="true" autoComplete="username" value={person.username} />
      <FormRow label={t('again.password', { name: person.name })}>
        {tied => (
          <span className={boxes.box}>
            <input {...tied} type="password" autoComplete="current-password" value={password} onChange={event => setPassword(event.target.value)} />
          </span>
        )}
      </FormRow>
      {why && <FieldFault>{why}</FieldFault>}
      <Button kind="primary" type="submit" busy={busy} wide>{t('again.enter')}</Button>
      <p className="second"><Link to={`/sign-in?to=${encodeURIComponent(pathname + search + hash)}`}>{t('again.other')}</Link></p>
    </form>
  )
}

/** The session has ended while one was typing: one signs in here, and nothing is lost. */
export function SignInAgain({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('form')
  return <Dialog title={t('again.title')} onClose={onClose}><Entry onDone={onDone} /></Dialog>
}

/** The same in place of the page, when nothing may be shown any longer. */
export function Ended() {
  const { t } = useTranslation('form')
  return (
    <div className={`wrap ${styles.ended}`}>
      <PageTitle tab={t('again.title')}>{t('again.title')}</PageTitle>
      <Surface padded><Entry onDone={() => undefined} /></Surface>
    </div>
  )
}

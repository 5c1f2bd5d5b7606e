import { Problematic, signIn } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { Input, type InputRef } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { FieldFault, FormRow } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import styles from './SignIn.module.css'

/** Seconds until one may try again; counts down by itself. */
function useWait(): [left: number, wait: (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}

interface Props {
  /** Asks who is here now. */
  onDone: () => Promise<void>
}

/** User name and password; what is wrong stands where it is, and nothing typed is lost. */
export function SignInForm({ onDone }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [left, wait] = useWait()
  const nameBox = useRef<InputRef>(null)
  const passwordBox = useRef<InputRef>(null)
  // There is one thing to do on this page, so one begins to type at once.
  useEffect(() => nameBox.current?.focus(), [])

  const refused = (why: Problem) => {
    setProblem(why)
    if (typeof why.retryAfter === 'number') wait(why.retryAfter)
    passwordBox.current?.focus({ cursor: 'all' })
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return nameBox.current?.focus()
    if (!password) return passwordBox.current?.focus()
    if (busy || left > 0) return
    setBusy(true)
    setProblem(null)
    try {
      await signIn(name, password)
      await onDone()
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      refused(error.problem)
    } finally {
      setBusy(false)
    }
  }

  const waiting = left > 0
  const said = problem && !waiting && problem.status !== 429 ? problem.detail[language] : undefined
  return (
    <form className={styles.form} onSubmit={event => void send(event)} noValidate>
      <FormRow label={t('signIn.name')} fault={tried && !name.trim() ? t('signIn.noName') : undefined}>
        {field => (
          <Input
            {...field}
            ref={nameBox}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={80}
            name="username"
            value={name}
            onChange={event => setName(event.target.value)}
            status={field['aria-invalid'] ? 'error' : ''}
          />
        )}
      </FormRow>
      <FormRow label={t('signIn.password')} fault={tried && !password ? t('signIn.noPassword') : said}>
        {field => (
          <Input.Password
            {...field}
            ref={passwordBox}
            size="large"
            autoComplete="current-password"
            maxLength={200}
            name="password"
            value={password}
            onChange={event => setPassword(event.target.value)}
            status={field['aria-invalid'] ? 'error' : ''}
          />
        )}
      </FormRow>
      {waiting && (
        <div className={styles.wait}>
          <FieldFault>{t('signIn.wait', { seconds: left })}</FieldFault>
        </div>
      )}
      <div className={styles.act}>
        <Button kind="primary" wide type="submit" busy={busy} disabled={waiting}>
          {waiting ? t('signIn.waitShort', { seconds: left }) : t('signIn.act')}
        </Button>
      </div>
      <p className="second">{t('signIn.forgot')}</p>
    </form>
  )
}

import { acceptInvitation, type InvitedTo, Problematic } from '@qinqing/api/client'
import { personRefusals, username as usernameShape } from '@qinqing/domain/identity/person/contract'
import type { Problem } from '@qinqing/realtime/client'
import { Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { FieldFault, FormRow } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { useTime } from '../kit/Time.tsx'
import { newFault, NewPassword } from '../parts/door/PasswordFields.tsx'
import styles from './SignIn.module.css'

interface Props {
  to: InvitedTo
  link: string
  onDone: () => Promise<void>
  /** The link has been used, withdrawn or replaced meanwhile. */
  onClosed: (problem: Problem) => void
}

const empty = { bureau: '', office: '', officePhone: '', name: '', username: '', phone: '', password: '' }
type Key = keyof typeof empty
const ofOffice = ['bureau', 'office', 'officePhone'] as const

/** The parts that lack something, in the order of the form. */
function lacking(typed: typeof empty, founds: boolean): Key[] {
  const lacks: Record<Key, boolean> = {
    bureau: founds && typed.bureau.trim().length < 2, office: founds && typed.office.trim().length < 2, officePhone: founds && !/\d{3}/.test(typed.officePhone),
    name: !typed.name.trim(), username: !usernameShape.safeParse(typed.username).success, phone: false,
    password: newFault(typed.password, typed.username) !== undefined,
  }
  return (Object.keys(empty) as Key[]).filter(key => lacks[key])
}

function useAccepting({ to, link, onDone, onClosed }: Props) {
  const [typed, setTyped] = useState({ ...empty, name: to.invitee })
  /** How often it was sent although something was lacking. */
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const founds = to.kind === 'administrator'
  const lacks = lacking(typed, founds)
  const type = (key: Key, value: string) => {
    setTyped(before => ({ ...before, [key]: value }))
    if (key === 'username') setProblem(null)
  }
  const send = async () => {
    if (busy) return
    if (lacks.length) return setTries(count => count + 1)
    setBusy(true)
    setProblem(null)
    const { bureau, office, officePhone, phone, ...person } = typed
    try {
      await acceptInvitation(link, { ...person, ...phone.trim() ? { phone } : {}, ...founds ? { office: { bureau, name: office, phone: officePhone } } : {} })
      await onDone()
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      if (error.problem.code.startsWith('person/') && error.problem.code.includes('invitation')) return onClosed(error.problem)
      setProblem(error.problem)
    } finally {
      setBusy(false)
    }
  }
  return { typed, type, tries, busy, problem, founds, lacks, send }
}

/** One goes on at the first field that lacks something. */
function useFirstFault(asked: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => { if (asked) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus() }, [asked])
  return form
}

/** The first account of whoever was invited; the first administrator says of which office, too. */
export function InvitedForm(props: Props) {
  const { t } = useTranslation('identity')
  const language = useLanguage()
  const time = useTime()
  const { typed, type, tries, busy, problem, founds, lacks, send } = useAccepting(props)
  const taken = problem?.code === personRefusals.taken.code ? problem.detail[language] : undefined
  const tried = tries > 0
  const form = useFirstFault(problem ?? tries)
  const fault = (key: Key, says: string) => (tried && lacks.includes(key) ? says : undefined)
  const box = (key: Key, label: string, more: { fault?: ReactNode; help?: string; optional?: boolean; hint?: string; kind?: 'tel' }, complete = 'off') => (
    <FormRow label={label} fault={more.fault} help={more.help} optional={more.optional ?? false}>
      {field => (
        <Input
          {...field} size="large" value={typed[key]} maxLength={key === 'name' ? 80 : 60} autoComplete={complete} placeholder={more.hint}
          inputMode={more.kind ?? 'text'} {...key === 'username' ? { autoCapitalize: 'none', spellCheck: false } : {}}
          onChange={event => type(key, event.target.value)} status={field['aria-invalid'] ? 'error' : ''}
        />
      )}
    </FormRow>
  )
  return (
    <form ref={form} className={styles.fields} onSubmit={event => { event.preventDefault(); void send() }} noValidate>
      {founds && (
        <>
          <h2>{t('invited.ownOffice')}</h2>
          {ofOffice.map(key => (
            <div key={key}>{box(key, t(`invited.${key}`), { fault: fault(key, t(`invited.no.${key}`)), hint: t(`invited.hint.${key}`), ...key === 'officePhone' ? { kind: 'tel' as const } : {} })}</div>
          ))}
          <h2>{t('invited.yourself')}</h2>
        </>
      )}
      {box('name', t('name'), { fault: fault('name', t('noName')) }, 'name')}
      {box('username', t('username'), { fault: taken ?? fault('username', t('badUsername')), help: t('usernameHelp') }, 'username')}
      <NewPassword value={typed.password} onChange={value => type('password', value)} tried={tried} username={typed.username} />
      {box('phone', t('phone'), { optional: true, help: t('phoneHelp'), kind: 'tel' }, 'tel')}
      {problem && !taken && <FieldFault>{problem.detail[language]}</FieldFault>}
      <Button kind="primary" wide type="submit" busy={busy}>{t(founds ? 'invited.act.begin' : 'invited.act.accept')}</Button>
      <p className="second">{t('invited.until', { at: time.until(props.to.expiresAt) })}</p>
    </form>
  )
}

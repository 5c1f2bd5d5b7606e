import { newId } from '@qinqing/api/client'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { Membership } from '@qinqing/domain/identity/person/contract'
import { isCreditCode, normalCreditCode } from '@qinqing/domain/language/credit-code'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useDocument } from '../../kit/live.tsx'
import { EnterprisePicker } from '../../parts/EnterprisePicker.tsx'
import styles from './admin.module.css'
import { usualTerm } from './invitations.ts'
import { Invitee, Term } from './InviteFields.tsx'
import { newLink } from './one-time-link.ts'
import type { Sent } from './sent.ts'

const capacities = ['agent', 'legal'] as const
const origins = ['firmKnown', 'firmNew'] as const

/** Invites somebody for an enterprise; one that is not registered yet is registered first. */
export function InviteAgent({ onSent, onClose }: { onSent: (sent: Sent) => void; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const { t: admin } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const [id] = useState(newId)
  const [firmId] = useState(newId)
  const invitation = useAsk('invitation', id)
  const firm = useAsk('enterprise', firmId)
  const [invitee, setInvitee] = useState('')
  const [origin, setOrigin] = useState<(typeof origins)[number]>('firmKnown')
  const [chosen, choose] = useState<string | null>(null)
  const { document: enterprise } = useDocument<EnterpriseDocument>('enterprises', chosen)
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [capacity, setCapacity] = useState<Membership['capacity']>('agent')
  const [days, setDays] = useState<number>(usualTerm)
  const [tried, setTried] = useState(false)
  // Registered by an earlier press, whose invitation did not get through.
  const [registered, setRegistered] = useState(false)
  const creditCode = normalCreditCode(code)
  const isNew = origin === 'firmNew'
  const lacks = isNew ? { firm: false, name: name.trim().length < 2, code: !isCreditCode(creditCode) } : { firm: !enterprise, name: false, code: false }

  const invite = async () => {
    if (lacks.firm || lacks.name || lacks.code) return setTried(true)
    if (isNew && !registered) {
      if (!await firm.ask('RegisterEnterprise', { name: name.trim(), creditCode })) return
      setRegistered(true)
    }
    const { address, secretHash } = newLink(id)
    const data = { invitee: invitee.trim(), enterprise: isNew ? firmId : enterprise!.id, capacity, days, secretHash }
    if (await invitation.ask('InviteAgent', data)) onSent({ id, address, invitee: invitee.trim() })
  }
  const problem = firm.problem ?? invitation.problem
  return (
    <Dialog
      title={t('invite.agentTitle')} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={firm.busy !== null || invitation.busy !== null} onClick={() => void invite()}>{t('invite.act')}</Button>
        </>
      )}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void invite() }} noValidate>
        <Invitee value={invitee} onChange={setInvitee} />
        <fieldset disabled={registered}>
          <legend className={styles.legend}>{t('invite.firm')}</legend>
          <div className={styles.checks}>
            {origins.map(one => (
              <label key={one}><input type="radio" name="origin" checked={origin === one} onChange={() => setOrigin(one)} /><span>{t(`invite.${one}`)}</span></label>
            ))}
          </div>
        </fieldset>
        {!isNew && (
          <FormRow label={admin('firm.which')} fault={tried && lacks.firm ? admin('firm.none') : undefined} help={enterprise && `${enterprise.name} · ${enterprise.creditCode}`}>
            {() => <EnterprisePicker without={[]} words={{ pick: admin('firm.pick'), none: admin('firm.notFound'), searching: admin('firm.searching') }} onPick={choose} />}
          </FormRow>
        )}
        {isNew && (
          <>
            <FormRow label={t('invite.firmName')} fault={tried && lacks.name ? t('invite.noFirmName') : undefined}>
              {field => <Input {...field} value={name} maxLength={80} disabled={registered} autoComplete="off" onChange={event => setName(event.target.value)} />}
            </FormRow>
            <FormRow label={t('invite.creditCode')} fault={tried && lacks.code ? t('invite.badCreditCode') : undefined}>
              {field => (
                <Input
                  {...field} value={code} maxLength={40} disabled={registered} autoComplete="off" autoCapitalize="characters" spellCheck={false}
                  onChange={event => setCode(event.target.value)}
                />
              )}
            </FormRow>
          </>
        )}
        <fieldset>
          <legend className={styles.legend}>{admin('firm.as')}</legend>
          <div className={styles.checks}>
            {capacities.map(one => (
              <label key={one}>
                <input type="radio" name="capacity" checked={capacity === one} onChange={() => setCapacity(one)} />
                <span>{admin(`firm.capacity.${one}`)}<small>{admin(`firm.capacityIs.${one}`)}</small></span>
              </label>
            ))}
          </div>
        </fieldset>
        <Term value={days} onChange={setDays} />
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}

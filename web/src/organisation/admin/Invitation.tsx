import type { InvitationDocument } from '@qinqing/domain/identity/invitation/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Confirm } from '../../kit/Dialog.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useTime } from '../../kit/Time.tsx'
import { adminAddress } from './address.ts'
import styles from './admin.module.css'
import { fateOf, usualTerm } from './invitations.ts'
import { newLink } from './one-time-link.ts'
import type { Sent } from './sent.ts'

/** What an invitation is to, in one line. */
function useTo({ kind, placeName, title, capacity }: InvitationDocument): string {
  const { t } = useTranslation('identity')
  if (kind === 'administrator') return t('invitations.administrator')
  return kind === 'official' ? t('invitations.toOffice', { place: placeName, title }) : t('invitations.toFirm', { place: placeName, capacity: t(`capacity.${capacity ?? 'agent'}`) })
}

/** When it was sent, and what became of it. */
function useSaid(invitation: InvitationDocument): string {
  const { t } = useTranslation('identity')
  const time = useTime()
  const fate = fateOf(invitation, time.now)
  const { by, sentAt, expiresAt, closedAt } = invitation
  if (fate === 'accepted' || fate === 'revoked') return t(`invitations.${fate}`, { at: closedAt ? time.moment(closedAt) : '' })
  return t(`invitations.${fate}`, { by, at: time.moment(sentAt), until: time.moment(expiresAt) })
}

/** One invitation; one that waits gets another link, or is withdrawn. */
export function Invitation({ invitation, onSent }: { invitation: InvitationDocument; onSent: (sent: Sent) => void }) {
  const { t } = useTranslation('identity')
  const language = useLanguage()
  const { ask, busy, problem } = useAsk('invitation', invitation.id)
  const [asking, setAsking] = useState<'renew' | 'revoke'>()
  const { id, status, invitee, person } = invitation
  const to = useTo(invitation)
  const said = useSaid(invitation)
  const name = invitee || to
  const renew = async () => {
    const { address, secretHash } = newLink(id)
    if (!await ask('RenewInvitation', { secretHash, days: usualTerm })) return
    setAsking(undefined)
    onSent({ id, address, invitee })
  }
  return (
    <li className={styles.row}>
      <div><strong>{invitee || <span className="second">{t('invitations.unnamed')}</span>}　{to}</strong><p>{said}</p></div>
      {status === 'open' && invitation.kind !== 'administrator' && (
        <div className={styles.acts}>
          <Button small aria-label={t('invitations.renewOf', { name })} onClick={() => setAsking('renew')}>{t('invitations.renew')}</Button>
          <Button small kind="danger" aria-label={t('invitations.revokeOf', { name })} onClick={() => setAsking('revoke')}>{t('invitations.revoke')}</Button>
        </div>
      )}
      {person && <ButtonLink small to={adminAddress({ person })}>{t('invitations.person')}</ButtonLink>}
      {asking === 'renew' && (
        <Confirm
          title={t('invitations.renewTitle', { name })} act={t('invitations.renew')} busy={busy !== null} onClose={() => setAsking(undefined)}
          consequences={[t('invitations.renewOld'), t('invitations.renewNew', { days: usualTerm })]} onAct={() => void renew()}
        >
          {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        </Confirm>
      )}
      {asking === 'revoke' && (
        <Confirm
          title={t('invitations.revokeTitle', { name })} act={t('invitations.revoke')} kind="danger" busy={busy !== null} onClose={() => setAsking(undefined)}
          consequences={[t('invitations.revokeThen')]} onAct={() => void ask('RevokeInvitation', {}).then(done => done && setAsking(undefined))}
        >
          {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        </Confirm>
      )}
    </li>
  )
}

import { newId } from '@qinqing/api/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import styles from './admin.module.css'
import { usualTerm } from './invitations.ts'
import { Invitee, Term } from './InviteFields.tsx'
import { newLink } from './one-time-link.ts'
import { noPost, PostFields, postOf } from './PostFields.tsx'
import type { Sent } from './sent.ts'

/** Invites somebody to a post in an office. */
export function InviteOfficial({ onSent, onClose }: { onSent: (sent: Sent) => void; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const [id] = useState(newId)
  const { ask, busy, problem } = useAsk('invitation', id)
  const [invitee, setInvitee] = useState('')
  const [typed, setTyped] = useState(noPost)
  const [days, setDays] = useState<number>(usualTerm)
  const [tried, setTried] = useState(false)

  const invite = async () => {
    const post = postOf(typed)
    if (!post) return setTried(true)
    const { address, secretHash } = newLink(id)
    if (await ask('InviteOfficial', { ...post, invitee: invitee.trim(), days, secretHash })) onSent({ id, address, invitee: invitee.trim() })
  }
  return (
    <Dialog
      title={t('invite.officialTitle')} onClose={onClose}
      foot={<><Button onClick={onClose}>{kit('cancel')}</Button><Button kind="primary" busy={busy !== null} onClick={() => void invite()}>{t('invite.act')}</Button></>}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void invite() }} noValidate>
        <Invitee value={invitee} onChange={setInvitee} />
        <PostFields typed={typed} onChange={setTyped} tried={tried} />
        <Term value={days} onChange={setDays} />
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}

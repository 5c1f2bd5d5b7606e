import type { InvitationDocument } from '@qinqing/domain/identity/invitation/contract'
import { type ReactNode, useCallback, useState } from 'react'
import { useDocument } from '../../kit/live.tsx'
import { InviteAgent } from './InviteAgent.tsx'
import { InviteOfficial } from './InviteOfficial.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import type { Sent } from './sent.ts'

export type Inviting = 'official' | 'agent'

/** Shows the link as soon as the list has the invitation, too. */
function SentDialog({ sent: { id, address, invitee }, onClose }: { sent: Sent; onClose: () => void }) {
  const { document } = useDocument<InvitationDocument>('invitations', id)
  return document && <LinkDialog address={address} invitee={invitee} expiresAt={document.expiresAt} onClose={onClose} />
}

/** Inviting from anywhere in the administration: the form, and then the link that is shown once. */
export function useInviting(): { invite: (what: Inviting) => void; sent: (sent: Sent) => void; dialogs: ReactNode } {
  const [what, setWhat] = useState<Inviting>()
  const [shown, setShown] = useState<Sent>()
  const sent = useCallback((one: Sent) => {
    setWhat(undefined)
    setShown(one)
  }, [])
  const close = () => setWhat(undefined)
  const dialogs = (
    <>
      {what === 'official' && <InviteOfficial onSent={sent} onClose={close} />}
      {what === 'agent' && <InviteAgent onSent={sent} onClose={close} />}
      {shown && <SentDialog sent={shown} onClose={() => setShown(undefined)} />}
    </>
  )
  return { invite: setWhat, sent, dialogs }
}

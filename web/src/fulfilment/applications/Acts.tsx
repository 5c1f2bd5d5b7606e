import { type ApplicationDocument, applicationMoves } from '@qinqing/domain/fulfilment/application/contract'
import { localDate } from '@qinqing/domain/language/calendar'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { useNow } from '../../kit/now.ts'
import styles from './Case.module.css'
import { DiscardDialog } from './DiscardDialog.tsx'
import { Refusal } from './Refusal.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** The ways out of an application, as long as there are any; each asks first. */
export function Acts({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const [asked, ask] = useState<'withdraw' | 'discard'>()
  const { ask: send, busy, problem } = useAsk('application', application.id)
  const now = useNow()
  const moves = applicationMoves[application.status]
  const late = application.promise !== null && application.promise.dueAt < now
  const urged = application.timeline.some(({ type, at }) => type === 'CaseUrged' && localDate(at) === localDate(now))
  const close = () => ask(undefined)
  return (
    <>
      {moves.includes('UrgeCase') && late && (
        <p className={styles.leave}>
          {urged ? t('case.urged') : <Button small busy={busy !== null} onClick={() => void send('UrgeCase', {})}>{t('case.urge')}</Button>}
        </p>
      )}
      <Refusal problem={problem} />
      <p className={styles.leave}>
        {moves.includes('DiscardDraft') && <Button kind="danger" small onClick={() => ask('discard')}>{t('case.discard')}</Button>}
        {moves.includes('WithdrawApplication') && <Button kind="danger" small onClick={() => ask('withdraw')}>{t('case.withdraw')}</Button>}
      </p>
      {/* The question stays, with what is written, when somebody decides meanwhile. */}
      {asked === 'withdraw' && <WithdrawDialog application={application} onClose={close} />}
      {asked === 'discard' && <DiscardDialog application={application} onClose={close} />}
    </>
  )
}

import { type ApplicationDocument, applicationMoves } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import styles from './Case.module.css'
import { DiscardDialog } from './DiscardDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** The ways out of an application, as long as there are any; each asks first. */
export function Acts({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const [asked, ask] = useState<'withdraw' | 'discard'>()
  const moves = applicationMoves[application.status]
  const close = () => ask(undefined)
  return (
    <>
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

import { type ApplicationDocument, applicationMoves } from '@qinqing/domain/fulfilment/application/contract'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FormRow } from '../../kit/FormRow.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './Case.module.css'
import { Refusal } from './Refusal.tsx'

const most = 300

/** Asks once before a case is withdrawn: what follows from it, and why one does it. */
export function WithdrawDialog({ application, onClose }: { application: ApplicationDocument; onClose: () => void }) {
  const { t } = useTranslation('portal')
  const { t: kit } = useTranslation('kit')
  const time = useTime()
  const { id, itemTitle, officeName, number, revision, status } = application
  // One decides on what stood there when the question was asked; told of a change, one decides on that.
  const [basis, setBasis] = useState(revision)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`withdraw.${id}`)
  const { ask, busy, problem } = useAsk('application', id)
  const reason = draft.fields['reason'] ?? ''
  const short = reason.trim().length < 2
  const may = applicationMoves[status].includes('WithdrawApplication')

  const send = async () => {
    setTried(true)
    if (short) return
    if (!(await ask('WithdrawApplication', { reason: reason.trim() }, { basis }))) return setBasis(revision)
    await draft.discard()
    onClose()
  }
  return (
    <Dialog
      title={t('case.withdrawing.title', { item: itemTitle })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="danger" busy={busy !== null} disabled={!may && problem !== null} onClick={() => void send()}>
            {t('case.withdraw')}
          </Button>
        </>
      }
    >
      <ul className={styles.consequences}>
        <li>{t('case.withdrawing.told', { office: officeName })}</li>
        {number && <li>{t('case.withdrawing.number', { number })}</li>}
        <li>{t('case.withdrawing.again')}</li>
      </ul>
      <FormRow
        label={t('case.withdrawing.reason')}
        letters={{ used: reason.length, most }}
        fault={tried && short ? t('case.withdrawing.short') : undefined}
        help={draft.savedAt && t('case.withdrawing.saved', { at: time.clock(draft.savedAt) })}
      >
        {field => (
          <Input.TextArea
            {...field}
            maxLength={most}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('case.withdrawing.hint')}
            value={reason}
            disabled={!draft.ready}
            onChange={event => draft.write('reason', event.target.value)}
            onBlur={draft.keep}
          />
        )}
      </FormRow>
      <Refusal problem={problem} />
    </Dialog>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useAsk } from '../../kit/ask.ts'
import { Confirm } from '../../kit/Dialog.tsx'
import { Refusal } from './Refusal.tsx'

/** Asks once before a draft is given up. */
export function DiscardDialog({
  application: { id, itemTitle, answers, revision },
  onClose,
}: {
  application: ApplicationDocument
  onClose: () => void
}) {
  const { t } = useTranslation('portal')
  const go = useNavigate()
  const { ask, busy, problem } = useAsk('application', id)
  const discard = async () => {
    if (await ask('DiscardDraft', {}, { basis: revision })) await go('/applications', { replace: true })
  }
  return (
    <Confirm
      title={t('case.discarding.title', { item: itemTitle })}
      act={t('case.discard')}
      kind="danger"
      busy={busy !== null}
      onAct={() => void discard()}
      onClose={onClose}
      consequences={[
        t('case.discarding.gone', { count: Object.keys(answers).length }),
        t('case.discarding.nobody'),
        t('case.discarding.again'),
      ]}
    >
      <Refusal problem={problem} />
    </Confirm>
  )
}

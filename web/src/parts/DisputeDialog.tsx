import { sourceText } from '@qinqing/domain/language/bureaus'
import { localDate } from '@qinqing/domain/language/calendar'
import { type Fact, factValue } from '@qinqing/domain/language/fact'
import { predicate } from '@qinqing/domain/language/predicates'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../kit/ask.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { useDraft } from '../kit/draft.ts'
import { FieldFault, FormRow } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { SourceTag } from '../kit/SourceTag.tsx'
import styles from './DisputeDialog.module.css'

interface Props {
  /** Whose fact it is. */
  enterprise: string
  fact: Fact
  onClose: () => void
}

const most = 300

/** 信息有误?: says to the source and to reviewers what is not right; the fact itself stays until its source changes it. */
export function DisputeDialog({ enterprise, fact, onClose }: Props) {
  const { t } = useTranslation('portal')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const draft = useDraft(`dispute.${fact.predicate}`)
  const { ask, busy, problem } = useAsk('dossier', enterprise)
  const [short, setShort] = useState(false)
  const of = predicate(fact.predicate)
  const source = sourceText(fact.source, language)
  const note = draft.fields['note'] ?? ''

  const send = async () => {
    if (note.trim().length < 2) return setShort(true)
    if (!(await ask('DisputeFact', { predicate: fact.predicate, note: note.trim() }))) return
    await draft.discard()
    onClose()
  }
  return (
    <Dialog
      title={t('dispute.title', { label: of?.label[language] ?? '' })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void send()}>
            {t('dispute.act', { source })}
          </Button>
        </>
      }
    >
      <p className={styles.now}>
        {t('dispute.now')} <strong>{of ? factValue(of, fact.value, language) : ''}</strong>{' '}
        <SourceTag source={source} at={localDate(fact.receivedAt)} />
      </p>
      <FormRow
        label={t('dispute.note')}
        letters={{ used: note.length, most }}
        fault={short && note.trim().length < 2 ? t('dispute.short') : undefined}
        help={
          <>
            {t('dispute.then', { source })}
            <br />
            {t('dispute.kept')}
          </>
        }
      >
        {field => (
          <Input.TextArea
            {...field}
            maxLength={most}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t('dispute.hint')}
            value={note}
            onChange={event => draft.write('note', event.target.value)}
            onBlur={draft.keep}
          />
        )}
      </FormRow>
      {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
    </Dialog>
  )
}

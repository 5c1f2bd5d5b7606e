import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { Tag } from '../../kit/Tag.tsx'
import styles from './case.module.css'
import { groundsOf } from './judged.ts'
import { toldOf } from './told.ts'
import type { CaseDialog } from './useCase.ts'

const least = 5

/** A refusal names the clause that it rests on, and says why in words that the enterprise reads. */
export function RefuseDialog({ application, acts, draft, off, onClose }: CaseDialog) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const name = useId()
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const grounds = groundsOf(application)
  const free = grounds.length === 0
  const cited = { ref: (draft.fields['refuse.ref'] ?? '').trim(), text: (draft.fields['refuse.text'] ?? '').trim() }
  const named = free ? cited.ref.length >= 4 : draft.fields['refuse.clause'] !== undefined
  const clause = grounds.find(({ ref }) => ref === draft.fields['refuse.clause'])?.ref
  const reason = draft.fields['refuse.reason'] ?? ''
  const { busy, problem } = acts.asked

  const send = async () => {
    setTried(true)
    if (!(free ? named : clause) || reason.trim().length < least || off) return
    setSent(true)
    if (!await acts.act('RefuseApplication', { clause: clause ?? '', reason: reason.trim(), ...(free ? { cited } : {}) })) return
    await draft.discard()
    onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>{kit('cancel')}</Button>
      <Button kind="danger" busy={busy === 'RefuseApplication'} disabled={off !== undefined} onClick={() => void send()}>
        {t('refuse')}
      </Button>
    </>
  )
  return (
    <Dialog
      wide title={t('refusal.title', { who: application.enterpriseName })} onClose={onClose}
      foot={foot}
    >
      {off && <ProblemNotice what={off} kept={t('refusal.kept')} urgent />}
      {!off && sent && problem && <ProblemNotice tone="bad" what={problem.detail[language]} kept={t('refusal.kept')} urgent />}
      {free && (
        <FormRow label={review('cite.title')} help={review('cite.help')} fault={tried && !named ? review('cite.none') : undefined}>
          {field => (
            <Input
              {...field} value={draft.fields['refuse.ref'] ?? ''} maxLength={60} placeholder={review('cite.hint')} status={tried && !named ? 'error' : ''}
              onChange={({ target }) => draft.write('refuse.ref', target.value)} onBlur={draft.keep}
            />
          )}
        </FormRow>
      )}
      {free && (
        <FormRow label={review('cite.text')} optional>
          {field => (
            <Input.TextArea
              {...field} value={draft.fields['refuse.text'] ?? ''} maxLength={1000} autoSize={{ minRows: 1, maxRows: 4 }}
              onChange={({ target }) => draft.write('refuse.text', target.value)} onBlur={draft.keep}
            />
          )}
        </FormRow>
      )}
      {!free && <fieldset className={styles.grounds}>
        <legend>{t('refusal.clause')}</legend>
        {grounds.map(({ ref, text, against }) => (
          <label key={ref}>
            <input type="radio" name={name} checked={clause === ref} onChange={() => draft.write('refuse.clause', ref)} />
            <span><b>{ref}</b> {text} {against && <Tag tone="warn" icon={against}>{t(`refusal.${against}`)}</Tag>}</span>
          </label>
        ))}
        {tried && !clause && <FieldFault>{t('refusal.noClause')}</FieldFault>}
      </fieldset>}
      <FormRow
        label={t('refusal.reason')} help={t('refusal.help')} fault={tried && reason.trim().length < least ? t('refusal.short') : undefined}
      >
        {field => (
          <Input.TextArea
            {...field} value={reason} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} placeholder={t('refusal.hint')}
            onChange={({ target }) => draft.write('refuse.reason', target.value)} onBlur={draft.keep}
          />
        )}
      </FormRow>
      <ul className={styles.consequences} aria-label={t('consequences')}>
        <li>{t('bar.refuse', { who: toldOf(application) })}</li>
        <li>{t('refusal.again')}</li>
        <li>{t('bar.final')}</li>
      </ul>
    </Dialog>
  )
}

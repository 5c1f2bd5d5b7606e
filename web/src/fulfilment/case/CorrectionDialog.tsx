import { newId } from '@qinqing/api/client'
import { addDays, localDate } from '@qinqing/domain/language/calendar'
import { Input, InputNumber } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'
import { CorrectionRow } from './CorrectionRow.tsx'
import { type Asking, fieldsToAsk, readAsking, suggestionsOf, usualDays } from './correcting.ts'
import { toldOf } from './told.ts'
import type { CaseDialog } from './useCase.ts'

/** Everything that is to be put right, collected once. */
export function CorrectionDialog({ application, acts, draft, off, onClose }: CaseDialog) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const time = useTime()
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const asking = readAsking(draft.fields['fix'])
  const fields = fieldsToAsk(application)
  const again = application.asked.length > 0
  const keep = (next: Asking) => draft.write('fix', JSON.stringify(next))
  const put = (id: string, change: Partial<Asking['items'][number]>) => keep({
    ...asking, items: asking.items.map(one => (one.id === id ? { ...one, ...change } : one)),
  })
  const add = (field: string | null, text: string) => keep({
    ...asking, items: [...asking.items, { id: newId().slice(0, 8), field, text }],
  })

  const setDays = (days: number | null) => keep({ ...asking, days: days ?? usualDays })
  const isAsked =
    (field: string | null, text: string) => asking.items.some(one => one.text === text || (field !== null && one.field === field))
  const suggestions = suggestionsOf(application, t, language).filter(({ field, text }) => !isAsked(field, text))
  // With nothing to suggest one begins with an empty line.
  const begin = useEffectEvent(() => { if (asking.items.length === 0 && suggestions.length === 0) add(
    again ? application.asked[0]?.field ?? null : null, '',
  ) })
  useEffect(() => begin(), [])
  const faultOf = ({ text }: Asking['items'][number]) => {
    if (text.trim().length < 2) return t('correction.noText')
    return undefined
  }
  // What was not asked the first time may be asked with a reason, and the head of the office hears of it.
  const late = asking.items.filter(({ field }) => again && !application.asked.some(one => field !== null && one.field === field))
  const reason = draft.fields['late'] ?? ''
  const unexplained = late.length > 0 && reason.trim().length < 5
  const fit = asking.items.length > 0 && asking.items.every(one => !faultOf(one)) && !unexplained
  const send = async () => {
    setTried(true)
    if (!fit || off) return
    setSent(true)
    const items = asking.items.map(({ id, field, text }) => ({ id, field, text: text.trim() }))
    if (!await acts.act('RequestCorrection', { items, days: asking.days, ...(late.length ? { late: reason.trim() } : {}) })) return
    draft.write('late', '')
    draft.write('fix', '')
    draft.keep()
    onClose()
  }
  const until = addDays(localDate(time.now), asking.days, 'working').date
  const { busy, problem } = acts.asked
  const foot = (
    <>
      <Button onClick={onClose}>{kit('cancel')}</Button>
      <Button kind="primary" busy={busy === 'RequestCorrection'} disabled={off !== undefined} onClick={() => void send()}>
        {t('correction.send', { count: asking.items.length })}
      </Button>
    </>
  )
  return (
    <Dialog
      wide title={t('correction.title', { who: application.enterpriseName })} onClose={onClose}
      foot={foot}
    >
      {off && <ProblemNotice what={off} kept={t('correction.kept')} urgent />}
      {!off && sent && problem && <ProblemNotice tone="bad" what={problem.detail[language]} kept={t('correction.kept')} urgent />}
      <p className="second">{again ? t('correction.again') : t('correction.once')}</p>
      {suggestions.length > 0 && (
        <div className={styles.suggestions} role="group" aria-label={t('correction.suggestions')}>
          {suggestions.map(({ field, text }) => (
            <Button key={`${field} ${text}`} kind="soft" small icon="plus" onClick={() => add(field, text)}>{text}</Button>
          ))}
        </div>
      )}
      <ol className={styles.items}>
        {asking.items.map((one, at) => (
          <CorrectionRow
            key={one.id} at={at + 1} field={one.field} text={one.text} fields={fields} whole late={late.some(({ id }) => id === one.id) ? review('late.mark') : undefined}
            fault={tried ? faultOf(one) : undefined}
            onField={field => put(one.id, { field })} onText={text => put(one.id, { text })} onBlur={draft.keep}
            onRemove={() => keep({ ...asking, items: asking.items.filter(({ id }) => id !== one.id) })}
          />
        ))}
      </ol>
      {tried && asking.items.length === 0 && <FieldFault>{t('correction.none')}</FieldFault>}
      <Button small icon="plus" disabled={asking.items.length >= 50} onClick={() => add(again ? application.asked[0]?.field ?? null : null, '')}>
        {t('correction.add')}
      </Button>
      {late.length > 0 && (
        <div className={styles.days}>
          <ProblemNotice tone="warn" what={review('late.warn', { count: late.length })} />
          <FormRow label={review('late.reason')} fault={tried && unexplained ? review('late.short') : undefined}>
            {field => (
              <Input.TextArea
                {...field} value={reason} maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} placeholder={review('late.hint')} status={tried && unexplained ? 'error' : ''}
                onChange={({ target }) => draft.write('late', target.value)} onBlur={draft.keep}
              />
            )}
          </FormRow>
        </div>
      )}
      <div className={styles.days}>
        <FormRow label={t('correction.days')} help={t('correction.until', { at: time.weekday(until) })}>
          {field => <InputNumber {...field} min={1} max={60} precision={0} value={asking.days} onChange={setDays} />}
        </FormRow>
      </div>
      <ul className={styles.consequences} aria-label={t('consequences')}>
        <li>{t('bar.tell', { who: toldOf(application) })}</li>
        <li>{t('correction.pause')}</li>
        <li>{t('correction.last')}</li>
      </ul>
    </Dialog>
  )
}

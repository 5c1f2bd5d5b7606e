import { localDate } from '@qinqing/domain/language/calendar'
import { fullDate } from '@qinqing/domain/language/when'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../kit/DateField.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useNow } from '../../kit/now.ts'
import { Clash } from './Clash.tsx'
import { useEditor, useFault, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import { WordsRow } from './WordsRow.tsx'

/** What the policy is called, what it is about, and until when it holds. */
export function HeadPart() {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { policy: { origin } } = useEditor()
  const until = usePlace<string | null>('head/validUntil')
  const today = localDate(useNow())
  const fault = useFault('head/validUntil', 'validUntil')
  return (
    <div className={styles.sheet}>
      <div className={styles.partTitle}><div><h2>{t('head.title')}</h2></div></div>
      {origin && <p className={styles.lead}>{t('head.origin', { authority: origin.authority, row: origin.row })}</p>}
      <WordsRow place="head/title" label={t('head.name')} help={t('head.nameHelp')} most={200} />
      <div className={`${styles.two} ${styles.gap}`}>
        <WordsRow place="head/number" label={t('head.number')} most={80} optional placeholder={t('head.numberHint')} />
        <FormRow label={t('head.until')} optional help={until.value ? undefined : t('head.untilHelp')} fault={fault?.message[language]}>
          {field => (
            <>
              <DateField field={field} value={until.value ?? undefined} from={today} onChange={date => until.set(date ?? null)} />
              <Clash place="head/validUntil" tell={theirs => (theirs ? fullDate(String(theirs), language) : t('head.forever'))} />
            </>
          )}
        </FormRow>
      </div>
      <WordsRow place="head/summary" label={t('head.summary')} help={t('head.summaryHelp')} most={1000} optional long />
    </div>
  )
}

import type { CorrectionItem } from '@qinqing/domain/fulfilment/application/contract'
import type { Field } from '@qinqing/domain/language/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormRow } from '../../kit/FormRow.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { isAnswered } from './answered.ts'
import { boxes } from './boxes.tsx'
import { replyKey } from './command.ts'
import { useForm, useSaving, useTyping } from './drafting.tsx'
import { FieldItem } from './FieldItem.tsx'
import styles from './form.module.css'
import { useJudged } from './Judging.tsx'
import { partPlace } from './places.ts'

const longestReply = 2_000
const replyField = (id: string): Field => ({ id: replyKey(id), label: { zh: '说明', en: 'Explanation' }, kind: 'longtext', required: false, max: longestReply })

/** What one says to an item in words. */
function Reply({ item }: { item: CorrectionItem }) {
  const { saver, lang } = useForm()
  const { t } = useTranslation('form')
  const field = useMemo(() => replyField(item.id), [item.id])
  const { value, edit, type, leave } = useTyping(field.id)
  const Box = boxes.longtext
  return (
    <div className={styles.item}>
      <FormRow
        label={t('correction.reply')} optional={item.field !== null} help={item.field === null ? t('correction.replyOnly') : t('correction.replyHelp')}
        letters={{ used: typeof value === 'string' ? value.length : 0, most: longestReply }} fault={edit?.refused?.[lang]}
      >
        {tied => <Box field={field} value={value} kept={value} tied={tied} lang={lang} onType={type} onLeave={leave} onCompose={on => saver.compose(on)} />}
      </FormRow>
    </div>
  )
}

interface AskedProps {
  item: CorrectionItem
  number: number
  field: Field | undefined
  /** An item before asks about the same field, which stands there. */
  before: number | null
}

/** One thing to put right: what was said about it, the field itself, and words. */
export function Asked({ item, number, field, before }: AskedProps) {
  const { saver, lang } = useForm()
  const { held } = useSaving(saver)
  const { document: { correction } } = useJudged()
  const { t } = useTranslation('form')
  const answered = isAnswered(item, correction?.touched ?? [], held)
  return (
    <section id={partPlace(item.id)} className={styles.asked} data-answered={answered} aria-label={t('correction.item', { number })}>
      <header>
        <h3>{field ? t('correction.itemOf', { number, field: field.label[lang] }) : t('correction.item', { number })}</h3>
        <StatusMark status={answered ? 'met' : 'waiting'}>{answered ? t('correction.answered') : t('correction.open')}</StatusMark>
      </header>
      <blockquote className={styles.words}>{item.text}</blockquote>
      {field && before === null && <FieldItem field={field} />}
      {before !== null && <p className="second">{t('correction.seeAbove', { number: before })}</p>}
      <Reply item={item} />
    </section>
  )
}

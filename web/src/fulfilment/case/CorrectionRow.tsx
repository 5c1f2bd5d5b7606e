import type { Field } from '@qinqing/domain/language/field'
import { Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Tag } from '../../kit/Tag.tsx'
import styles from './case.module.css'

interface Props {
  at: number
  field: string | null
  text: string
  /** What may be chosen. */
  fields: readonly Field[]
  /** It may concern the application as a whole. */
  whole: boolean
  /** That it was not asked before. */
  late: string | undefined
  fault: string | undefined
  onField: (field: string | null) => void
  onText: (text: string) => void
  onBlur: () => void
  onRemove: () => void
}

/** One thing to put right: where, and what. */
export function CorrectionRow({ at, field, text, fields, whole, late, fault, onField, onText, onBlur, onRemove }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const box = useRef<TextAreaRef>(null)
  const [fresh] = useState(text === '')
  // One has just added it, to write.
  useEffect(() => { if (fresh) box.current?.focus() }, [fresh])
  return (
    <li className={styles.item}>
      <select aria-label={t('correction.fieldOf', { at })} value={field ?? ''} onChange={({ target }) => onField(target.value || null)}>
        {(whole || field === null) && <option value="">{t('corrections.whole')}</option>}
        {fields.map(({ id, label }) => <option key={id} value={id}>{label[language]}</option>)}
      </select>
      <Button kind="bare" small icon="trash" onClick={onRemove} aria-label={t('correction.removeOf', { at })}>
        {t('correction.remove')}
      </Button>
      <Input.TextArea
        ref={box} value={text} maxLength={500} autoSize={{ minRows: 1, maxRows: 5 }}
        placeholder={t('correction.hint')} aria-label={t('correction.textOf', { at })}
        status={fault ? 'error' : ''} aria-invalid={fault ? true : undefined} onChange={({ target }) => onText(target.value)} onBlur={onBlur}
      />
      {late && <Tag tone="warn" icon="late">{late}</Tag>}
      {fault && <FieldFault>{fault}</FieldFault>}
    </li>
  )
}

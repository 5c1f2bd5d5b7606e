import { capitals } from '@qinqing/domain/language/money'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Field } from '../../kit/FormRow.tsx'
import { type Language, useLanguage } from '../../kit/i18n.ts'
import styles from './editor.module.css'
import type { Typed } from './loose.ts'
import { type NumberKind, readNumber, showNumber } from './numbers.ts'

/** 伍拾万元整; English has no such custom. */
const spoken = (kind: NumberKind, value: Typed, language: Language): string | undefined =>
  (kind === 'money' && typeof value === 'number' && language === 'zh' ? capitals(value) : undefined)

interface Props {
  field: Field
  kind: NumberKind
  value: Typed
  onType: (value: Typed) => void
  onLeave?: () => void
  unit?: ReactNode
  negative?: boolean | undefined
  /** Narrow places go without the sum in words. */
  short?: boolean
}

/** A number as people write it: money in 元 with its words, a percentage, a count with its unit. */
export function NumberBox({ field, kind, value, onType, onLeave, unit, negative, short }: Props) {
  const language = useLanguage()
  const [text, setText] = useState<string>()
  return (
    <Input
      {...field} status={field['aria-invalid'] ? 'error' : ''} inputMode={kind === 'number' ? 'numeric' : 'decimal'} autoComplete="off"
      maxLength={40}
      value={text ?? showNumber(kind, value)}
      prefix={kind === 'money' ? '¥' : undefined}
      suffix={kind === 'percent' ? '%' : unit ?? (short ? undefined : <span className={styles.capitals}>{spoken(kind, value, language)}</span>)}
      onChange={event => {
        setText(event.target.value)
        onType(readNumber(kind, event.target.value, negative))
      }}
      onBlur={() => {
        setText(undefined)
        onLeave?.()
      }}
    />
  )
}

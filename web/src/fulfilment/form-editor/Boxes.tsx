import { kinds } from '@qinqing/domain/language/field-kinds'
import type { Text } from '@qinqing/domain/language/text'
import { yuan } from '@qinqing/domain/language/money'
import { percent } from '@qinqing/domain/language/fact'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormRow } from '../../kit/FormRow.tsx'
import styles from './formEditor.module.css'

interface TextPairProps {
  label: string
  labelEn: string
  value: Text | undefined
  hint?: string | undefined
  fault?: string | undefined
  optional?: boolean
  most?: number
  onChange: (value: Text) => void
}

/** A sentence in Chinese, and beside it in English. */
export function TextPair({ label, labelEn, value, hint, fault, optional = false, most = 200, onChange }: TextPairProps) {
  const { zh, en } = value ?? { zh: '', en: '' }
  return (
    <div className={styles.two}>
      <FormRow label={label} fault={fault} optional={optional}>
        {field => <Input {...field} value={zh} maxLength={most} placeholder={hint} onChange={event => onChange({ zh: event.target.value, en })} />}
      </FormRow>
      <FormRow label={labelEn} optional>
        {field => <Input {...field} value={en} maxLength={most} onChange={event => onChange({ zh, en: event.target.value })} />}
      </FormRow>
    </div>
  )
}

export type MeasureBoxKind = 'number' | 'money' | 'percent' | 'megabytes'

const megabyte = 1_048_576

/** How a whole number stands in its box: yuan for 分, MB for bytes. */
const shown: Record<MeasureBoxKind, (value: number) => string> = {
  number: String, money: fen => yuan(fen).replace(/\.00$/, ''), percent: value => percent(value).slice(0, -1), megabytes: bytes => String(Math.round(bytes / megabyte)),
}

const none = { id: 'x', label: { zh: '', en: '' }, required: false }
const whole = (typed: string): number | undefined => {
  const value = kinds.number.parse(typed, { ...none, kind: 'number' })
  return typeof value === 'number' ? value : undefined
}
const readAs: Record<MeasureBoxKind, (typed: string) => number | undefined> = {
  number: whole,
  money: typed => asNumber(kinds.money.parse(typed, { ...none, kind: 'money' })),
  percent: typed => asNumber(kinds.percent.parse(typed, { ...none, kind: 'percent' })),
  megabytes: typed => {
    const value = whole(typed)
    return value !== undefined && value > 0 && value <= 100 ? value * megabyte : undefined
  },
}
const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

interface MeasureProps {
  label: string
  kind: MeasureBoxKind
  value: number | undefined
  unit?: string | undefined
  /** Without a value there is no bound. */
  optional?: boolean
  onChange: (value: number | undefined) => void
}

const units: Partial<Record<MeasureBoxKind, string>> = { money: '¥', percent: '%', megabytes: 'MB' }

/** A bound or a number to compare with; what is no number yet stays in the box and says so. */
export function MeasureBox({ label, kind, value, unit, optional = true, onChange }: MeasureProps) {
  const { t } = useTranslation('formEditor')
  const [typed, setTyped] = useState<string>()
  const wrong = typed !== undefined && typed.trim() !== '' && readAs[kind](typed) === undefined
  return (
    <FormRow label={label} fault={wrong ? t('bounds.wrong') : undefined}>
      {field => (
        <Input
          {...field} inputMode="decimal" maxLength={20} value={typed ?? (value === undefined ? '' : shown[kind](value))} suffix={unit ?? units[kind]}
          placeholder={optional ? t('bounds.none') : undefined} status={wrong ? 'error' : ''}
          onChange={event => {
            setTyped(event.target.value)
            const next = readAs[kind](event.target.value)
            if (next !== undefined || (optional && event.target.value.trim() === '')) onChange(next)
          }}
          onBlur={() => { if (!wrong) setTyped(undefined) }}
        />
      )}
    </FormRow>
  )
}

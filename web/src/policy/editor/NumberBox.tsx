import { capitals, exactly } from '@qinqing/domain/language/money'
import { Input, Select, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import styles from './editor.module.css'
import type { Typed } from './loose.ts'
import { type NumberKind, readNumber, showNumber, typedUnit, type Unit, unitOf } from './numbers.ts'

interface Props {
  field: Field
  kind: NumberKind
  value: Typed
  onType: (value: Typed) => void
  onLeave?: () => void
  unit?: ReactNode
  negative?: boolean | undefined
}

/** A number as people write it: a sum with its unit, a percentage, a count with what it counts. */
export const NumberBox = (props: Props) => (props.kind === 'money' ? <SumBox {...props} /> : <PlainBox {...props} />)

const shape = ({ field, kind }: Props) => ({
  ...field, status: field['aria-invalid'] ? 'error' as const : '' as const, inputMode: kind === 'number' ? 'numeric' as const : 'decimal' as const,
  autoComplete: 'off', maxLength: 40,
})

function PlainBox(props: Props) {
  const { kind, value, onType, onLeave, unit, negative } = props
  const [text, setText] = useState<string>()
  return (
    <Input
      {...shape(props)} value={text ?? showNumber(kind, value)} suffix={kind === 'percent' ? '%' : unit}
      onChange={event => {
        setText(event.target.value)
        onType(readNumber(kind, event.target.value, { negative }))
      }}
      onBlur={() => {
        setText(undefined)
        onLeave?.()
      }}
    />
  )
}

/** 元 or 万元 stands beside the box and can be changed there; what the digits come to is read back at once. */
function SumBox(props: Props) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const { field, value, onType, onLeave, negative } = props
  const [text, setText] = useState<string>()
  const [chosen, choose] = useState<Unit>()
  const unit = chosen ?? unitOf(value)
  const said = text ?? showNumber('money', value, unit)
  const type = (typed: string, by: Unit) => {
    setText(typed)
    choose(typedUnit(typed) ?? by)
    onType(readNumber('money', typed, { negative, unit: by }))
  }
  return (
    <>
      <Space.Compact className={styles.sum}>
        <Input
          {...shape(props)} value={said} prefix="¥" onChange={event => type(event.target.value, unit)}
          onBlur={() => {
            setText(undefined)
            onLeave?.()
          }}
        />
        <Select<Unit>
          className={styles.unit ?? ''} value={unit} aria-label={t('unit.label', { name: t('unit.sum') })} id={`${field.id}-unit`}
          options={[{ value: 'yuan', label: t('unit.yuan') }, { value: 'wan', label: t('unit.wan') }]}
          onChange={next => {
            // The digits stay, the sum follows: 50 was meant as 50 万元.
            choose(next)
            onType(readNumber('money', showNumber('money', value, unit), { negative, unit: next }))
            onLeave?.()
          }}
        />
      </Space.Compact>
      {typeof value === 'number' && (
        <p className={styles.capitals}>{t('unit.reads', { sum: exactly(Math.abs(value), language) })}{language === 'zh' && value > 0 && ` · ${capitals(value)}`}</p>
      )}
    </>
  )
}

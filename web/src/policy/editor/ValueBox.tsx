import type { Operand } from '@qinqing/domain/language/comparison'
import type { FactData } from '@qinqing/domain/language/fact'
import type { FactKind, Predicate } from '@qinqing/domain/language/predicates'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../kit/DateField.tsx'
import type { Field } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectField, SelectSeveral } from '../../kit/SelectField.tsx'
import { useEditor } from './editor.tsx'
import type { Typed } from './loose.ts'
import { NumberBox } from './NumberBox.tsx'
import type { NumberKind } from './numbers.ts'

interface Props {
  field: Field
  of: Predicate
  operand: Exclude<Operand, 'none'>
  value: FactData | null
  onChange: (value: FactData | null) => void
}

const numberOf = (value: FactData | null): Typed => (typeof value === 'number' || typeof value === 'string' ? value : undefined)
const textOf = (value: FactData | null): string => (typeof value === 'string' ? value : '')
const listOf = (value: FactData | null): string[] => (Array.isArray(value) ? value : [])

function Number({ field, of, value, onChange, kind }: Props & { kind: NumberKind }) {
  const language = useLanguage()
  const { flush } = useEditor()
  return (
    <NumberBox
      field={field} kind={kind} value={numberOf(value)} negative={of.negative} unit={of.unit?.[language]}
      onType={typed => onChange(typed ?? null)} onLeave={flush}
    />
  )
}

function Text({ field, value, onChange }: Props) {
  const { flush } = useEditor()
  return <Input {...field} value={textOf(value)} maxLength={100} onChange={event => onChange(event.target.value || null)} onBlur={flush} />
}

function Choose({ field, of, operand, value, onChange }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const choices = (of.choices ?? []).map(one => ({ value: one.value, label: one.label[language] }))
  const placeholder = t('condition.choose')
  return operand === 'several' || of.kind === 'choices'
    ? <SelectSeveral field={field} value={listOf(value)} choices={choices} placeholder={placeholder} onChange={chosen => onChange(chosen.length ? chosen : null)} />
    : <SelectField field={field} value={textOf(value)} choices={choices} placeholder={placeholder} onChange={onChange} />
}

const same: Record<FactKind, (props: Props) => React.ReactNode> = {
  number: props => <Number {...props} kind="number" />,
  money: props => <Number {...props} kind="money" />,
  percent: props => <Number {...props} kind="percent" />,
  text: Text,
  date: ({ field, value, onChange }) => (
    <DateField field={field} value={textOf(value) || undefined} onChange={date => onChange(date ?? null)} />
  ),
  choice: Choose,
  choices: Choose,
  flag: () => null,
}

function Years(props: Props) {
  const { t } = useTranslation('editor')
  return <Number {...props} of={{ ...props.of, unit: { zh: t('condition.years'), en: t('condition.years') } }} kind="number" />
}

const byOperand: Record<Props['operand'], (props: Props) => React.ReactNode> = {
  same: props => { const Same = same[props.of.kind]; return <Same {...props} /> },
  several: Choose,
  years: Years,
  piece: Text,
}

/** What the fact is compared with, by the kind of the fact: a sum, a share, a day, one or several of a list. */
export function ValueBox(props: Props) {
  const Box = byOperand[props.operand]
  return <Box {...props} />
}

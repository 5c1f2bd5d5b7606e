import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Field } from './FormRow.tsx'

export interface Choice {
  value: string
  label: string
  /** What it is also found by. */
  search?: string | undefined
}

interface ChoiceGroup {
  label: string
  choices: readonly Choice[]
}

interface Shared {
  field: Field
  placeholder?: string | undefined
  disabled?: boolean | undefined
  /** Said when the search finds nothing. */
  none?: ReactNode
}

interface OneProps extends Shared {
  value: string | undefined
  choices: readonly (Choice | ChoiceGroup)[]
  onChange: (value: string) => void
}

const option = ({ value, label, search }: Choice) => ({ value, label, search: search ?? label })
const grouped = (one: Choice | ChoiceGroup) => ('choices' in one ? { label: one.label, options: one.choices.map(option) } : option(one))
const byWords = { optionFilterProp: 'search' } as const

const tied = ({ field, placeholder, disabled, none }: Shared) => ({
  id: field.id, 'aria-describedby': field['aria-describedby'], status: field['aria-invalid'] ? 'error' as const : '' as const, style: { width: '100%' },
  showSearch: byWords, placeholder, notFoundContent: none, listHeight: 320, ...(disabled === undefined ? {} : { disabled }),
})

/** One of a list, found by any part of its words; the list may be in groups. */
export function SelectField({ value, choices, onChange, ...shared }: OneProps) {
  return <Select<string | null> {...tied(shared)} value={value || null} options={choices.map(grouped)} onChange={chosen => { if (chosen) onChange(chosen) }} />
}

interface ManyProps extends Shared {
  value: readonly string[]
  choices: readonly Choice[]
  onChange: (value: string[]) => void
}

/** Several of a list. */
export function SelectSeveral({ value, choices, onChange, ...shared }: ManyProps) {
  return <Select<string[]> {...tied(shared)} mode="multiple" value={[...value]} options={choices.map(option)} onChange={onChange} />
}

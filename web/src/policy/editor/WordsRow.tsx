import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Clash } from './Clash.tsx'
import { useEditor, useFault, usePlace } from './editor.tsx'
import { fieldOf, itemOf, partOf, type Place } from './places.ts'

interface Props {
  place: Place
  label: ReactNode
  hint?: ReactNode
  help?: ReactNode
  most: number
  optional?: boolean
  /** Several lines. */
  long?: boolean
  placeholder?: string
}

/** A text of the policy, kept as one types. */
export function WordsRow({ place, label, hint, help, most, optional, long, placeholder }: Props) {
  const language = useLanguage()
  const { value, set } = usePlace<string>(place)
  const { flush, touch } = useEditor()
  const fault = useFault(place, fieldOf(place))
  const props = {
    value, placeholder,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
    onBlur: () => { touch(itemOf(partOf(place)) ?? partOf(place)); flush() },
  }
  return (
    <FormRow
      label={label} hint={hint} help={help} optional={optional ?? false} fault={fault?.message[language]}
      letters={value.length > most * 0.8 ? { used: value.length, most } : undefined}
    >
      {field => (
        <>
          {long ? <Input.TextArea {...field} {...props} autoSize={{ minRows: 3, maxRows: 12 }} /> : <Input {...field} {...props} autoComplete="off" />}
          <Clash place={place} tell={theirs => String(theirs)} />
        </>
      )}
    </FormRow>
  )
}

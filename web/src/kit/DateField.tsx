import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { Field } from './FormRow.tsx'
import { useLanguage } from './i18n.ts'

interface Props {
  field: Field
  /** An ISO date, or nothing yet. */
  value: string | undefined
  onChange: (date: string | undefined) => void
  /** The first and the last day that may be chosen. */
  from?: string | undefined
  to?: string | undefined
  placeholder?: string | undefined
  disabled?: boolean | undefined
}

const shown = { zh: 'YYYY年M月D日', en: 'D MMM YYYY' } as const

/** A day of the calendar, as an ISO date in and out. */
export function DateField({ field, value, onChange, from, to, placeholder, disabled }: Props) {
  const language = useLanguage()
  return (
    <DatePicker
      id={field.id} aria-describedby={field['aria-describedby']} aria-invalid={field['aria-invalid']} status={field['aria-invalid'] ? 'error' : ''}
      style={{ width: '100%' }} format={[shown[language], 'YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD']} {...(placeholder && { placeholder })}
      value={value ? dayjs(value) : null} disabled={disabled ?? false}
      {...(from && { minDate: dayjs(from) })} {...(to && { maxDate: dayjs(to) })}
      onChange={picked => onChange(picked?.format('YYYY-MM-DD'))}
    />
  )
}

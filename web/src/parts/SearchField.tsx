import { Input } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '../kit/Icon.tsx'

interface Props {
  label: string
  hint: string
  /** As the address has it. */
  value: string
  onSearch: (text: string) => void
}

const quietMs = 250

/** Narrows a list as one types; the address follows a moment later, so that input methods are not disturbed. */
export function SearchField({ label, hint, value, onSearch }: Props) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState({ value, sent: value })
  if (seen.value !== value) {
    setSeen({ ...seen, value })
    if (value !== seen.sent) setText(value)
  }
  const send = useEffectEvent((wanted: string) => {
    if (wanted === value) return
    setSeen(before => ({ ...before, sent: wanted }))
    onSearch(wanted)
  })
  useEffect(() => {
    const timer = setTimeout(() => send(text.trim()), quietMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={hint}
      allowClear
      prefix={<Icon name="search" small />}
      value={text}
      maxLength={100}
      autoComplete="off"
      onChange={event => setText(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

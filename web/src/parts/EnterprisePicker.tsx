import { rows } from '@qinqing/api/client'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

interface Props {
  without: readonly string[]
  disabled?: boolean
  words: { pick: string; none: string; searching: string }
  onPick: (id: string) => void
}

const quietMs = 250

/** An enterprise, found by a part of its name or credit code. */
export function EnterprisePicker({ without, disabled = false, words, onPick }: Props) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ text: string; enterprises: readonly EnterpriseDocument[] }>({ text: '', enterprises: [] })
  useEffect(() => {
    let stale = false
    const timer = setTimeout(() => {
      const wanted = text.trim() ? { text: text.trim(), limit: 12 } : { sort: [['name', 'asc'] as const], limit: 12 }
      rows('enterprises', wanted)
        .then(answer => { if (!stale) setFound({ text, enterprises: answer.rows.map(({ document }) => document) }) })
        .catch(() => { if (!stale) setFound({ text, enterprises: [] }) })
    }, text ? quietMs : 0)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text])
  return (
    <Select<string | null>
      style={{ width: '100%' }} value={null} disabled={disabled} placeholder={words.pick} aria-label={words.pick}
      loading={found.text !== text}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      notFoundContent={found.text === text ? words.none : words.searching}
      onSelect={id => { setText(''); if (id) onPick(id) }}
      options={found.enterprises.filter(({ id }) => !without.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../bell/feed.ts'
import { SearchDialog } from './SearchDialog.tsx'

interface Searching {
  /** For the frame: its field, which opens the search, as `/` does. */
  search: { hint: string, onOpen: () => void }
  /** The search itself while it is open; stands beside the frame. */
  dialog: ReactNode
}

/** The search over everything on one side. */
export function useSearch(side: Side, places: readonly { to: string, label: string }[], enterprise?: string): Searching {
  const { t } = useTranslation('service')
  const [open, setOpen] = useState(false)
  return {
    search: { hint: t(`search.hint.${side}`), onOpen: () => setOpen(true) },
    dialog: open ? <SearchDialog side={side} places={places} enterprise={enterprise} onClose={() => setOpen(false)} /> : null,
  }
}

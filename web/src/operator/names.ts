import { useTranslation } from 'react-i18next'
import type { Words } from '../words/areas.ts'

type Named = keyof Words['operator']['name']

/** `policy-drafts` has its word under `policyDrafts`. */
const keyOf = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What people call a read model; one that has no word yet is called by its own name. */
export function useModelName(name: string): string {
  const { t, i18n } = useTranslation('operator')
  const key = keyOf(name)
  return i18n.exists(`operator:name.${key}`) ? t(`name.${key as Named}`) : name
}

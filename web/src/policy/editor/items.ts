import { newId } from '@qinqing/api/client'
import type { Item } from '@qinqing/domain/language/item'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffices } from '../../parts/offices.ts'
import { useSpot } from './address.ts'
import { useEditor } from './editor.tsx'

/** Short, since half-written words are kept under it. */
export const shortId = (): string => newId().slice(0, 8)

/** Adds an empty item of the policy's own office and opens it. */
export function useAddItem(): () => Promise<void> {
  const { policy, act, add } = useEditor()
  const { documents } = useOffices()
  const { go } = useSpot()
  return useCallback(async () => {
    const id = shortId()
    const phone = documents.find(one => one.id === policy.office)?.phone ?? ''
    const item: Item = {
      id, title: '', lane: 'instant', limit: { days: 0, unit: 'working' }, office: policy.office, officeName: policy.officeName, phone,
      conditions: [], materials: [], amount: { kind: 'none' },
    }
    add(id)
    if (await act('PutItem', { item })) go({ part: 'basics', item: id })
  }, [policy.office, policy.officeName, documents, act, add, go])
}

/** Takes an item out, and offers to put it back where it was. */
export function useRemoveItem(): (id: string) => Promise<void> {
  const { t } = useTranslation('editor')
  const { document, act, remove } = useEditor()
  const { go } = useSpot()
  return useCallback(async (id: string) => {
    const item = document.items.find(one => one.id === id)
    const at = document.items.findIndex(one => one.id === id)
    if (!item || !await act('RemoveItem', { item: id })) return
    go({ part: 'head' })
    const back = async () => { if (await act('PutItem', { item, at })) go({ part: 'basics', item: id }) }
    remove(t('item.removed', { title: item.title || t('item.unnamed') }), () => void back())
  }, [document.items, act, remove, go, t])
}

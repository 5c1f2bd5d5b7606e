import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { mostFilters, useSavedFilters } from '../../parts/desk/filters.ts'
import type { View } from '../../parts/desk/queue.ts'

/** Keeps what is filtered under a name, or forgets it. */
export function SaveFilter({ view }: { view: View }) {
  const { t } = useTranslation('review')
  const { t: kit } = useTranslation('kit')
  const { filters, ready, of, save, remove } = useSavedFilters()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const saved = of(view)
  if (!ready) return null
  if (saved) return <Button kind="bare" small onClick={() => remove(saved.id)}>{t('filters.remove')}</Button>
  const add = () => {
    if (!name.trim() || filters.length >= mostFilters) return
    save(name.trim(), view)
    setName('')
    setOpen(false)
  }
  return (
    <>
      <Button kind="bare" small onClick={() => setOpen(true)}>{t('filters.save')}</Button>
      {open && (
        <Dialog
          title={t('filters.save')} onClose={() => setOpen(false)}
          foot={<><Button onClick={() => setOpen(false)}>{kit('cancel')}</Button><Button kind="primary" disabled={!name.trim()} onClick={add}>{t('filters.add')}</Button></>}
        >
          <FormRow label={t('filters.name')} fault={filters.length >= mostFilters ? t('filters.full') : undefined}>
            {field => <Input {...field} value={name} maxLength={20} placeholder={t('filters.placeholder')} onChange={({ target }) => setName(target.value)} onPressEnter={add} />}
          </FormRow>
        </Dialog>
      )}
    </>
  )
}

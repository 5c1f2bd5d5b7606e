import type { Material } from '@qinqing/domain/language/material'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Clash } from './Clash.tsx'
import { useEditor, useFault, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import { shortId } from './items.ts'
import { exchanged, inserted, without } from './lists.ts'
import type { LooseItem } from './loose.ts'
import type { Place } from './places.ts'
import { Tools } from './Tools.tsx'

/** Without an empty note, which says the same as none. */
const tidy = ({ note, ...rest }: Material): Material => (note ? { ...rest, note } : rest)

/** The papers that are asked for, each needed or not, with what it must show. */
export function MaterialsTab({ item }: { item: LooseItem }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const place: Place = `item:${item.id}/materials`
  const { value: materials, set } = usePlace<readonly Material[]>(place)
  const { mayEdit, remove, flush, touch } = useEditor()
  const fault = useFault(place, 'materials')
  const change = (at: number, patch: Partial<Material>) => set(materials.map((one, n) => (n === at ? tidy({ ...one, ...patch }) : one)))
  const takeOut = (at: number) => {
    const gone = materials[at]!
    set(without(materials, at))
    if (gone.name) remove(t('material.removed', { name: gone.name }), () => set(inserted(without(materials, at), at, gone)))
  }
  const add = () => {
    touch(item.id)
    set([...materials, { id: shortId(), name: '', required: true }])
  }
  return (
    <>
      <p className={styles.lead}>{t('material.lead')}</p>
      <Clash place={place} tell={theirs => (theirs as Material[]).map(({ name }) => name).join('、')} />
      {materials.length === 0 && <Empty icon="file" what={t('material.none')} how={t('material.noneHow')} />}
      {materials.length > 0 && (
        <ol className={styles.rows}>
          {materials.map(({ id, name, required, note }, at) => (
            <li key={id} className={styles.material}>
              <div>
                <Input
                  value={name} maxLength={200} aria-label={t('material.nameOf', { n: at + 1 })} placeholder={t('material.nameHint')}
                  onChange={event => change(at, { name: event.target.value })} onBlur={flush}
                />
                <Input
                  value={note ?? ''} maxLength={500} aria-label={t('material.noteOf', { name: name || at + 1 })}
                  placeholder={t('material.noteHint')} onChange={event => change(at, { note: event.target.value })} onBlur={flush}
                />
                <label className={styles.check}>
                  <input
                    type="checkbox" checked={required} disabled={!mayEdit}
                    onChange={event => change(at, { required: event.target.checked })}
                  />
                  {t('material.required')}
                </label>
              </div>
              {mayEdit && (
                <Tools
                  name={name || t('material.unnamed')} at={at} of={materials.length} onMove={to => set(exchanged(materials, at, to))}
                  onRemove={() => takeOut(at)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {fault && <FieldFault>{fault.message[language]}</FieldFault>}
      {mayEdit && materials.length < 60 && (
        <div className={styles.after}><Button kind="soft" icon="plus" onClick={add}>{t('material.add')}</Button></div>
      )}
    </>
  )
}

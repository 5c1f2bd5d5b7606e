import { newId } from '@qinqing/api/client'
import type { Field } from '@qinqing/domain/language/field'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { addSection, duplicateField, firstNames, insertField, lookedAtBy, moveField, moveSection, newField, placeField, removeField, type Spot } from './drawing.ts'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'

export const shortId = (): string => newId().slice(0, 8)

/** Removes a field and says who looked at it. */
function useRemoveField(): (spot: Spot) => void {
  const { form, draw, tell, choose } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  return spot => {
    const of = form.sections[spot.section]!.fields[spot.field!]!
    const name = of.label[language].trim() || t('unnamed')
    const looked = lookedAtBy(form, of.id).length
    const rest = form.sections[spot.section]!.fields.filter(({ id }) => id !== of.id)
    draw(removeField(form, spot))
    choose(rest[Math.min(spot.field!, rest.length - 1)]?.id ?? form.sections[spot.section]!.id)
    tell(looked ? t('done.looked', { name, count: looked }) : t('done.removed', { name }))
  }
}

function Marks({ field, fault }: { field: Field; fault: boolean }) {
  const { t } = useTranslation('formEditor')
  const marks = [
    field.fact && t('outline.fact'), field.formula && t('outline.formula'), (field.showWhen ?? field.requiredWhen) && t('outline.rule'),
  ].filter(Boolean)
  return (
    <>
      {marks.length > 0 && <small className={styles.marks}>{marks.join(' · ')}</small>}
      {fault && <span className={styles.wants}><Icon name="late" small /><span className="unseen">{t('outline.fault')}</span></span>}
    </>
  )
}

interface ToolProps {
  icon: IconName
  act: 'up' | 'down' | 'copy' | 'remove'
  name: string
  off?: boolean
  onAct: () => void
}

function Tool({ icon, act, name, off = false, onAct }: ToolProps) {
  const { t } = useTranslation('formEditor')
  const says = t('act.of', { act: t(`act.${act}`), name })
  return <button type="button" className={styles.tool} aria-label={says} title={says} disabled={off} onClick={onAct}><Icon name={icon} /></button>
}

function FieldRow({ field, spot, drag }: { field: Field; spot: Spot; drag: Drag }) {
  const { form, mayEdit, chosen, choose, draw, faults, tell } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const remove = useRemoveField()
  const name = field.label[language].trim() || t('unnamed')
  const fault = faults.some(({ path }) => path === `sections.${spot.section}.fields.${spot.field}`)
  const move = (by: 1 | -1) => {
    const { form: next, at } = moveField(form, spot, by)
    draw(next)
    tell(t('outline.moved', { name, at: (at.field ?? 0) + 1 }))
  }
  const copy = () => {
    const { form: next, at } = duplicateField(form, spot, shortId)
    draw(next)
    choose(next.sections[at.section]!.fields[at.field!]!.id)
  }
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = { ArrowUp: () => move(-1), ArrowDown: () => move(1) }
    const act = event.altKey ? keys[event.key] : event.key === 'Delete' ? () => remove(spot) : undefined
    if (!act || !mayEdit) return
    event.preventDefault()
    act()
  }
  const here = chosen === field.id
  const isFirst = spot.section === 0 && spot.field === 0
  const isLast = spot.section === form.sections.length - 1 && spot.field === form.sections[spot.section]!.fields.length - 1
  return (
    <li className={styles.entry} data-over={drag.isOver(spot) || undefined} {...drag.over(spot)}>
      <button
        type="button" className={styles.pick} aria-current={here ? 'true' : undefined} draggable={mayEdit} {...drag.from(spot)} onKeyDown={press}
        onClick={() => choose(field.id)} data-field={field.id}
      >
        <span className={styles.name}>
          {name}{field.required && !field.formula && <span className={styles.star} title={t('outline.required')}>*</span>}
          <small>{kinds[field.kind].label[language]}</small>
        </span>
        <Marks field={field} fault={fault} />
      </button>
      {here && mayEdit && (
        <span className={styles.tools}>
          <Tool icon="up" act="up" name={name} off={isFirst} onAct={() => move(-1)} />
          <Tool icon="down" act="down" name={name} off={isLast} onAct={() => move(1)} />
          <Tool icon="file" act="copy" name={name} onAct={copy} />
          <Tool icon="trash" act="remove" name={name} onAct={() => remove(spot)} />
        </span>
      )}
    </li>
  )
}

interface Drag {
  from: (spot: Spot) => { onDragStart: (event: React.DragEvent) => void; onDragEnd: () => void }
  over: (spot: Spot) => { onDragOver: (event: React.DragEvent) => void; onDrop: (event: React.DragEvent) => void }
  isOver: (spot: Spot) => boolean
}

/** Carries a field with the pointer to before another one, or to the end of a part. */
function useDrag(): Drag {
  const { form, draw } = useEditing()
  const carried = useRef<Spot>(null)
  const [target, setTarget] = useState<Spot | null>(null)
  const end = () => {
    carried.current = null
    setTarget(null)
  }
  return {
    from: spot => ({
      onDragStart(event) {
        carried.current = spot
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
      },
      onDragEnd: end,
    }),
    over: spot => ({
      onDragOver(event) {
        if (!carried.current) return
        event.preventDefault()
        if (target?.section !== spot.section || target.field !== spot.field) setTarget(spot)
      },
      onDrop(event) {
        event.preventDefault()
        if (carried.current) draw(placeField(form, carried.current, spot).form)
        end()
      },
    }),
    isOver: spot => target !== null && target.section === spot.section && target.field === spot.field,
  }
}

/** The acts that add: a field after the chosen one, a part at the end. */
export function Adding() {
  const { form, choose, draw, spot } = useEditing()
  const { t } = useTranslation('formEditor')
  const add = () => {
    const one = newField('text', firstNames.field, shortId)
    draw(insertField(form, spot ?? { section: form.sections.length - 1 }, one).form)
    choose(one.id)
  }
  const addPart = () => {
    const id = shortId()
    draw(addSection(form, id, firstNames.part))
    choose(id)
  }
  return (
    <div className={styles.adding}>
      <Button kind="soft" icon="plus" onClick={add}>{t('outline.add')}</Button>
      <Button kind="bare" icon="plus" onClick={addPart} disabled={form.sections.length >= 20}>{t('outline.addPart')}</Button>
    </div>
  )
}

/** All parts and fields, in the order of the form: one is chosen, and can be moved, doubled and removed. */
export function Outline() {
  const { form, mayEdit, chosen, spot: here, choose, draw, faults } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const drag = useDrag()
  return (
    <nav className={styles.outline} aria-label={t('outline.label')}>
      <button type="button" className={styles.part} aria-current={here ? undefined : 'true'} onClick={() => choose(null)}>
        {t('outline.whole')}
        {faults.length > 0 && <small className={styles.wants}>{t('faults.title', { count: faults.length })}</small>}
      </button>
      {mayEdit && <p className={styles.hint}>{t('outline.hint')}</p>}
      {form.sections.map(({ id, title, fields }, section) => (
        <section key={id}>
          <div className={styles.entry}>
            <button type="button" className={styles.part} aria-current={chosen === id ? 'true' : undefined} onClick={() => choose(id)}>
              {title[language].trim() || t('unnamed')}<small>{t('outline.fields', { count: fields.length })}</small>
            </button>
            {chosen === id && mayEdit && (
              <span className={styles.tools}>
                <Tool icon="up" act="up" name={title[language]} off={section === 0} onAct={() => draw(moveSection(form, section, -1))} />
                <Tool icon="down" act="down" name={title[language]} off={section === form.sections.length - 1} onAct={() => draw(moveSection(form, section, 1))} />
              </span>
            )}
          </div>
          <ol>
            {fields.map((field, at) => <FieldRow key={field.id} field={field} spot={{ section, field: at }} drag={drag} />)}
            <li className={styles.end} data-over={drag.isOver({ section, field: fields.length }) || undefined} {...drag.over({ section, field: fields.length })}>
              {fields.length === 0 && t('outline.empty')}
            </li>
          </ol>
        </section>
      ))}
    </nav>
  )
}

import { type Column, columnKind } from '@qinqing/domain/language/column'
import type { Field } from '@qinqing/domain/language/field'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { firstNames, newColumn } from './drawing.ts'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'
import { shortId } from './Outline.tsx'

interface RowToolsProps {
  name: string
  at: number
  of: number
  onMove: (to: number) => void
  onRemove: () => void
}

function RowTools({ name, at, of, onMove, onRemove }: RowToolsProps) {
  const { t } = useTranslation('formEditor')
  const says = (act: 'up' | 'down' | 'remove') => t('act.of', { act: t(`act.${act}`), name })
  return (
    <span className={styles.tools}>
      <button type="button" className={styles.tool} aria-label={says('up')} disabled={at === 0} onClick={() => onMove(at - 1)}><Icon name="up" /></button>
      <button type="button" className={styles.tool} aria-label={says('down')} disabled={at === of - 1} onClick={() => onMove(at + 1)}><Icon name="down" /></button>
      <button type="button" className={styles.tool} aria-label={says('remove')} disabled={of === 1} onClick={onRemove}><Icon name="trash" /></button>
    </span>
  )
}

const moved = <One,>(list: readonly One[], from: number, to: number): One[] => list.toSpliced(from, 1).toSpliced(to, 0, list[from]!)

type Choices = NonNullable<Field['choices']>

/** What can be chosen, in its order. */
export function ChoicesEditor({ choices, onChange }: { choices: Choices; onChange: (choices: Choices, step?: boolean) => void }) {
  const { t } = useTranslation('formEditor')
  const { mayEdit } = useEditing()
  const say = (at: number, label: Partial<Choices[number]['label']>) =>
    onChange(choices.map((one, n) => (n === at ? { ...one, label: { ...one.label, ...label } } : one)))
  return (
    <section className={styles.group} aria-label={t('field.choices')}>
      <h3>{t('field.choices')}</h3>
      <ol className={styles.rows}>
        {choices.map(({ value, label }, at) => (
          <li key={value} className={styles.choice}>
            <Input value={label.zh} maxLength={100} aria-label={t('field.choice', { n: at + 1 })} onChange={event => say(at, { zh: event.target.value })} />
            <Input
              value={label.en} maxLength={100} placeholder={t('field.english')} aria-label={t('field.choiceEn', { n: at + 1 })}
              onChange={event => say(at, { en: event.target.value })}
            />
            {mayEdit && (
              <RowTools
                name={label.zh} at={at} of={choices.length} onMove={to => onChange(moved(choices, at, to))}
                onRemove={() => onChange(choices.filter((_, n) => n !== at))}
              />
            )}
          </li>
        ))}
      </ol>
      {mayEdit && choices.length < 50 && (
        <Button small icon="plus" onClick={() => onChange([...choices, { value: shortId(), label: { zh: `选项 ${choices.length + 1}`, en: `Choice ${choices.length + 1}` } }])}>
          {t('field.addChoice')}
        </Button>
      )}
    </section>
  )
}

interface ColumnProps {
  column: Column
  columns: readonly Column[]
  n: number
  onChange: (column: Column) => void
}

function ColumnBoxes({ column, columns, n, onChange }: ColumnProps) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { product: _, ...typed } = column
  const counts = column.kind === 'number' || column.kind === 'money'
  const factors = columns.filter(one => one.id !== column.id && !one.product && (one.kind === 'number' || one.kind === 'money'))
  const factor = (which: 0 | 1) => (
    <select
      className={styles.select} aria-label={t(which === 0 ? 'columns.left' : 'columns.right', { n })} value={column.product?.[which]}
      onChange={event => onChange({ ...column, product: which === 0 ? [event.target.value, column.product![1]] : [column.product![0], event.target.value] })}
    >
      {factors.map(one => <option key={one.id} value={one.id}>{one.label[language] || t('unnamed')}</option>)}
    </select>
  )
  return (
    <div className={styles.columnBoxes}>
      <Input value={column.label.zh} maxLength={60} aria-label={t('columns.name', { n })} onChange={event => onChange({ ...column, label: { ...column.label, zh: event.target.value } })} />
      <Input
        value={column.label.en} maxLength={60} placeholder={t('field.english')} aria-label={t('columns.nameEn', { n })}
        onChange={event => onChange({ ...column, label: { ...column.label, en: event.target.value } })}
      />
      <select
        className={styles.select} aria-label={t('columns.kind', { n })} value={column.kind}
        onChange={event => {
          const { sum: __, product: ___, unit: ____, ...plain } = column
          onChange({ ...plain, kind: columnKind.options.find(one => one === event.target.value) ?? 'text' })
        }}
      >
        {columnKind.options.map(kind => <option key={kind} value={kind}>{kinds[kind].label[language]}</option>)}
      </select>
      {column.kind === 'number' && (
        <Input
          value={column.unit?.zh ?? ''} maxLength={20} placeholder={t('field.unit')} aria-label={t('columns.unit', { n })}
          onChange={event => {
            const { unit: __, ...plain } = column
            onChange(event.target.value ? { ...plain, unit: { zh: event.target.value, en: event.target.value } } : plain)
          }}
        />
      )}
      {counts && factors.length > 0 && (
        <select
          className={styles.select} aria-label={t('columns.how', { n })} value={column.product ? 'product' : 'typed'}
          onChange={event => onChange(event.target.value === 'product' ? { ...typed, required: false, product: [factors[0]!.id, factors.at(-1)!.id] } : { ...typed, required: true })}
        >
          <option value="typed">{t('columns.typed')}</option>
          <option value="product">{t('columns.product')}</option>
        </select>
      )}
      {column.product && <>{factor(0)}{factor(1)}</>}
      <span className={styles.checks}>
        {!column.product && (
          <label className={styles.check}>
            <input type="checkbox" checked={column.required} onChange={event => onChange({ ...column, required: event.target.checked })} />
            {t('columns.required')}
          </label>
        )}
        {counts && (
          <label className={styles.check}>
            <input type="checkbox" checked={column.sum ?? false} onChange={event => onChange({ ...column, sum: event.target.checked })} />
            {t('columns.sum')}
          </label>
        )}
      </span>
    </div>
  )
}

/** The columns of a table: what each is, whether it is filled in or multiplied, and whether it is added up. */
export function ColumnsEditor({ columns, onChange }: { columns: readonly Column[]; onChange: (columns: Column[]) => void }) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { mayEdit } = useEditing()
  return (
    <section className={styles.group} aria-label={t('columns.title')}>
      <h3>{t('columns.title')}</h3>
      <ol className={styles.rows}>
        {columns.map((column, at) => (
          <li key={column.id} className={styles.column}>
            <ColumnBoxes column={column} columns={columns} n={at + 1} onChange={next => onChange(columns.map((one, n) => (n === at ? next : one)))} />
            {mayEdit && (
              <RowTools
                name={column.label[language]} at={at} of={columns.length} onMove={to => onChange(moved(columns, at, to))}
                onRemove={() => onChange(columns.filter((_, n) => n !== at))}
              />
            )}
          </li>
        ))}
      </ol>
      {mayEdit && columns.length < 12 && (
        <Button small icon="plus" onClick={() => onChange([...columns, newColumn('text', shortId(), firstNames.column)])}>{t('columns.add')}</Button>
      )}
    </section>
  )
}

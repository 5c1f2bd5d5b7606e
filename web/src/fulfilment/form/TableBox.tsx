import type { Column } from '@qinqing/domain/language/column'
import { mostRows, type TableRow } from '@qinqing/domain/language/field'
import { kinds } from '@qinqing/domain/language/field-kinds'
import type { Field } from '@qinqing/domain/language/form'
import { cellOf, cellText, columnsOf, readRow, rowsOf, sumText } from '@qinqing/domain/language/table'
import type { Lang } from '@qinqing/domain/language/text'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import type { BoxProps } from './box.ts'
import styles from './table.module.css'

interface CellProps {
  row: TableRow
  column: Column
  label: string
  lang: Lang
  invalid: boolean | undefined
  onType: (typed: string) => void
  onLeave: () => void
}

/** What is typed while one writes, and how it is kept when not. */
function Cell({ row, column, label, lang, invalid, onType, onLeave }: CellProps) {
  const [writing, setWriting] = useState(false)
  const typed = cellOf(row, column.id)
  const isNumber = column.kind === 'number' || column.kind === 'money'
  const said = cellText(readRow(row, [{ ...column, product: undefined }], kinds), column, kinds, lang)
  const tidied = !writing && isNumber && said ? said.replace(/[^\d.,-]/g, '') : undefined
  return (
    <input
      type={column.kind === 'date' ? 'date' : 'text'} inputMode={isNumber ? 'decimal' : undefined} autoComplete="off" aria-label={label}
      aria-invalid={invalid} value={tidied ?? String(typed ?? '')} maxLength={500} onBlur={() => { setWriting(false); onLeave() }}
      onChange={event => { setWriting(true); onType(event.target.value) }}
    />
  )
}

const head = ({ label, unit, kind }: Column, lang: Lang, yuan: string): string => {
  const per = unit?.[lang] ?? (kind === 'money' ? yuan : '')
  return per ? `${label[lang]}（${per}）` : label[lang]
}

/** A table that is filled in row by row; what is worked out and added up shows at once. */
export function TableBox({ field, value, tied, lang, onType, onLeave }: BoxProps) {
  const { t } = useTranslation('form')
  const box = useRef<HTMLDivElement>(null)
  const columns = columnsOf(field)
  const rows = rowsOf(value)
  const kept = rows.map(row => readRow(row, columns, kinds))
  const filled = columns.filter(one => !one.product)
  const type = (at: number, column: string, typed: string) =>
    onType(rows.map((row, n) => (n === at ? { ...row, [column]: typed } : row)))
  const add = () => {
    onType([...rows, Object.fromEntries(filled.slice(0, 1).map(({ id }) => [id, '']))])
    requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('tbody tr:last-child input')?.focus())
  }
  const remove = (at: number) => {
    const rest = rows.filter((_, n) => n !== at)
    onType(rest.length ? rest : null)
    onLeave()
  }
  const sums = columns.filter(({ sum }) => sum)
  return (
    <div ref={box} id={tied.id} className={styles.table} role="group" aria-label={field.label[lang]} aria-describedby={tied['aria-describedby']} tabIndex={-1}>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th className={styles.number}><span className="unseen">{t('table.number')}</span></th>
              {columns.map(one => <th key={one.id} data-kind={one.kind} scope="col">{head(one, lang, t('box.yuan'))}</th>)}
              <th><span className="unseen">{t('table.remove')}</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows have no name of their own; what is typed stays with its place.
              <tr key={at}>
                <th scope="row" className={styles.number}>{at + 1}</th>
                {columns.map(one => (
                  <td key={one.id} data-kind={one.kind} data-label={head(one, lang, t('box.yuan'))}>
                    {one.product
                      ? <output>{cellText(kept[at]!, one, kinds, lang)}</output>
                      : <Cell row={row} column={one} lang={lang} invalid={tied['aria-invalid']} label={t('table.cell', { row: at + 1, column: one.label[lang] })} onType={typed => type(at, one.id, typed)} onLeave={onLeave} />}
                  </td>
                ))}
                <td className={styles.tool}>
                  <button type="button" aria-label={t('table.removeRow', { row: at + 1 })} title={t('table.removeRow', { row: at + 1 })} onClick={() => remove(at)}><Icon name="trash" /></button>
                </td>
              </tr>
            ))}
          </tbody>
          {sums.length > 0 && <Sums rows={kept} columns={columns} lang={lang} />}
        </table>
      )}
      {rows.length < (field.max ?? mostRows) && <Button small icon="plus" onClick={add}>{t('table.add')}</Button>}
    </div>
  )
}

function Sums({ rows, columns, lang }: { rows: readonly TableRow[]; columns: readonly Column[]; lang: Lang }) {
  const { t } = useTranslation('form')
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.number}>{t('table.total')}</th>
        {columns.map(one => <td key={one.id} data-kind={one.kind} data-label={one.label[lang]}>{one.sum ? sumText(rows, one, kinds, lang) : ''}</td>)}
      </tr>
    </tfoot>
  )
}

/** The same table, to be read and printed. */
export function TableShown({ field, value, lang }: { field: Field; value: BoxProps['value']; lang: Lang }) {
  const { t } = useTranslation('form')
  const columns = columnsOf(field)
  const rows = rowsOf(value)
  return (
    <div className={`${styles.table} ${styles.shown}`}>
      <table aria-label={field.label[lang]}>
        <thead>
          <tr>
            <th className={styles.number}><span className="unseen">{t('table.number')}</span></th>
            {columns.map(one => <th key={one.id} data-kind={one.kind} scope="col">{one.label[lang]}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row" className={styles.number}>{at + 1}</th>
              {columns.map(one => <td key={one.id} data-kind={one.kind} data-label={one.label[lang]}>{cellText(row, one, kinds, lang)}</td>)}
            </tr>
          ))}
        </tbody>
        {columns.some(({ sum }) => sum) && <Sums rows={rows} columns={columns} lang={lang} />}
      </table>
    </div>
  )
}

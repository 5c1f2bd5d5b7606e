import type { Field } from '@qinqing/domain/language/field'
import { operandKind } from '@qinqing/domain/language/form-faults'
import { type Formula, formulaOps, type FormulaOp, type MeasureKind, type Operand } from '@qinqing/domain/language/formula'
import { columnsOf } from '@qinqing/domain/language/table'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { MeasureBox } from './Boxes.tsx'
import { fieldsOf } from './drawing.ts'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'
import { formulaText, termText } from './telling.ts'

const ops = Object.keys(formulaOps) as FormulaOp[]
const fixed = '#'

const keyOf = (one: Operand): string => ('number' in one ? fixed : 'field' in one ? one.field : `${one.table}/${one.column}`)

/** What may stand in a formula: every field that counts, and every column that does. */
function termsOf(fields: readonly Field[], self: string): Operand[] {
  const known = new Map(fields.map(one => [one.id, one]))
  const all = fields.filter(({ id }) => id !== self)
    .flatMap((one): Operand[] => (one.kind === 'table' ? columnsOf(one).map(({ id }) => ({ table: one.id, column: id })) : [{ field: one.id }]))
  return all.filter(one => operandKind(one, known))
}

/** What each calculation can begin with for a field of this kind. */
function begun(op: FormulaOp, terms: readonly Operand[], kindOf: (one: Operand) => MeasureKind | undefined, kind: string): Operand[] {
  const fits: Record<FormulaOp, (one: Operand) => boolean> = {
    sum: one => kindOf(one) === kind, difference: one => kindOf(one) === kind, product: one => kindOf(one) !== 'date',
    share: one => kindOf(one) !== 'date', days: one => kindOf(one) === 'date',
  }
  const found = terms.filter(fits[op])
  const [least] = formulaOps[op].operands
  const first = found.slice(0, least)
  const filler: Operand = op === 'product' ? { number: 1 } : found[0] ?? { number: 0 }
  return [...first, ...Array.from({ length: least - first.length }, () => filler)]
}

/** A calculation put together by choosing: how, and with what; read back as a sentence. */
export function FormulaEditor({ of, onChange }: { of: Field; onChange: (formula: Formula | undefined) => void }) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { form, mayEdit } = useEditing()
  const fields = fieldsOf(form)
  const known = new Map(fields.map(one => [one.id, one]))
  const terms = termsOf(fields, of.id)
  const { formula } = of
  const sum = (table: string, column: string) => t('formula.columnSum', { table, column })
  const choices = [...terms.map(one => ({ value: keyOf(one), label: termText(one, form, language, sum) })), { value: fixed, label: t('formula.number') }]
  const chosen = (key: string): Operand => terms.find(one => keyOf(one) === key) ?? { number: 1 }
  const put = (next: readonly Operand[]) => { if (formula) onChange({ ...formula, of: [...next] }) }
  const change = (at: number, one: Operand) => put(formula!.of.map((each, n) => (n === at ? one : each)))
  const [least, most] = formula ? formulaOps[formula.op].operands : [0, 0]
  if (!formula && terms.length === 0) return <section className={styles.group}><h3>{t('formula.title')}</h3><p className="second">{t('formula.none')}</p></section>
  return (
    <section className={styles.group} aria-label={t('formula.title')}>
      <h3>{t('formula.title')}</h3>
      {formula && <p className={styles.reads}>{t('formula.reads', { label: of.label[language], formula: formulaText(formula, form, language, sum) })}</p>}
      <FormRow label={t('formula.op')}>
        {field => (
          <SelectField
            field={field} value={formula?.op ?? 'off'}
            choices={[{ value: 'off', label: t('formula.off') }, ...ops.map(op => ({ value: op, label: formulaOps[op].label[language] }))]}
            onChange={value => {
              const op = ops.find(one => one === value)
              onChange(op && { op, of: begun(op, terms, one => operandKind(one, known), of.kind) })
            }}
          />
        )}
      </FormRow>
      {formula?.of.map((one, at) => (
        <div key={at} className={styles.test}>
          <FormRow label={t('formula.term', { n: at + 1 })}>
            {field => <SelectField field={field} value={keyOf(one)} choices={choices} onChange={key => change(at, chosen(key))} />}
          </FormRow>
          {'number' in one && (
            <MeasureBox label={t('formula.numberOf')} kind="number" value={one.number} optional={false} onChange={number => { if (number !== undefined) change(at, { number }) }} />
          )}
          {mayEdit && formula.of.length > least && (
            <button
              type="button" className={styles.tool} aria-label={t('act.of', { act: t('act.remove'), name: t('formula.term', { n: at + 1 }) })}
              onClick={() => put(formula.of.filter((_, n) => n !== at))}
            >
              <Icon name="trash" />
            </button>
          )}
        </div>
      ))}
      {mayEdit && formula && formula.of.length < most && (
        <Button small icon="plus" onClick={() => put([...formula.of, terms.find(one => operandKind(one, known) === of.kind) ?? { number: 1 }])}>{t('formula.add')}</Button>
      )}
    </section>
  )
}

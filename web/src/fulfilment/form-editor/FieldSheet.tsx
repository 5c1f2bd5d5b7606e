import { sourceText } from '@qinqing/domain/language/bureaus'
import { type Field, type FieldKind, fieldKind } from '@qinqing/domain/language/field'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { predicate, predicateKeys } from '@qinqing/domain/language/predicates'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectField } from '../../kit/SelectField.tsx'
import { MeasureBox, type MeasureBoxKind, TextPair } from './Boxes.tsx'
import { boundTo, ofKind } from './drawing.ts'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'
import { FormulaEditor } from './FormulaEditor.tsx'
import { ChoicesEditor, ColumnsEditor } from './ListEditors.tsx'
import { shortId } from './Outline.tsx'
import { RuleEditor } from './RuleEditor.tsx'

type Change = (patch: Partial<Record<keyof Field, unknown>>) => void

/** A field with something of it changed; what is undefined is gone. */
const patched = (field: Field, patch: Parameters<Change>[0]): Field =>
  Object.fromEntries(Object.entries({ ...field, ...patch }).filter(([, value]) => value !== undefined)) as Field

interface PartProps {
  field: Field
  change: Change
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return <label className={styles.check}><input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />{label}</label>
}

function Basics({ field, change }: PartProps) {
  const { policy, change: put } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  return (
    <>
      <TextPair label={t('field.label')} labelEn={t('field.labelEn')} value={field.label} onChange={label => change({ label })} />
      <div className={styles.two}>
        <FormRow label={t('field.kind')}>
          {tied => (
            <SelectField
              field={tied} value={field.kind} disabled={field.fact !== undefined}
              choices={fieldKind.options.map(kind => ({ value: kind, label: kinds[kind].label[language] }))}
              onChange={kind => put(ofKind(field, kind as FieldKind, shortId))}
            />
          )}
        </FormRow>
        <FormRow label={t('field.clause')} optional>
          {tied => (
            <SelectField
              field={tied} value={field.clause ?? ''} placeholder={t('field.noClause')}
              choices={[
                { value: ' ', label: t('field.noClause') },
                ...policy.clauses.filter(({ ref }) => ref.trim()).map(({ ref, text }) => ({ value: ref, label: `${ref}　${text.slice(0, 30)}`, search: `${ref} ${text}` })),
              ]}
              onChange={ref => change({ clause: ref.trim() || undefined })}
            />
          )}
        </FormRow>
      </div>
      <TextPair
        label={t('field.hint')} labelEn={t('field.hintEn')} value={field.hint} hint={t('field.hintHint')} optional
        onChange={hint => change({ hint: hint.zh || hint.en ? hint : undefined })}
      />
      {field.kind === 'number' && field.fact === undefined && (
        <FormRow label={t('field.unit')} optional>
          {tied => (
            <Input
              {...tied} value={field.unit?.zh ?? ''} maxLength={20} placeholder={t('field.unitHint')}
              onChange={event => change({ unit: event.target.value ? { zh: event.target.value, en: event.target.value } : undefined })}
            />
          )}
        </FormRow>
      )}
      <div className={styles.checks}>
        {!field.formula && field.kind !== 'declaration' && <Check label={t('field.required')} checked={field.required} onChange={required => change({ required })} />}
        {field.kind !== 'declaration' && <Check label={t('field.personal')} checked={field.personal ?? false} onChange={on => change({ personal: on || undefined })} />}
      </div>
    </>
  )
}

type Bound = readonly ['min' | 'max', 'least' | 'most' | 'letters' | 'rows' | 'leastRows' | 'megabytes', MeasureBoxKind]

const boundsOf: { [Kind in FieldKind]?: readonly Bound[] } = {
  text: [['max', 'letters', 'number']], longtext: [['max', 'letters', 'number']],
  number: [['min', 'least', 'number'], ['max', 'most', 'number']], money: [['min', 'least', 'money'], ['max', 'most', 'money']],
  percent: [['min', 'least', 'percent'], ['max', 'most', 'percent']], table: [['min', 'leastRows', 'number'], ['max', 'rows', 'number']],
  file: [['max', 'megabytes', 'megabytes']],
}

function Bounds({ field, change }: PartProps) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const bounds = boundsOf[field.kind] ?? []
  if (!bounds.length) return null
  return (
    <section className={styles.group} aria-label={t('bounds.title')}>
      <h3>{t('bounds.title')}</h3>
      <div className={styles.two}>
        {bounds.map(([which, says, kind]) => (
          <MeasureBox
            key={`${field.id} ${which}`} label={t(`bounds.${says}`)} kind={kind} unit={field.unit?.[language]} onChange={value => change({ [which]: value })}
            value={field[which] === -Number.MAX_SAFE_INTEGER ? undefined : field[which]}
          />
        ))}
      </div>
    </section>
  )
}

const none = ' none'

function Data({ field }: { field: Field }) {
  const { change } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const known = predicateKeys.flatMap(key => {
    const of = predicate(key)
    return of ? [{ key, label: of.label[language], from: of.authority[language] }] : []
  })
  const of = field.fact === undefined ? undefined : predicate(field.fact)
  return (
    <section className={styles.group} aria-label={t('data.title')}>
      <h3>{t('data.title')}</h3>
      <FormRow
        label={t('data.fact')}
        help={of && <>{t('data.how', { source: sourceText(of.authority.zh, language) })} {t('data.sets')}</>}
      >
        {tied => (
          <SelectField
            field={tied} value={field.fact ?? none} onChange={key => change(boundTo(field, key === none ? undefined : key))}
            choices={[
              { value: none, label: t('data.none') },
              ...[...Map.groupBy(known, ({ from }) => from)].map(([from, facts]) => (
                { label: from, choices: facts.map(({ key, label }) => ({ value: key, label, search: `${label} ${from}` })) }
              )),
            ]}
          />
        )}
      </FormRow>
    </section>
  )
}

const bindable: readonly FieldKind[] = ['text', 'longtext', 'number', 'money', 'percent', 'date', 'choice', 'choices', 'flag', 'phone', 'creditCode', 'bankAccount']
const computed: readonly FieldKind[] = ['number', 'money', 'percent']

/** Everything about one field: what it asks, what it may be, where it comes from, and when it is there. */
export function FieldSheet({ field }: { field: Field }) {
  const { change: put, faults, spot } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const change: Change = patch => put(patched(field, patch))
  const found = faults.filter(({ path }) => spot?.field !== undefined && path === `sections.${spot.section}.fields.${spot.field}`)
  return (
    <div className={styles.sheet}>
      <h2>{field.label[language].trim() || t('unnamed')}</h2>
      {found.map(({ code, message }) => <FieldFault key={code}>{message[language]}</FieldFault>)}
      <section className={styles.group} aria-label={t('field.basics')}><Basics field={field} change={change} /></section>
      {(field.kind === 'choice' || field.kind === 'choices') && field.fact === undefined && (
        <ChoicesEditor choices={field.choices ?? []} onChange={choices => change({ choices })} />
      )}
      {field.kind === 'table' && <ColumnsEditor columns={field.columns ?? []} onChange={columns => change({ columns })} />}
      {computed.includes(field.kind) && field.fact === undefined && <FormulaEditor of={field} onChange={formula => change({ formula })} />}
      {bindable.includes(field.kind) && !field.formula && <Data field={field} />}
      <Bounds field={field} change={change} />
      <RuleEditor
        title={t('rule.show')} otherwise={t('rule.always')} reads={tests => t('rule.when', { tests })} rule={field.showWhen} of={field}
        onChange={showWhen => change({ showWhen })}
      />
      {!field.required && !field.formula && (
        <RuleEditor
          title={t('rule.require')} otherwise={t('rule.never')} reads={tests => t('rule.must', { tests })} rule={field.requiredWhen} of={field}
          onChange={requiredWhen => change({ requiredWhen })}
        />
      )}
    </div>
  )
}

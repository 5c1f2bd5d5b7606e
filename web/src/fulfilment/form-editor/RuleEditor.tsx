import { askings, askingsFor } from '@qinqing/domain/language/asking'
import type { Field } from '@qinqing/domain/language/field'
import { regionName, regionsIn } from '@qinqing/domain/language/regions'
import type { Rule, RuleTest } from '@qinqing/domain/language/rule'
import type { Lang } from '@qinqing/domain/language/text'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { type Choice, SelectField } from '../../kit/SelectField.tsx'
import { MeasureBox } from './Boxes.tsx'
import { fieldsOf } from './drawing.ts'
import { useEditing } from './editing.tsx'
import styles from './formEditor.module.css'
import { ruleText } from './telling.ts'

const guangxi = '450000'

/** Provinces, and all that lies in Guangxi, found by any part of the name. */
const regionChoices = (lang: Lang): Choice[] => {
  const cities = regionsIn(guangxi)
  const all = [...regionsIn(), ...cities, ...cities.flatMap(({ code }) => regionsIn(code))]
  return all.map(({ code, label }) => ({ value: code, label: label[lang], search: regionName(code, lang) }))
}

/** A test as it begins: the first thing that can be asked, with the first answer. */
function testOf(of: Field, asks = askingsFor(of.kind)[0]!): RuleTest {
  const { operand } = askings[asks]
  const first = { none: undefined, choice: of.kind === 'region' ? '450200' : of.choices?.[0]?.value, measure: 0, date: '2026-01-01' }[operand]
  return { field: of.id, asks, ...(first === undefined ? {} : { value: first }) }
}

function ValueOf({ test, of, onChange }: { test: RuleTest; of: Field; onChange: (test: RuleTest) => void }) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { operand } = askings[test.asks]
  if (operand === 'none') return null
  if (operand === 'measure') {
    return (
      <MeasureBox
        label={t('rule.value')} kind={of.kind === 'money' || of.kind === 'percent' ? of.kind : 'number'} value={Number(test.value)} optional={false}
        unit={of.unit?.[language]} onChange={value => { if (value !== undefined) onChange({ ...test, value }) }}
      />
    )
  }
  return (
    <FormRow label={t('rule.value')}>
      {field => (operand === 'date'
        ? <Input {...field} type="date" value={String(test.value)} onChange={event => { if (event.target.value) onChange({ ...test, value: event.target.value }) }} />
        : (
            <SelectField
              field={field} value={String(test.value)} onChange={value => onChange({ ...test, value })}
              choices={of.kind === 'region' ? regionChoices(language) : (of.choices ?? []).map(({ value, label }) => ({ value, label: label[language] }))}
            />
          ))}
    </FormRow>
  )
}

interface Props {
  title: string
  /** What holds when there is no rule. */
  otherwise: string
  reads: (tests: string) => string
  rule: Rule | undefined
  of: Field
  onChange: (rule: Rule | undefined) => void
}

/** Conditions between fields, put together by choosing; read back as a sentence. */
export function RuleEditor({ title, otherwise, reads, rule, of, onChange }: Props) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { form, mayEdit } = useEditing()
  const others = fieldsOf(form).filter(({ id, kind }) => id !== of.id && kind !== 'file')
  const tests = rule?.tests ?? []
  const put = (next: readonly RuleTest[], all = rule?.all ?? true) => onChange(next.length ? { all, tests: [...next] } : undefined)
  const change = (at: number, test: RuleTest) => put(tests.map((one, n) => (n === at ? test : one)))
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      {rule
        ? <p className={styles.reads}>{reads(ruleText(rule, form, language, { and: t('rule.and'), or: t('rule.or') }))}</p>
        : <p className="second">{otherwise}</p>}
      {tests.length > 1 && (
        <FormRow label={t('rule.match')}>
          {field => (
            <SelectField
              field={field} value={rule?.all ? 'all' : 'any'} onChange={value => put(tests, value === 'all')}
              choices={[{ value: 'all', label: t('rule.all') }, { value: 'any', label: t('rule.any') }]}
            />
          )}
        </FormRow>
      )}
      {tests.map((test, at) => {
        const asked = others.find(({ id }) => id === test.field)
        return (
          // Tests have no name of their own.
          <div key={at} className={styles.test}>
            <FormRow label={t('rule.field')}>
              {field => (
                <SelectField
                  field={field} value={asked?.id} choices={others.map(({ id, label }) => ({ value: id, label: label[language] || t('unnamed') }))}
                  onChange={id => change(at, testOf(others.find(one => one.id === id)!))}
                />
              )}
            </FormRow>
            {asked && (
              <FormRow label={t('rule.asks')}>
                {field => (
                  <SelectField
                    field={field} value={test.asks} choices={askingsFor(asked.kind).map(one => ({ value: one, label: askings[one].label[language] }))}
                    onChange={asks => change(at, testOf(asked, askingsFor(asked.kind).find(one => one === asks)))}
                  />
                )}
              </FormRow>
            )}
            {asked && <ValueOf test={test} of={asked} onChange={next => change(at, next)} />}
            {mayEdit && (
              <button type="button" className={styles.tool} aria-label={t('rule.remove')} title={t('rule.remove')} onClick={() => put(tests.filter((_, n) => n !== at))}>
                <Icon name="trash" />
              </button>
            )}
          </div>
        )
      })}
      {mayEdit && tests.length < 5 && (others.length > 0
        ? <Button small icon="plus" onClick={() => put([...tests, testOf(others[0]!)])}>{t('rule.add')}</Button>
        : <p className="second">{t('rule.none')}</p>)}
    </section>
  )
}

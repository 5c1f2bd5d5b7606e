import type { Clause } from '@qinqing/domain/language/condition'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import type { Field } from '../../kit/FormRow.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'

interface Props {
  field: Field
  value: Clause
  onChange: (clause: Clause) => void
}

const another = '\n'

/** The clause that a condition rests on: one of the text, or a new one that is added to it. */
export function ClauseSelect({ field, value, onChange }: Props) {
  const { t } = useTranslation('editor')
  const { policy, set } = useEditor()
  const [adding, setAdding] = useState<Clause>()
  const known = policy.clauses.some(({ ref }) => ref === value.ref)
  const clash = adding && policy.clauses.some(({ ref }) => ref.trim() === adding.ref.trim())
  const take = () => {
    if (!adding) return
    const clause = { ref: adding.ref.trim(), text: adding.text.trim() }
    set('text/clauses', [...policy.clauses, clause])
    onChange(clause)
    setAdding(undefined)
  }
  if (adding) {
    return (
      <div className={styles.clause}>
        <Input
          id={field.id} value={adding.ref} maxLength={60} placeholder={t('text.refHint')} aria-label={t('clause.ref')}
          status={clash ? 'error' : ''} onChange={event => setAdding({ ...adding, ref: event.target.value })}
        />
        <div>
          <Input.TextArea
            value={adding.text} maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('text.textHint')}
            aria-label={t('clause.text')} onChange={event => setAdding({ ...adding, text: event.target.value })}
          />
          {clash && <p className="second">{t('clause.clash', { ref: adding.ref })}</p>}
          <div className={styles.foot}>
            <Button small onClick={() => setAdding(undefined)}>{t('clause.cancel')}</Button>
            <Button small kind="soft" disabled={!adding.ref.trim() || !adding.text.trim() || clash} onClick={take}>
              {t('clause.take')}
            </Button>
          </div>
        </div>
      </div>
    )
  }
  return (
    <SelectField
      field={field} value={value.ref} placeholder={t('clause.hint')}
      onChange={ref => {
        const found = policy.clauses.find(one => one.ref === ref)
        if (found) onChange(found)
        else if (ref === another) setAdding({ ref: '', text: '' })
      }}
      choices={[
        ...(known || !value.ref ? [] : [{ value: value.ref, label: t('clause.missing', { ref: value.ref }) }]),
        ...policy.clauses.filter(({ ref }) => ref.trim()).map(({ ref, text }) => ({ value: ref, label: `${ref}　${text.slice(0, 40)}`, search: `${ref} ${text}` })),
        { value: another, label: t('clause.add') },
      ]}
    />
  )
}

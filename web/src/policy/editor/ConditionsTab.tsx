import { type Condition, conditionFault, sentence } from '@qinqing/domain/language/condition'
import { predicate } from '@qinqing/domain/language/predicates'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useSpot } from './address.ts'
import { Clash } from './Clash.tsx'
import { ConditionForm } from './ConditionForm.tsx'
import { useEditor, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import { shortId } from './items.ts'
import { exchanged, inserted, replaced, without } from './lists.ts'
import type { LooseItem } from './loose.ts'
import type { Place } from './places.ts'
import { Tools } from './Tools.tsx'

/** What is asked of an enterprise: each condition by form, read back as a sentence. */
export function ConditionsTab({ item }: { item: LooseItem }) {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const language = useLanguage()
  const { spot, go } = useSpot()
  const { mayEdit, open, fresh, add, remove, touch, policy } = useEditor()
  const place: Place = `item:${item.id}/conditions`
  const { value: conditions, set } = usePlace<readonly Condition[]>(place)
  const at = 'item' in spot ? spot.at : undefined
  const openOne = (id: string | undefined) => go({ part: 'conditions', item: item.id, at: id }, true)

  const faultOf = (n: number) => open.find(one => one.item === item.id && one.path.startsWith(`conditions.${n}.`))
  const whole = open.find(one => one.item === item.id && one.path === 'conditions')
  const addOne = () => {
    const one: Condition = { id: shortId(), clause: policy.clauses.length === 1 ? policy.clauses[0]! : { ref: '', text: '' }, fact: '', comparison: '', value: null }
    add(one.id)
    touch(item.id)
    set([...conditions, one])
    openOne(one.id)
  }
  const takeOut = (n: number) => {
    const gone = conditions[n]!
    set(without(conditions, n))
    if (at === gone.id) openOne(undefined)
    remove(t('condition.removed', { says: tell(gone) }), () => set(inserted(without(conditions, n), n, gone)))
  }
  const tell = (one: Condition) => (!predicate(one.fact) ? t('condition.empty') : conditionFault(one) ? life('unfinished') : sentence(one, language))

  return (
    <>
      <p className={styles.lead}>{t('condition.lead')}</p>
      {whole && !fresh(item.id) && <FieldFault>{whole.message[language]}</FieldFault>}
      <Clash place={place} tell={theirs => (theirs as Condition[]).map(one => `${tell(one)}（${one.clause.ref}）`).join('\n')} />
      {conditions.length === 0 && <Empty icon="check" what={t('condition.none')} how={t('condition.noneHow')} />}
      {conditions.length > 0 && (
        <ol className={styles.rows}>
          {conditions.map((one, n) => {
            const fault = fresh(one.id) ? undefined : faultOf(n)
            const change = (patch: Partial<Condition>) => set(replaced(conditions, n, patch))
            return (
              <li key={one.id} data-testid="condition-row" data-id={one.id}>
                {at === one.id
                  ? (
                    <ConditionForm
                      item={item} condition={one} fault={fault} onChange={change} onDone={() => { touch(one.id); openOne(undefined) }}
                      tools={mayEdit && <Tools name={tell(one)} at={n} of={conditions.length} onMove={to => set(exchanged(conditions, n, to))} onRemove={() => takeOut(n)} />}
                    />
                  )
                  : (
                    <div className={styles.line}>
                      <button type="button" className={styles.opens} onClick={() => openOne(one.id)}>
                        <span className="unseen">{t('condition.edit')}</span>
                        <strong>{tell(one)}</strong>
                        <small>{one.clause.ref ? `${one.clause.ref}　${one.clause.text.slice(0, 60)}` : t('condition.noClause')}</small>
                      </button>
                      {mayEdit && (
                        <Tools
                          name={tell(one)} at={n} of={conditions.length} onMove={to => set(exchanged(conditions, n, to))}
                          onRemove={() => takeOut(n)}
                        />
                      )}
                      {fault && <FieldFault>{fault.message[language]}</FieldFault>}
                    </div>
                  )}
              </li>
            )
          })}
        </ol>
      )}
      {mayEdit && conditions.length < 50 && (
        <div className={styles.after}><Button kind="soft" icon="plus" onClick={addOne}>{t('condition.add')}</Button></div>
      )}
    </>
  )
}

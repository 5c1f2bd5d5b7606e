import { sourceText } from '@qinqing/domain/language/bureaus'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { deriveForm, type Field } from '@qinqing/domain/language/form'
import { burden } from '@qinqing/domain/language/form-diff'
import { predicate } from '@qinqing/domain/language/predicates'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SourceTag } from '../../kit/SourceTag.tsx'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import { type LooseItem, wholePolicy } from './loose.ts'

function FieldLine({ field: { label, kind, required, hint, fact, clause } }: { field: Field }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const of = fact ? predicate(fact) : undefined
  const says = [of ? t('form.prefilled') : kinds[kind].label[language], hint?.[language], clause && t('form.clause', { ref: clause })].filter(Boolean).join(' · ')
  return (
    <div>
      <dt>
        {label[language]}
        {required ? <span className={styles.star} title={t('form.required')}>*</span> : <span className={styles.quiet}>（{t('form.optional')}）</span>}
      </dt>
      <dd>{of && <SourceTag source={sourceText(of.authority.zh, language)} bare />} {says}</dd>
    </div>
  )
}

/** The form that applicants will get: as it follows from conditions, amount and materials, or as somebody has drawn it; edited on its own page. */
export function FormTab({ item }: { item: LooseItem }) {
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const { document, working, mayEdit } = useEditor()
  const form = useMemo(() => {
    const whole = wholePolicy(document, working.edits).items.find(({ id }) => id === item.id)
    return whole && (whole.form ?? deriveForm(whole))
  }, [document, working.edits, item.id])
  if (!form) return null
  const { fields: all, known } = burden(form)
  return (
    <>
      <p className={styles.lead}>{t(form.drawn ? 'tab.drawn' : 'tab.derived', { all, known })}</p>
      {mayEdit && <p className={styles.lead}><ButtonLink kind="soft" icon="edit" to={`/desk/policies/${document.id}/items/${item.id}/form`}>{t('tab.edit')}</ButtonLink></p>}
      <div className={styles.drawn}>
        {form.sections.map(({ id, title, fields }) => (
          <section key={id} aria-label={title[language]}>
            <h3>{title[language]}</h3>
            <dl>{fields.map(field => <FieldLine key={field.id} field={field} />)}</dl>
          </section>
        ))}
      </div>
    </>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { sourceText } from '@qinqing/domain/language/bureaus'
import { read, type ReadField } from '@qinqing/domain/language/form'
import { useTranslation } from 'react-i18next'
import { Facts, type Known } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { PanePart } from '../../kit/Panes.tsx'
import { TableShown } from '../form/TableBox.tsx'
import styles from './case.module.css'

/** What the enterprise has stated, as its form had it; where it corrects what the platform knows, both are shown. */
export function Answers({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const { item: { form }, answers, facts } = application
  if (!form) return null
  const sections = read(form, answers, facts, language).sections
    .map(section => ({ ...section, fields: section.fields.filter(({ kind, origin }) => kind !== 'file' && origin !== 'fact') }))
    .filter(({ fields }) => fields.length > 0)
  const said = (field: ReadField) => (field.kind === 'table' && field.value !== null ? <TableShown field={field} value={field.value} lang={language} /> : field.display)
  const shown = (field: ReadField): Known => (field.kind === 'declaration' ? {
    id: field.id, label: field.display, value: field.label[language],
  } : {
    id: field.id, label: field.label[language], value: field.origin === 'none' ? <span className={styles.quiet}>{t('answers.none')}</span> : said(field),
    note: field.instead && <span className={styles.instead}>{t(
      'answers.instead', { value: field.instead.display, source: sourceText(field.instead.source, language) },
    )}</span>,
  })
  return (
    <PanePart level={2} title={t('answers.title')} count={t('answers.count')}>
      <div className={styles.answers}>
        {sections.map(({ id, title, fields }) => (
          <section key={id}><h3>{title[language]}</h3><Facts facts={fields.map(shown)} label={title[language]} /></section>
        ))}
      </div>
    </PanePart>
  )
}

import type { Dispute } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { sourceText } from '@qinqing/domain/language/bureaus'
import type { Facts as KnownFacts } from '@qinqing/domain/language/fact'
import { type FileRef, read, type ReadField, type ReadSection } from '@qinqing/domain/language/form'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../kit/Empty.tsx'
import { Facts, type Known } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { useTime } from '../../kit/Time.tsx'
import { paperAddress } from '../../parts/paper.ts'
import { TableShown } from '../form/TableBox.tsx'
import styles from './Case.module.css'

interface Props {
  application: ApplicationDocument
  /** What is known: as it was at the submission, or as it is now for a draft. */
  facts: KnownFacts
  disputes: Readonly<Record<string, Dispute>>
  onWrong: (fact: string) => void
}

const isFile = (value: ReadField['value']): value is FileRef => typeof value === 'object' && value !== null && 'hash' in value

/** What was filled in, where it came from, and what it replaces; nothing can be changed here. */
export function Content({ application, facts, disputes, onWrong }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const { id, item, answers, status, version } = application
  const form = item.form
  const value = (field: ReadField) => {
    const { value: kept, display } = field
    if (isFile(kept))
      return (
        <a
          href={paperAddress(id, kept)}
          target="_blank"
          rel="noreferrer"
          className={styles.file}
          title={t('case.content.view', { name: kept.name })}
        >
          <Icon name="document" small />
          {display}
        </a>
      )
    if (field.kind === 'table' && kept !== null) return <TableShown field={field} value={kept} lang={language} />
    return display ? <span className={styles.said}>{display}</span> : <span className={styles.none}>{t('case.content.empty')}</span>
  }
  const known = (field: ReadField): Known => {
    const { id: key, label, origin, source, asOf, fact, instead } = field
    const dispute = fact === undefined ? undefined : disputes[fact]
    const note = instead
      ? t('case.content.instead', { value: instead.display, source: sourceText(instead.source, language) })
      : dispute && t('verdict.disputed', { at: time.moment(dispute.at), note: dispute.note })
    // What one declares is a sentence: it wants the room, and the word for it stands before it.
    if (field.kind === 'declaration')
      return { id: key, label: t(field.value ? 'case.content.agreed' : 'case.content.empty'), value: label[language] }
    return {
      id: key,
      label: label[language],
      value: value(field),
      note,
      source: origin === 'fact' && source ? { name: sourceText(source, language), at: asOf } : instead && { name: t('case.content.own') },
      onWrong: origin === 'fact' && fact && !dispute ? () => onWrong(fact) : undefined,
    }
  }
  // What a draft still lacks is counted; what was submitted shows its gaps where they are.
  const told = ({ fields }: ReadSection) => fields.filter(({ origin, required }) => origin !== 'none' || (required && status !== 'draft'))
  const reading = form ? read(form, answers, facts, language).sections : []
  const sections = reading.map(section => ({ ...section, fields: told(section) })).filter(({ fields }) => fields.length > 0)
  const open =
    status === 'draft' ? reading.flatMap(({ fields }) => fields).filter(({ origin, required }) => origin === 'none' && required).length : 0
  return (
    <Section title={t(status === 'draft' ? 'case.content.draft' : 'case.content.title')} count={t('case.content.version', { version })}>
      <Surface padded>
        {sections.length === 0 ? (
          <Empty what={t('case.content.none')} how={t('case.content.version', { version })} />
        ) : (
          sections.map(section => (
            <section key={section.id} className={styles.section} aria-label={section.title[language]}>
              <h3>{section.title[language]}</h3>
              <Facts label={section.title[language]} facts={section.fields.map(known)} />
            </section>
          ))
        )}
        {open > 0 && <p className={`${styles.open} second`}>{t('case.content.open', { count: open })}</p>}
      </Surface>
    </Section>
  )
}

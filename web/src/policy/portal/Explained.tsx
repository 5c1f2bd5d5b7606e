import type { Item } from '@qinqing/domain/language/item'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section, Surface } from '../../kit/Section.tsx'
import { clauseTo } from '../../parts/clause.ts'
import styles from './Policy.module.css'
import { dialled } from './dialled.ts'

/** 通俗解读: in plain words, each piece with the clauses it explains, and whom to ask. Nothing when there is neither. */
export function Explained({ policy: { id, guide: { notes, contact } }, item }: { policy: PolicyDocument, item: Item }) {
  const { t } = useTranslation('policyLife')
  if (notes.length === 0 && !contact) return null
  const reached = contact && ([
    ['office', contact.office], ['phone', contact.phone && <a href={`tel:${dialled(contact.phone)}`}>{contact.phone}</a>], ['hours', contact.hours],
    ['address', contact.address],
  ] as const).filter(([, value]) => value)
  return (
    <Section id="explained" title={t(notes.length > 0 ? 'explain.title' : 'explain.contact')} count={notes.length > 0 && t('explain.note')}>
      <Surface padded>
        {notes.map(({ title, text, clauses }) => (
          <article key={title} className={styles.explained}>
            <h3>{title}</h3>
            <p>{text}</p>
            {clauses.length > 0 && (
              <p className="second">{t('explain.clauses')} {clauses.map(ref => <Link key={ref} to={clauseTo(id, item.id, ref)}>{ref}</Link>)}</p>
            )}
          </article>
        ))}
        {reached && reached.length > 0 && (
          <dl className={styles.contact} aria-label={t('explain.contact')}>
            {reached.map(([key, value]) => <div key={key}><dt>{t(`explain.${key}`)}</dt><dd>{value}</dd></div>)}
          </dl>
        )}
      </Surface>
    </Section>
  )
}

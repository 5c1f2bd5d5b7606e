import type { Item } from '@qinqing/domain/language/item'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../../kit/Empty.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { useTime } from '../../kit/Time.tsx'
import { clauseAnchor, clauseTo } from '../../parts/clause.ts'
import { CopyLink } from './CopyLink.tsx'
import styles from './Policy.module.css'

interface Props {
  policy: PolicyDocument
  item: Item
  /** The clause that the address points to. */
  target: string
}

/** The text as it was published, clause by clause; each has an address, and those that conditions rest on say so. */
export function Original({ policy: { id, title, number, version, publishedAt, clauses }, item, target }: Props) {
  const { t } = useTranslation('portal')
  const time = useTime()
  const basis = new Set(item.conditions.map(({ clause }) => clause.ref))
  return (
    <Section
      id="text" title={t('policy.text.title')}
      count={t('policy.text.version', { version, at: time.day(publishedAt) })}
    >
      <Surface>
        {clauses.length === 0 ? <Empty icon="book" what={title} how={t('policy.text.none')} /> : (
          <div className={styles.text}>
            <p className={styles.title}>{title}</p>
            {number && <p className="second">{t('policy.text.number', { number })}</p>}
            <ol>
              {clauses.map(({ ref, text }) => (
                <li key={ref} id={clauseAnchor(ref)} className={target === clauseAnchor(ref) ? styles.target : undefined}>
                  <Link to={clauseTo(id, item.id, ref)} className={styles.ref} title={t('policy.text.link', { ref })}>{ref}</Link>
                  <p>{text}</p>
                  <span className={styles.marks}>{basis.has(ref) && <Tag>{t('policy.text.basis')}</Tag>}<CopyLink to={clauseTo(id, item.id, ref)} of={ref} /></span>
                </li>
              ))}
            </ol>
          </div>
        )}
      </Surface>
    </Section>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { endOfBusiness } from '@qinqing/domain/language/calendar'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { Deadline } from '../../kit/Deadline.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Section, Surface } from '../../kit/Section.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './Case.module.css'
import { leftUntil } from './promised.ts'

/** What the office asks for, item by item, and which of them are answered already. */
export function Correction({ application: { id, correction, replies, item, officeName } }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  if (!correction) return null
  const fields = new Map(item.form?.sections.flatMap(section => section.fields.map(field => [field.id, field.label[language]])))
  const { items, askedAt, askedBy, answerBy, touched } = correction
  return (
    <Section title={t('case.correction.title', { count: items.length })}>
      <Surface padded>
        <Deadline as="tag" due={endOfBusiness(answerBy)} left={leftUntil(answerBy, time.now)} />
        <ol className={styles.asked}>
          {items.map(({ id: one, field, text }) => {
            const reply = replies[one]?.trim()
            const changed = field !== null && touched.includes(field)
            return (
              <li key={one}>
                <div>
                  <p>
                    <strong>{text}</strong>
                  </p>
                  <p className="second">
                    {field === null ? t('case.correction.words') : t('case.correction.field', { field: fields.get(field) ?? '' })}
                  </p>
                  {reply && <p className="second">{t('case.correction.replied', { text: reply })}</p>}
                </div>
                <StatusMark status={changed || reply ? 'met' : 'unknown'} quiet>
                  {changed ? t('case.correction.changed') : reply ? t('case.correction.words') : t('case.correction.open')}
                </StatusMark>
              </li>
            )
          })}
        </ol>
        <p className="second">
          {t('case.correction.asked', { who: `${officeName} ${askedBy}`, at: time.moment(askedAt) })} · {t('case.correction.once')}
        </p>
        <div className={`${styles.act} unprinted`}>
          <ButtonLink to={`/applications/${id}/form`} kind="primary">
            {t('case.correct')}
          </ButtonLink>
        </div>
      </Surface>
    </Section>
  )
}

import { addDays, localDate } from '@qinqing/domain/language/calendar'
import type { Item } from '@qinqing/domain/language/item'
import { daysText } from '@qinqing/domain/language/when'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { Section, Surface } from '../../kit/Section.tsx'
import { useTime } from '../../kit/Time.tsx'
import { Timeline } from '../../kit/Timeline.tsx'

/** What happens after one has submitted, and until when, if that were today. */
export function Steps({ item: { limit, officeName } }: { item: Item }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const today = localDate(time.now)
  const { date, estimated } = addDays(today, limit.days, limit.unit)
  return (
    <Section title={t('policy.steps.title')}>
      <Surface padded>
        <Timeline
          label={t('policy.steps.title')}
          moments={[
            { id: 'fill', what: t('policy.steps.fill'), why: t('policy.steps.fillWhy'), state: 'now' },
            { id: 'accept', what: t('policy.steps.accept'), who: officeName, state: 'next' },
            { id: 'review', what: t('policy.steps.review'), who: officeName, why: t('policy.steps.reviewWhy'), state: 'next' },
            {
              id: 'close',
              what: t('policy.steps.close'),
              why: t('policy.steps.closeWhy', { days: daysText(limit.days, limit.unit, language) }),
              at: date,
              expected: estimated,
              state: 'next',
            },
          ]}
        />
        <p className="second">{t(estimated ? 'policy.steps.ifExpected' : 'policy.steps.if', { date: time.weekday(date) })}</p>
      </Surface>
    </Section>
  )
}

import type { ApplicationDocument, TimelineEntry } from '@qinqing/domain/fulfilment/application/contract'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../kit/Tag.tsx'
import { useTime } from '../../kit/Time.tsx'
import { latest, news } from './states.ts'
import styles from './ApplicationRow.module.css'

type Told = keyof (typeof import('../../words/zh/portal.ts').default)['application']['events']

/** What happened, in words; an event that has none is not told. */
export const eventWord = ({ type }: Pick<TimelineEntry, 'type'>, t: TFunction<'portal'>): string => t(`application.events.${type as Told}`)

/** 市工信局企业服务科 韦示例: an official with the office, which one knows better than the post; anybody else by name. */
export const whoOf = ({ post, by }: Pick<TimelineEntry, 'post' | 'by'>, officeName: string): string =>
  post === null ? by : `${officeName} ${by}`

interface Props {
  application: ApplicationDocument
  /** The last visit: what the office has done since is marked 新. */
  since: string | null
}

/** The latest change, marked when one has not seen it yet. */
export function Latest({ application, since }: Props) {
  const { t } = useTranslation('portal')
  const { t: kit } = useTranslation('kit')
  const time = useTime()
  const fresh = news(application, since)
  const entry = fresh ?? latest(application)
  if (!entry) return null
  return (
    <p className={styles.latest} key={entry.at}>
      {fresh && (
        <Tag tone="brand" strong>
          {kit('new')}
        </Tag>
      )}
      <span>
        {t('application.latest', { at: time.moment(entry.at), who: whoOf(entry, application.officeName), what: eventWord(entry, t) })}
      </span>
    </p>
  )
}

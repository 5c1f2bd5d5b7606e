import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { ApplicationRow } from '../applications/ApplicationRow.tsx'
import { news } from '../applications/states.ts'

interface Props {
  running: readonly ApplicationDocument[]
  /** What is no longer, or not now, on its way: shown while it has news. */
  others: readonly ApplicationDocument[]
  /** Of every state. */
  total: number
  since: string
}

const most = 4

/** How mine stand: what has news first, also when it has just been decided or sent back; then what is due first. */
export function Mine({ running, others, total, since }: Props) {
  const { t } = useTranslation('portal')
  const fresh = (application: ApplicationDocument) => (news(application, since) ? 0 : 1)
  const shown = [...others.filter(application => news(application, since)), ...running]
    .toSorted((a, b) => fresh(a) - fresh(b) || a.dueAt.localeCompare(b.dueAt))
    .slice(0, most)
  return (
    <Section
      title={t('home.mine.title')}
      count={running.length > 0 && t('home.mine.count', { count: running.length })}
      more={total > 0 ? { to: '/applications', label: t('home.mine.more', { count: total }) } : undefined}
    >
      {shown.length === 0 ? (
        <Surface>
          <Empty
            icon="list"
            what={t('home.mine.empty.what')}
            how={t('home.mine.empty.how')}
            action={<ButtonLink to="/policies?tab=eligible">{t('home.mine.empty.act')}</ButtonLink>}
          />
        </Surface>
      ) : (
        <Surface as="ul" lined>
          {shown.map(application => (
            <li key={application.id}>
              <ApplicationRow application={application} since={since} />
            </li>
          ))}
        </Surface>
      )}
    </Section>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { endOfBusiness } from '@qinqing/domain/language/calendar'
import type { Visit } from '@qinqing/domain/language/read-marks'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { Scene } from '../../kit/Logo.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { useSession } from '../../kit/session.tsx'
import { useTime } from '../../kit/Time.tsx'
import { leftUntil } from '../applications/promised.ts'

type Hour = 'morning' | 'noon' | 'afternoon' | 'evening'
const hourOf = (clock: string): Hour => {
  const hour = Number(clock.slice(0, 2))
  return hour < 5 ? 'evening' : hour < 11 ? 'morning' : hour < 13 ? 'noon' : hour < 18 ? 'afternoon' : 'evening'
}

interface Props {
  ready: boolean
  corrections: readonly ApplicationDocument[]
  drafts: readonly ApplicationDocument[]
  running: number
  eligible: number
  /** How many have news since the last visit. */
  fresh: number
  visit: Visit
}

/** One sentence that says how things stand, and a second: what comes next, what is new. */
export function Headline({ ready, corrections, drafts, running, eligible, fresh, visit }: Props) {
  const { t } = useTranslation('portal')
  const { person } = useSession()
  const time = useTime()
  const language = useLanguage()
  const hello = t(`home.hello.${hourOf(time.clock(time.now))}`, { name: person.name })
  const most: string = corrections.length
    ? drafts.length
      ? t('home.headline.both', { count: corrections.length + drafts.length, corrections: corrections.length })
      : t('home.headline.correct', { count: corrections.length })
    : drafts.length
      ? t('home.headline.drafts', { count: drafts.length })
      : eligible
        ? t('home.headline.eligible', { count: eligible })
        : t('home.headline.quiet')
  const due = corrections[0]?.correction?.answerBy
  const next: string | false = !due
    ? running > 0 && t('home.running', { count: running })
    : leftUntil(due, time.now) < 0
      ? t('home.late')
      : t('home.nearest', { until: time.until(endOfBusiness(due)) })
  const at = time.moment(visit.since)
  const since = visit.first ? t('home.welcome') : fresh ? t('home.since', { at, count: fresh }) : t('home.sinceNone', { at })
  return (
    <PageTitle
      tab={t('title.home')}
      aside={<Scene />}
      sub={ready && <p>{[next, since].filter(Boolean).join(language === 'zh' ? '' : ' ')}</p>}
    >
      {hello}
      {ready && most}
    </PageTitle>
  )
}

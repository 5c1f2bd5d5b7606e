import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { type BarAction, StickyBar } from '../../kit/StickyBar.tsx'
import { MatchMoney } from '../../parts/MatchMoney.tsx'
import { StandingMark } from '../../parts/StandingMark.tsx'
import { useStart, wayOf, wayTo } from '../../parts/start.ts'
import styles from './Policy.module.css'

/** The one act of a policy page, always in sight: begin, go on, or look at what there is. */
export function StartBar({ match }: { match: MatchDocument }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const go = useNavigate()
  const { start, busy, problem } = useStart(match)
  const way = wayOf(match)
  const to = wayTo(match, way)
  const count = (result: 'failed' | 'unknown') => match.verdicts.filter(one => one.result === result).length
  const [failed, unknown] = [count('failed'), count('unknown')]
  const office = match.officeName
  const then =
    way === 'correct'
      ? t('start.thenCorrect', { office })
      : way !== 'start'
        ? undefined
        : failed
          ? t('start.thenFailed', { count: failed })
          : unknown
            ? t('start.thenUnknown', { count: unknown, office })
            : t('start.then', { office })
  const label =
    way === 'start' && match.lane !== 'window' ? t(`start.${match.lane}`) : way === 'closed' ? t('start.start') : t(`start.${way}`)
  const pressing = way !== 'result' && way !== 'follow' && !(way === 'start' && failed > 0)
  const action: BarAction = {
    id: way,
    label,
    then: pressing ? then : undefined,
    kind: pressing ? 'primary' : 'outlined',
    off: way === 'closed' ? t('start.closed') : undefined,
    busy,
    onAct: to ? () => void go(to) : start,
  }
  const status = problem ? (
    <FieldFault>{problem.detail[language]}</FieldFault>
  ) : (
    <span className={styles.status}>
      <StandingMark standing={match.standing} />
      <MatchMoney match={match} />
      {!pressing && then && <span className="second">{then}</span>}
    </span>
  )
  return <StickyBar label={match.title} wrapped keys={false} status={status} actions={[action]} />
}

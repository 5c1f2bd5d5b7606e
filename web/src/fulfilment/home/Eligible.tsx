import { daysText } from '@qinqing/domain/language/when'
import { cny } from '@qinqing/domain/language/money'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ButtonLink } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Money } from '../../kit/Money.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { LaneTag } from '../../parts/LaneTag.tsx'
import { MatchMoney } from '../../parts/MatchMoney.tsx'
import { StartButton } from '../../parts/StartButton.tsx'
import { reasons } from '../../parts/why.ts'
import styles from './Home.module.css'

/** Why it fits, in one sentence: what one recognises of oneself, and that all conditions are met. */
function useReason({ verdicts }: MatchDocument): string {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const said = reasons(verdicts, language)
  const all = t('why.all', { count: verdicts.length })
  return language === 'zh' ? `${[...said, all].join('，')}。` : `${[...said, all].join('; ')}.`
}

function Card({ match }: { match: MatchDocument }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const { policy, item, title, lane, window, limit } = match
  return (
    <li className={styles.card} data-testid="eligible" data-id={match.id}>
      <p className={styles.lane}>
        <LaneTag lane={lane} window={window} />
        <span className="second">{t('promised', { days: daysText(limit.days, limit.unit, language) })}</span>
      </p>
      <h3>
        <Link to={`/policies/${policy}?item=${encodeURIComponent(item)}`}>{title}</Link>
      </h3>
      <p className="second">{useReason(match)}</p>
      <div className={styles.foot}>
        <MatchMoney match={match} as="big" />
        <span>
          <StartButton match={match} />
        </span>
      </div>
    </li>
  )
}

interface Props {
  matches: readonly MatchDocument[]
  /** Those included that are under way already. */
  all: number
  /** All items of all standings. */
  total: number
  /** What is nearly there. */
  near: number
}

const most = 6

/** What one can have now: why, how much, and one button each. */
export function Eligible({ matches, all, total, near }: Props) {
  const { t } = useTranslation('portal')
  const fen = matches.reduce((sum, { estimateFen }) => sum + (estimateFen ?? 0), 0)
  const count = matches.length
  const empty = total > 0 ? ('empty' as const) : ('empty0' as const)
  return (
    <Section
      title={t('home.eligible.title')}
      count={
        count > 0
        && (fen > 0 ? (
          <>
            {all > count ? t('home.eligible.sumOf', { all, count }) : t('home.eligible.sum', { count })} <Money sum={cny(fen)} as="short" />
          </>
        ) : (
          all > count ? t('home.eligible.countOf', { all, count }) : t('home.eligible.count', { count })
        ))
      }
      more={total > 0 ? { to: '/policies', label: t('home.eligible.more', { count: total }) } : undefined}
    >
      {count > 0 ? (
        <ul className={styles.cards}>
          {matches.slice(0, most).map(match => (
            <Card key={match.id} match={match} />
          ))}
        </ul>
      ) : (
        <Surface>
          <Empty
            icon="book"
            what={t(`home.eligible.${empty}.what`)}
            how={t(`home.eligible.${empty}.how`)}
            action={near > 0 && <ButtonLink to="/policies?tab=near">{t('home.eligible.empty.act')}</ButtonLink>}
          />
        </Surface>
      )}
    </Section>
  )
}

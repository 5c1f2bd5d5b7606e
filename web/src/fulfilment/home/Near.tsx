import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../../kit/i18n.ts'
import { Section } from '../../kit/Section.tsx'
import { MatchMoney } from '../../parts/MatchMoney.tsx'
import styles from './Home.module.css'

function Card({ match }: { match: MatchDocument }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const { policy, item, title, gap, verdicts } = match
  const to = `/policies/${policy}?item=${encodeURIComponent(item)}`
  const advice = verdicts.find(({ result, advice: told }) => result !== 'met' && told)?.advice
  return (
    <li className={styles.near} data-testid="near" data-id={match.id}>
      <h3>
        <Link to={to}>{title}</Link>
      </h3>
      <p>
        <MatchMoney match={match} />
      </p>
      <p className={styles.gap}>{gap?.[language]}</p>
      {advice && (
        <>
          <h4>{t('home.near.how')}</h4>
          <p className="second">{advice[language]}</p>
        </>
      )}
      <p className={styles.link}>
        <Link to={to} aria-label={`${t('home.near.link')}：${title}`}>
          {t('home.near.link')}
        </Link>
      </p>
    </li>
  )
}

const most = 3

/** What is nearly there: what is missing, in one sentence, and what one can do about it. */
export function Near({ matches, unverified }: { matches: readonly MatchDocument[]; unverified: number }) {
  const { t } = useTranslation('portal')
  if (matches.length === 0 && unverified === 0) return null
  return (
    <div className={styles.part}>
      {matches.length > 0 && (
        <Section
          title={t('home.near.title')}
          count={t('home.near.count', { count: matches.length })}
          more={matches.length > most ? { to: '/policies?tab=near', label: t('home.near.all') } : undefined}
        >
          <ul className={styles.nears}>
            {matches.slice(0, most).map(match => (
              <Card key={match.id} match={match} />
            ))}
          </ul>
        </Section>
      )}
      {unverified > 0 && (
        <p className={styles.rest}>
          {t('home.unverified', { count: unverified })} <Link to="/policies?tab=unverified">{t('home.unverifiedLink')}</Link>
        </p>
      )}
    </div>
  )
}

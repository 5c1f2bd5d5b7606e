import type { Enjoyment } from '@qinqing/domain/data/dossier/contract'
import { cny } from '@qinqing/domain/language/money'
import { daysText } from '@qinqing/domain/language/when'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ButtonLink } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Money } from '../../kit/Money.tsx'
import { useTime } from '../../kit/Time.tsx'
import { LaneTag } from '../../parts/LaneTag.tsx'
import { MatchMoney } from '../../parts/MatchMoney.tsx'
import { StandingMark } from '../../parts/StandingMark.tsx'
import { StartButton } from '../../parts/StartButton.tsx'
import { reasons } from '../../parts/why.ts'
import { wayOf } from '../../parts/start.ts'
import styles from './Policies.module.css'

/** What is missing, or why it fits: one sentence. */
function useSentence({ gap, verdicts, summary, standing, officeName }: MatchDocument): string {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  if (standing === 'unverified' && verdicts.length === 0) return t('verdict.none', { office: officeName })
  if (gap && standing !== 'eligible' && standing !== 'enjoyed') return gap[language]
  const said = reasons(verdicts, language)
  return said.length ? [...said, t('why.all', { count: verdicts.length })].join(language === 'zh' ? '，' : '; ') : summary
}

interface Props {
  match: MatchDocument
  /** When it was granted here, and how much. */
  enjoyed: Enjoyment | undefined
}

/** One item as it stands towards this enterprise. */
export function MatchRow({ match, enjoyed }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const { id, policy, policyTitle, item, title, officeName, lane, window, limit, sample, standing } = match
  const time = useTime()
  const sentence = useSentence(match)
  const way = wayOf(match)
  const to = `/policies/${policy}?item=${encodeURIComponent(item)}`
  const begun = way === 'correct' || way === 'continue' || way === 'follow' || way === 'result'
  return (
    <li className={styles.row} data-testid="match" data-id={id}>
      <div className={styles.what}>
        <h2>
          <Link to={to} title={title}>{title}</Link>
        </h2>
        <p className="second">
          {officeName} · {t('promised', { days: daysText(limit.days, limit.unit, language) })}
          {policyTitle !== title && <> · {policyTitle}</>}
          {sample && !policyTitle.includes('示例') && <> · {t('policies.sample')}</>}
        </p>
        <p className={styles.sentence} data-standing={standing}>
          {enjoyed ? t('policies.enjoyed', { at: time.day(enjoyed.at) }) : sentence}
        </p>
      </div>
      <div className={styles.lane}>
        <LaneTag lane={lane} window={window} />
      </div>
      <div className={styles.sum}>{enjoyed?.fen ? <Money sum={cny(enjoyed.fen)} /> : <MatchMoney match={match} />}</div>
      <div className={styles.end}>
        <StandingMark standing={standing} />
        {begun || (standing === 'eligible' && way === 'start') ? (
          <span>
            <StartButton match={match} kind={way !== 'follow' && way !== 'result' ? 'soft' : 'bare'} />
          </span>
        ) : (
          standing === 'near' && (
            <ButtonLink to={to} kind="bare" aria-label={`${t('home.near.link')}：${title}`}>
              {t('home.near.link')}
            </ButtonLink>
          )
        )}
      </div>
    </li>
  )
}

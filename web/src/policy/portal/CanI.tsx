import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import { amountKindLabels, amountSentence } from '@qinqing/domain/language/amount'
import type { Item } from '@qinqing/domain/language/item'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { useDocument } from '../../kit/live.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { clauseTo } from '../../parts/clause.ts'
import { DisputeDialog } from '../../parts/DisputeDialog.tsx'
import { MatchMoney } from '../../parts/MatchMoney.tsx'
import { VerdictCounts, VerdictList } from '../../parts/VerdictList.tsx'
import styles from './Policy.module.css'

interface Props {
  match: MatchDocument
  enterprise: string
}

/** 我能享受吗: condition by condition, with what is known and from where. */
export function CanI({ match: { policy, item, verdicts, officeName }, enterprise }: Props) {
  const { t } = useTranslation('portal')
  const { document: dossier } = useDocument<DossierDocument>('dossiers', enterprise)
  const [doubted, doubt] = useState<string>()
  const fact = doubted === undefined ? undefined : dossier?.facts[doubted]
  return (
    <Section id="can" title={t('policy.can')} count={verdicts.length > 0 && <VerdictCounts verdicts={verdicts} />}>
      <Surface>
        {verdicts.length > 0
          ? <VerdictList verdicts={verdicts} clauseTo={ref => clauseTo(policy, item, ref)} onWrong={doubt} disputes={dossier?.disputes} />
          : <p className={styles.alone}>{t('verdict.none', { office: officeName })}</p>}
      </Surface>
      {fact && <DisputeDialog enterprise={enterprise} fact={fact} onClose={() => doubt(undefined)} />}
    </Section>
  )
}

/** How much, by which rule, and how it is worked out for this enterprise. */
export function HowMuch({ match, item: { amount } }: { match: MatchDocument, item: Item }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  if (amount.kind === 'none') return null
  const rule = amountSentence(amount, language)
  const working = match.working[language]
  return (
    <Section title={t('policy.money.title')}>
      <Surface padded>
        <p><MatchMoney match={match} as="big" /></p>
        {amount.kind === 'fixed' ? <p className="second">{amountKindLabels.fixed[language]}</p> : (
          <>
            <dl className={styles.money}>
              <div><dt>{t('policy.money.rule')}</dt><dd>{rule}</dd></div>
              {working !== rule && <div><dt>{t('policy.money.mine')}</dt><dd>{working}</dd></div>}
            </dl>
            <p className="second">{t('policy.money.about')}</p>
          </>
        )}
      </Surface>
    </Section>
  )
}

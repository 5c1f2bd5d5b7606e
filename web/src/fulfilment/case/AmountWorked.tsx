import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { amountSentence, estimate } from '@qinqing/domain/language/amount'
import { localDate } from '@qinqing/domain/language/calendar'
import { capitals, cny } from '@qinqing/domain/language/money'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../kit/draft.ts'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Money } from '../../kit/Money.tsx'
import { PanePart } from '../../kit/Panes.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'
import { admits, type Granted } from './judged.ts'

interface Props {
  application: ApplicationDocument
  granted: Granted
  draft: Draft
  decides: boolean
}

/** The rule, how it was worked out, and the sum; where the rule cannot say, the place to state it. */
export function AmountWorked({ application, granted, draft, decides }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const { now } = useTime()
  const id = useId()
  const { item: { amount }, facts, decision } = application
  if (granted.kind === 'none') return <PanePart level={2} title={t('amount.how')}><p className="second">{t('amount.none')}</p></PanePart>
  const { working } = estimate(amount, facts, localDate(now))
  const typed = draft.fields['amount'] ?? ''
  const fen = decision ? decision.fen : granted.fen
  const said = granted.fen !== undefined && language === 'zh' ? <span className="second">{capitals(granted.fen)}</span> : undefined
  const states = granted.kind === 'stated' && decides && admits(application, 'ApproveApplication')
  return (
    <PanePart level={2} title={t('amount.how')}>
      <dl className={styles.sum}>
        <div><dt>{t('amount.rule')}</dt><dd>{amountSentence(amount, language)}</dd></div>
        {working[language] !== amountSentence(amount, language) && <div><dt>{t('amount.working')}</dt><dd>{working[language]}</dd></div>}
        <div className={styles.total}>
          <dt>{decision ? t('amount.granted') : t('amount.due')}</dt>
          <dd>{typeof fen === 'number' ? <Money sum={cny(fen)} /> : t(decision ? 'amount.nothing' : 'amount.open')}</dd>
        </div>
      </dl>
      {states && (
        <div className={styles.stated}>
          <FormRow
            id={id} label={t('amount.state')} help={t('amount.stateHelp')}
            fault={typed.trim() && granted.fen === undefined ? t('amount.unreadable') : undefined}
          >
            {field => (
              <Input
                {...field} prefix="¥" inputMode="decimal" value={typed} placeholder="128,600.00" suffix={said}
                onChange={({ target }) => draft.write('amount', target.value)} onBlur={draft.keep}
              />
            )}
          </FormRow>
        </div>
      )}
    </PanePart>
  )
}

import type { Verdict } from '@qinqing/domain/language/condition'
import { cny } from '@qinqing/domain/language/money'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { TrialDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Flash } from '../../kit/Flash.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useRows, useView } from '../../kit/live.tsx'
import { Money } from '../../kit/Money.tsx'
import { useSession } from '../../kit/session.tsx'
import { StatusMark, urgency } from '../../kit/StatusMark.tsx'
import { isReady, Unready } from '../../kit/Unready.tsx'
import { EnterprisePicker } from '../../parts/EnterprisePicker.tsx'
import { StandingMark } from '../../parts/StandingMark.tsx'
import { useSpot } from './address.ts'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import { isSaved } from './keeper.ts'

function VerdictLine({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  return (
    <li title={verdict.gap?.[language]}>
      <StatusMark status={verdict.result} mute />
      <span>{verdict.sentence[language]}</span>
      <em>{verdict.actual?.[language] ?? t('trial.nothing')}</em>
    </li>
  )
}

function Tried({ one, onRemove }: { one: TrialDocument; onRemove: () => void }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const verdicts = one.verdicts.toSorted((a, b) => urgency[a.result] - urgency[b.result])
  return (
    <section className={styles.tried} aria-label={one.name} data-testid="trial" data-id={one.id} data-standing={one.standing}>
      <div className={styles.triedHead}>
        <h3>{one.name}</h3>
        <button type="button" className={styles.tool} aria-label={t('trial.remove', { name: one.name })} onClick={onRemove}>
          <Icon name="cross" />
        </button>
        <Flash value={one.standing}><StandingMark standing={one.standing} /></Flash>
      </div>
      {one.estimateFen !== null && (
        <p>
          <Flash value={one.estimateFen}>
            <Money sum={cny(one.estimateFen)} plain={one.standing !== 'eligible' && one.standing !== 'near'} />
          </Flash>
        </p>
      )}
      <p className="second">{one.verdicts.length ? one.working[language] : t('trial.noConditions')}</p>
      {verdicts.length > 0 && (
        <ul className={styles.verdicts} aria-label={t('trial.verdicts', { name: one.name })}>
          {verdicts.map(verdict => <VerdictLine key={verdict.conditionId} verdict={verdict} />)}
        </ul>
      )}
    </section>
  )
}

const some = [['name', 'asc']] as const

function Tries({ item }: { item: string }) {
  const { t } = useTranslation('editor')
  const { tried, tryOn } = useSpot()
  const { document, working, saving } = useEditor()
  const there = document.items.some(({ id }) => id === item)
  const view = useView<TrialDocument>('trial', there && tried.length ? { policy: document.id, item, enterprises: tried.join(',') } : null)
  const few = useRows<EnterpriseDocument>('enterprises', { sort: some, limit: 3 })
  const saved = isSaved({ working, saving })

  const pick = <EnterprisePicker words={{ pick: t('trial.pick'), none: t('trial.none'), searching: t('trial.searching') }} without={tried} disabled={tried.length >= 3} onPick={id => tryOn([...tried, id])} />
  if (tried.length === 0) {
    return (
      <>
        <p className="second">{t('trial.lead')}</p>
        <div className={styles.picks}>{pick}</div>
        {few.documents.length > 0 && (
          <div className={styles.picks}>
            <Button small onClick={() => tryOn(few.documents.map(({ id }) => id))}>
              {t('trial.some', { count: few.documents.length })}
            </Button>
          </div>
        )}
      </>
    )
  }
  const ordered = tried.flatMap(id => view.documents.find(one => one.id === id) ?? [])
  return (
    <>
      {tried.length < 3 ? pick : <p className="second">{t('trial.full')}</p>}
      {!saved && <p className="second" role="status">{t('trial.later')}</p>}
      {!isReady(view) && <Unready of={view} as="facts" count={4} missing={{ what: t('trial.title'), how: t('trial.needsItem') }} />}
      {isReady(view) && ordered.map(one => <Tried key={one.id} one={one} onRemove={() => tryOn(tried.filter(id => id !== one.id))} />)}
      {isReady(view) && ordered.length < tried.length && (
        <p className="second">
          {t('trial.unknown')} <Button kind="bare" small onClick={() => tryOn(ordered.map(({ id }) => id))}>{t('trial.drop')}</Button>
        </p>
      )}
    </>
  )
}

/** 试一试: how the item, as it is being edited, would treat up to three enterprises; worked out anew after each saved change. */
export function Trial({ item }: { item: string | undefined }) {
  const { t } = useTranslation('editor')
  const { viewer } = useSession()
  if (!viewer.roles.includes('editor')) return <p className="second">{t('trial.forEditors')}</p>
  return item ? <Tries item={item} /> : <p className="second">{t('trial.needsItem')}</p>
}

import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { useDocument, useView } from '../kit/live.tsx'
import { useNow } from '../kit/now.ts'
import { PageTitle } from '../kit/PageTitle.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Tag } from '../kit/Tag.tsx'
import { NotFound } from '../kit/TroublePages.tsx'
import { isReady, Unready } from '../kit/Unready.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useEnterprise } from '../parts/enterprise.ts'
import { LaneTag } from '../parts/LaneTag.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { CanI, HowMuch } from './portal/CanI.tsx'
import { Explained } from './portal/Explained.tsx'
import { History } from './portal/History.tsx'
import { Ended, isEnded, Sample } from './portal/Notices.tsx'
import { Materials } from './portal/Materials.tsx'
import { Original } from './portal/Original.tsx'
import { StartBar } from './portal/StartBar.tsx'
import { Steps } from './portal/Steps.tsx'
import { useTarget } from './portal/target.ts'
import { TopFacts } from './portal/TopFacts.tsx'
import styles from './portal/Policy.module.css'

export function PolicyPage() {
  const { id = '' } = useParams()
  const policy = useDocument<PolicyDocument>('policies', id)
  if (policy.document) return <Shown policy={policy.document} />
  return policy.phase === 'missing' ? (
    <NotFound />
  ) : (
    <div className="wrap">
      <Unready of={policy} as="text" />
    </div>
  )
}

/** One item of a policy: what it gives, whether one may have it and why, how to get it, and the text it rests on. */
function Shown({ policy }: { policy: PolicyDocument }) {
  const { t } = useTranslation('portal')
  const enterprise = useEnterprise()
  const [query] = useSearchParams()
  const matches = useView<MatchDocument>('matches', { enterprise: enterprise.id })
  const target = useTarget(isReady(matches))
  const now = useNow()
  const wanted = query.get('item')
  const item = policy.items.find(one => one.id === wanted) ?? policy.items[0]
  if (!item) return <NotFound />
  const match = matches.documents.find(one => one.policy === policy.id && one.item === item.id)
  const ended = isEnded(policy, now)
  const text = (
    <div className="stack">
      <Explained policy={policy} item={item} />
      <Original policy={policy} item={item} target={target} />
      <History policy={policy} />
      <Sample policy={policy} item={item} />
    </div>
  )
  const several = policy.items.length > 1
  return (
    <>
      <div className="wrap">
        <PageTitle
          tab={item.title}
          crumbs={[
            { label: t('policy.crumb'), to: '/policies' },
            ...(several ? [{ label: policy.title, to: `/policies/${policy.id}` }] : []),
            { label: item.title },
          ]}
          sub={
            <>
              <LaneTag lane={item.lane} window={item.window} />
              {policy.sample && <Tag>{t('policy.sample')}</Tag>}
              {match && <span>{t(`policy.standing.${match.standing}`)}</span>}
            </>
          }
        >
          {item.title}
        </PageTitle>
        <div className={styles.notice}>
          <Ended policy={policy} />
        </div>
        {wanted !== null && item.id !== wanted && (
          <div className={styles.notice}>
            <ProblemNotice level={2} tone="info" what={t('policy.itemGone.title')} kept={t('policy.itemGone.why')} />
          </div>
        )}
        {several && (
          <div className={styles.items}>
            <Tabs
              label={t('policy.items', { count: policy.items.length })}
              tabs={policy.items.map(one => ({
                id: one.id,
                label: one.title,
                to: `/policies/${policy.id}?item=${encodeURIComponent(one.id)}`,
                here: one.id === item.id,
              }))}
            />
          </div>
        )}
        <TopFacts policy={policy} item={item} />
        {ended ? (
          <div className={styles.ended}>{text}</div>
        ) : (
          <div className={styles.page}>
            <div className="stack">
              {match ? (
                <>
                  <CanI match={match} enterprise={enterprise.id} />
                  <HowMuch match={match} item={item} />
                </>
              ) : (
                !isReady(matches) && <Waiting as="rows" />
              )}
            </div>
            <div className={`${styles.side} stack`}>
              <Steps item={item} />
              <Materials materials={item.materials} />
            </div>
            {text}
          </div>
        )}
      </div>
      {match && !ended && <StartBar key={match.id} match={match} />}
    </>
  )
}

import type { CasefileDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { useRows } from '../../kit/live.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useOffices, useRights } from '../../parts/desk/cases.ts'
import { type Left, useLeft } from '../../parts/desk/colleagues.ts'
import { caseAddress } from '../../parts/desk/queue.ts'
import { type Bulk } from './bulk.ts'
import { BulkDialog } from './BulkDialog.tsx'
import styles from './queue.module.css'

/** 提醒, for the head of the office: demands that came late, and cases with people who have left. */
export function Reminders({ bulk }: { bulk: Bulk }) {
  return useRights().leads ? <Shown bulk={bulk} /> : null
}

function Shown({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation('review')
  const time = useTime()
  const offices = useOffices()
  const left = useLeft()
  const [open, setOpen] = useState<{ which: 'handOver' | 'return', who: Left }>()
  const { documents } = useRows<CasefileDocument>('casefiles', {
    where: ['all', [['in', 'office', offices], ['eq', 'lateDemand', 'raised']]], sort: [['raisedAt', 'desc']], limit: 20,
  })
  if (documents.length === 0 && left.length === 0) return null
  return (
    <section className={styles.reminders} aria-label={t('reminders.title')}>
      {left.map(who => (
        <ProblemNotice
          key={who.id} tone="warn" what={t('reminders.gone', { who: who.name, count: who.cases.length })}
          action={
            <>
              <Button small onClick={() => setOpen({ which: 'handOver', who })}>{t('reminders.move')}</Button>
              <Button small onClick={() => setOpen({ which: 'return', who })}>{t('reminders.back')}</Button>
            </>
          }
        />
      ))}
      {documents.length > 0 && (
        <ProblemNotice
          tone="bad" what={t('flag.title')}
          todo={documents.map(({ id, enterpriseName, itemTitle, raisedAt }) => (
            <span key={id} className={styles.flagged}><Link to={caseAddress(id)}>{enterpriseName} · {itemTitle}</Link>{raisedAt && <time dateTime={raisedAt}>{time.moment(raisedAt)}</time>}</span>
          ))}
        />
      )}
      {open && <BulkDialog which={open.which} cases={open.who.cases} reason={`${open.who.name}${t('reminders.moved')}`} onRun={bulk.run} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

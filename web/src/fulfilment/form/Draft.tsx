import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { workingDaysBetween } from '@qinqing/domain/language/calendar'
import { deriveForm } from '@qinqing/domain/language/form'
import { laneLabels } from '@qinqing/domain/language/item'
import { daysText } from '@qinqing/domain/language/when'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useLanguage } from '../../kit/i18n.ts'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { useSession } from '../../kit/session.tsx'
import { Surface } from '../../kit/Section.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { dateOf } from '../../kit/time.ts'
import { useTime } from '../../kit/Time.tsx'
import { After } from './After.tsx'
import { CheckNotice } from './CheckNotice.tsx'
import { Discard } from './Discard.tsx'
import { DraftBar } from './DraftBar.tsx'
import { FormProvider, type Known, useResume, useSaver, useSend, useSharing } from './drafting.tsx'
import styles from './form.module.css'
import { useGoing } from './going.ts'
import { Judging, useJudged } from './Judging.tsx'
import { Parts } from './Parts.tsx'
import { foreignHolder } from './precheck.ts'
import { Rail } from './Rail.tsx'
import { partsOf, review } from './reading.ts'
import { Review } from './Review.tsx'

export interface DraftProps {
  document: ApplicationDocument
  known: Known
  inForce: boolean | null
  /** Another case of the same item, under way or approved. */
  other: string | null
  /** It is being submitted: when it is no draft any more, the page leads on. */
  onSubmit: (under: boolean) => void
}

/** Until when applications are taken, in words. */
function Until({ to }: { to: string }) {
  const time = useTime()
  const language = useLanguage()
  const { t } = useTranslation('form')
  const left = workingDaysBetween(dateOf(time.now), to)
  const day = time.weekday(to)
  if (dateOf(time.now) > to) return <span>{t('title.over', { day })}</span>
  return <span>{left > 0 ? t('title.until', { day, days: daysText(left, 'working', language) }) : t('title.lastDay', { day })}</span>
}

function Title({ document: { item, policy, policyTitle, officeName } }: Pick<DraftProps, 'document'>) {
  const { t } = useTranslation('form')
  const language = useLanguage()
  return (
    <PageTitle
      tab={t('title.tab', { item: item.title })}
      crumbs={[{ label: t('title.home'), to: '/' }, { label: policyTitle, to: `/policies/${policy}` }, { label: t('title.here') }]}
      sub={<><Tag icon={item.lane === 'window' ? 'date' : 'bolt'}>{laneLabels[item.lane][language]}</Tag>{item.sample && <Tag>{t('title.sample')}</Tag>}<span>{officeName}</span>{item.window && <Until to={item.window.to} />}</>}
    >
      {item.title}
    </PageTitle>
  )
}

type BarProps = Omit<Parameters<typeof DraftBar>[0], 'holderFine'> & { confirmed: string | null }

function Bar({ confirmed, ...props }: BarProps) {
  const { document, reading } = useJudged()
  const holder = foreignHolder(reading, document.enterpriseName)
  return <DraftBar {...props} holderFine={holder === null || holder === confirmed} />
}

/** The form as it is filled in for the first time. */
export function Draft({ document, known, inForce, other, onSubmit }: DraftProps) {
  const { id, enterpriseName, creditCode, item } = document
  const { person } = useSession()
  const [query] = useSearchParams()
  const step = query.get('step')
  const saver = useSaver(document, person.id, useSend(id))
  useResume(saver, id)
  const [insists, setInsists] = useState(false)
  if (step === review && !insists) setInsists(true)
  const parts = useMemo(() => partsOf(item.form ?? deriveForm(item)), [item])
  const order = useMemo(() => parts.map(part => part.id), [parts])
  const now = useGoing(step, order)
  const form = useSharing(document, known, saver, insists)
  const holder = useMemo(() => ({ name: enterpriseName, creditCode }), [enterpriseName, creditCode])
  // Confirmed for one name: another one has to be confirmed anew.
  const [confirmed, setConfirmed] = useState<string | null>(null)
  return (
    <FormProvider value={form}>
      <Judging document={document} inForce={inForce} already={other !== null}>
        <div className="wrap">
          <Title document={document} />
          <div className={styles.page}>
            <Rail now={now} />
            <Surface className={styles.sheet}>
              {now === review ? <Review confirmed={confirmed} onConfirm={setConfirmed} /> : <Parts parts={parts} holder={holder} />}
              <div className={`${styles.check} unprinted`}><CheckNotice last={now === review} other={other} /></div>
            </Surface>
            <After><Discard id={id} /></After>
          </div>
        </div>
        <Bar now={now} order={order} confirmed={confirmed} onSubmit={onSubmit} />
      </Judging>
    </FormProvider>
  )
}

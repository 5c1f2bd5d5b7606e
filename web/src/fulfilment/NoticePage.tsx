import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { capitals, yuan } from '@qinqing/domain/language/money'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../kit/session.tsx'
import { useTime } from '../kit/Time.tsx'
import { PrintSheet, Signed } from '../parts/PrintSheet.tsx'
import { Printing } from './applications/printing.tsx'

/** The decision on paper: what was decided, on which clause, for which reason, how much, and what one can do against it. */
export function NoticePage() {
  const sheet = (application: ApplicationDocument) =>
    (isEnded(application.status) && application.closedAt ? <Notice application={application} result={application.status} /> : null)
  return <Printing kind="notice" sheet={sheet} />
}

const ends = ['approved', 'refused', 'lapsed'] as const
type End = (typeof ends)[number]
const isEnded = (status: ApplicationDocument['status']): status is End => ends.some(end => end === status)

function Notice({ application, result }: { application: ApplicationDocument; result: End }) {
  const { t } = useTranslation('printed')
  const { t: portal } = useTranslation('portal')
  const time = useTime()
  const { id, number, enterpriseName, creditCode, itemTitle, policyTitle, version, submittedAt, closedAt, decision, timeline } = application
  const { officeName: office, item: { phone } } = application
  const { viewer: { enterprises } } = useSession()
  const back = enterprises.includes(application.enterprise) ? `/applications/${id}` : `/desk/cases/${id}`
  const last = timeline.at(-1)
  const reason = decision?.opinion ?? last?.note
  const fen = decision?.fen
  const lines: [string, ReactNode][] = [
    ...fen ? [[t('notice.amount'), <>¥ {yuan(fen)}<br />{t('notice.capitals', { words: capitals(fen) })}</>] as [string, ReactNode]] : [],
    ...reason ? [[t(result === 'approved' ? 'notice.opinion' : 'notice.reason'), reason] as [string, ReactNode]] : [],
    ...decision?.clause ? [[t('notice.clause'), `${decision.clause.ref} ${decision.clause.text}`.trim()] as [string, ReactNode]] : [],
    [portal('case.receipt.office'), `${office} ${phone}`],
    [t('notice.by'), decision?.by ?? last?.by ?? ''],
  ]
  return (
    <PrintSheet title={t(`notice.${result}`)} number={[t('receipt.numberAccepted'), number ?? '']} back={back}>
      <p><strong>{t('notice.to', { enterprise: enterpriseName })}</strong>{t('notice.code', { code: creditCode })}</p>
      <p>{t('notice.lead', { submitted: submittedAt ? time.full(submittedAt) : '', item: itemTitle })}</p>
      <p>{t(`notice.${result}Text`, { policy: policyTitle, version })}</p>
      <dl>{lines.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <br />
      {result === 'approved' && fen ? <p>{t('notice.pay', { office })}</p> : null}
      {result === 'lapsed' && <p>{t('notice.again')}</p>}
      {result !== 'approved' && <p>{t('notice.remedy', { office, phone })}</p>}
      <Signed office={office} at={closedAt ?? ''} />
    </PrintSheet>
  )
}

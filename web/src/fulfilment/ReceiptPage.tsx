import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { fileRef } from '@qinqing/domain/language/field'
import { daysText } from '@qinqing/domain/language/when'
import { useTranslation } from 'react-i18next'
import { plainName } from '../kit/file-name.ts'
import { sizeOf } from '../kit/file.ts'
import { useLanguage } from '../kit/i18n.ts'
import { useTime } from '../kit/Time.tsx'
import { note, PrintSheet } from '../parts/PrintSheet.tsx'
import { contactOf } from './applications/contact.ts'
import { Printing } from './applications/printing.tsx'
import { promised } from './applications/promised.ts'
import { acceptedAt } from './applications/states.ts'

/** The receipt on paper: what was handed in, when, who answers for it and until when. */
export function ReceiptPage() {
  const sheet = (application: ApplicationDocument) => (application.submittedAt && application.number ? <Receipt application={application} /> : null)
  return <Printing kind="receipt" sheet={sheet} />
}

function Receipt({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('printed')
  const { t: portal } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const { id, number, enterpriseName, creditCode, itemTitle, policyTitle, version, submittedAt } = application
  const { officeName, item, startedBy, answers, promise } = application
  const accepted = acceptedAt(application)
  const stands = promised(application, time.now)
  const lines: [string, string][] = [
    [portal('case.receipt.enterprise'), enterpriseName],
    [portal('case.receipt.code'), creditCode],
    [portal('case.receipt.item'), itemTitle],
    [portal('case.receipt.policy'), portal('case.receipt.policyVersion', { policy: policyTitle, version })],
    [portal('case.receipt.submitted'), time.full(submittedAt!)],
    ...accepted ? [[t('receipt.acceptedAt'), time.full(accepted)] as [string, string]] : [],
    ...stands && promise ? [[
      portal(stands.estimated ? 'case.receipt.dueExpected' : 'case.receipt.due'),
      portal('case.receipt.dueDays', { date: time.full(stands.dueDate), days: daysText(promise.days, promise.unit, language) }),
    ] as [string, string]] : [],
    [portal('case.receipt.office'), `${officeName} ${item.phone}`],
    [portal('case.receipt.by'), startedBy],
    [t('receipt.contact'), contactOf(application)],
  ]
  const fields = item.form?.sections.flatMap(section => section.fields).filter(({ kind }) => kind === 'file') ?? []
  const papers = fields.flatMap(field => {
    const file = fileRef.safeParse(answers[field.id]).data
    return file ? [{ id: field.id, label: field.label[language], file }] : []
  })
  return (
    <PrintSheet
      title={t(accepted ? 'receipt.accepted' : 'receipt.received')}
      number={[t(accepted ? 'receipt.numberAccepted' : 'receipt.numberReceived'), number!]}
      back={`/applications/${id}`}
    >
      <p>{t(accepted ? 'receipt.acceptedLead' : 'receipt.receivedLead', { office: officeName })}</p>
      <dl>{lines.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <h2>{t('receipt.papers')}</h2>
      {papers.length === 0 ? <p>{t('receipt.noPapers')}</p> : (
        <>
          <table>
            <thead>
              <tr><th scope="col">{t('receipt.paper')}</th><th scope="col">{t('receipt.file')}</th><th scope="col">{t('receipt.digest')}</th></tr>
            </thead>
            <tbody>
              {papers.map(({ id: field, label, file }) => (
                <tr key={field}>
                  <td>{label}</td><td>{plainName(file.name)} · {sizeOf(file.size)}</td><td><code>{file.hash.slice(0, 16)}</code></td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={note}>{t('receipt.note')}</p>
        </>
      )}
    </PrintSheet>
  )
}

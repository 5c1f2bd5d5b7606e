import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { evaluate } from '@qinqing/domain/language/condition'
import { localDate } from '@qinqing/domain/language/calendar'
import { cny } from '@qinqing/domain/language/money'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { useLanguage } from '../kit/i18n.ts'
import { useDocument } from '../kit/live.tsx'
import { Money } from '../kit/Money.tsx'
import { useNow } from '../kit/now.ts'
import { Section, Surface } from '../kit/Section.tsx'
import { NotFound } from '../kit/TroublePages.tsx'
import { Unready } from '../kit/Unready.tsx'
import { useSeen } from '../parts/bell/seen.ts'
import { clauseTo } from '../parts/clause.ts'
import { DisputeDialog } from '../parts/DisputeDialog.tsx'
import { VerdictCounts, VerdictList } from '../parts/VerdictList.tsx'
import { Acts } from './applications/Acts.tsx'
import { Content } from './applications/Content.tsx'
import { Correction } from './applications/Correction.tsx'
import { Decision } from './applications/Decision.tsx'
import { Headline } from './applications/Headline.tsx'
import { Process } from './applications/Process.tsx'
import { Receipt } from './applications/Receipt.tsx'
import styles from './applications/Case.module.css'

export function ApplicationPage() {
  const { id = '' } = useParams()
  const application = useDocument<ApplicationDocument>('applications', id)
  if (application.document) return <Shown application={application.document} />
  return application.phase === 'missing' ? (
    <NotFound />
  ) : (
    <div className="wrap">
      <Unready of={application} as="text" />
    </div>
  )
}

function Shown({ application }: { application: ApplicationDocument }) {
  useSeen('enterprise', application.id, application.enterprise)
  const [query] = useSearchParams()
  const dossier = useDocument<DossierDocument>('dossiers', application.enterprise).document
  const [doubted, doubt] = useState<string>()
  const { status } = application
  const facts = application.submittedAt ? application.facts : (dossier?.facts ?? {})
  const disputes = dossier?.disputes ?? {}
  const fact = doubted === undefined ? undefined : dossier?.facts[doubted]
  const just = query.get('submitted') === '1' && (status === 'submitted' || status === 'resubmitted')
  return (
    <div className="wrap">
      <Headline application={application} />
      <div className={styles.page}>
        <div className="stack">
          {just && <Receipt application={application} just />}
          {application.correction && (
            <div className="unprinted">
              <Correction application={application} />
            </div>
          )}
          <Decision application={application} />
          {!just && <Receipt application={application} just={false} />}
          {status === 'draft' && <Content application={application} facts={facts} disputes={disputes} onWrong={doubt} />}
        </div>
        <div className={`${styles.side} unprinted`}>
          <Process application={application} />
          <Acts application={application} />
        </div>
        <div className="stack unprinted">
          <Verdicts application={application} facts={facts} disputes={disputes} onWrong={doubt} />
          {status !== 'draft' && <Content application={application} facts={facts} disputes={disputes} onWrong={doubt} />}
        </div>
      </div>
      {fact && <DisputeDialog enterprise={application.enterprise} fact={fact} onClose={() => doubt(undefined)} />}
    </div>
  )
}

/** The conditions as they were judged at the submission, or as they stand now for a draft; what officials judged stands with them. */
function Verdicts({ application, facts, disputes, onWrong }: Parameters<typeof Content>[0]) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const today = localDate(useNow())
  const { policy, itemId, item, judgements, submittedAt, estimateFen, estimateWorking } = application
  const verdicts = submittedAt ? application.verdicts : item.conditions.map(condition => evaluate(condition, facts, today))
  if (verdicts.length === 0) return null
  return (
    <Section
      title={t('case.verdicts.title')}
      count={
        <>
          {t(submittedAt ? 'case.verdicts.at' : 'case.verdicts.draftAt')} <VerdictCounts verdicts={verdicts} />
        </>
      }
    >
      <Surface>
        <VerdictList
          verdicts={verdicts}
          clauseTo={ref => clauseTo(policy, itemId, ref)}
          judgements={judgements}
          disputes={disputes}
          onWrong={onWrong}
        />
        {estimateFen !== null && estimateWorking && (
          <p className={styles.estimate}>
            <span>
              {t('case.estimate.title')} <Money sum={cny(estimateFen)} />
            </span>
            <span className="second">{estimateWorking[language]}</span>
          </p>
        )}
      </Surface>
    </Section>
  )
}

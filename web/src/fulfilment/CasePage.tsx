import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ButtonLink } from '../kit/Button.tsx'
import { useDraft } from '../kit/draft.ts'
import { useDocument } from '../kit/live.tsx'
import { useNow } from '../kit/now.ts'
import { Pane, Panes } from '../kit/Panes.tsx'
import { Trouble } from '../kit/TroublePages.tsx'
import { Unready } from '../kit/Unready.tsx'
import { useRights } from '../parts/desk/cases.ts'
import { type View, viewOf } from '../parts/desk/queue.ts'
import { AmountWorked } from './case/AmountWorked.tsx'
import { Answers } from './case/Answers.tsx'
import { CaseBar } from './case/CaseBar.tsx'
import { CaseFacts } from './case/CaseFacts.tsx'
import { CaseHead } from './case/CaseHead.tsx'
import { CasePapers } from './case/CasePapers.tsx'
import { CaseTimeline } from './case/CaseTimeline.tsx'
import { Corrections } from './case/Corrections.tsx'
import { Decision } from './case/Decision.tsx'
import { admits, grantedOf } from './case/judged.ts'
import { Opinion } from './case/Opinion.tsx'
import { Overtaken } from './case/Overtaken.tsx'
import { PolicyText } from './case/PolicyText.tsx'
import { useCase } from './case/useCase.ts'
import { Verdicts } from './case/Verdicts.tsx'

const columns = 'clamp(300px, 29vw, 408px) minmax(0, 1fr) clamp(280px, 24vw, 344px)'

/** A case as the one who decides sees it: facts and papers, clause by clause, what happened, and what may be done. */
export function CasePage() {
  const { t } = useTranslation('desk')
  const { id = '' } = useParams()
  const [query] = useSearchParams()
  const live = useDocument<ApplicationDocument>('applications', id)
  if (live.document) return <Case key={id} application={live.document} view={viewOf(query)} />
  if (live.phase === 'missing') {
    return (
      <Trouble icon="search" title={t('absent.title')} why={t('absent.why')} todo={t('absent.todo')}>
        <ButtonLink to="/desk" kind="primary">{t('absent.back')}</ButtonLink>
      </Trouble>
    )
  }
  return (
    <Panes columns={columns}>
      <Pane label={t('facts.title')} ground><Unready of={live} as="facts" count={8} /></Pane>
      <Pane label={t('verdicts.title')}><Unready of={live} count={7} /></Pane>
      <Pane label={t('timeline.title')} as="aside"><Unready of={live} as="text" /></Pane>
    </Panes>
  )
}

function Case({ application, view }: { application: ApplicationDocument, view: View }) {
  const { t } = useTranslation('desk')
  const { decides } = useRights()
  const now = useNow()
  const acts = useCase(application)
  const draft = useDraft(`case.${application.id}`)
  const [clause, setClause] = useState<string>()
  // What was put right is what one has come for.
  const corrected = application.status === 'resubmitted' || application.status === 'correcting'
  const granted = grantedOf(application, draft.fields['amount'] ?? '', now)
  return (
    <>
      <Panes
        columns={columns} head={<><CaseHead application={application} view={view} /><Overtaken acts={acts} draft={draft} /></>}
        foot={<CaseBar application={application} acts={acts} draft={draft} granted={granted} view={view} />}
      >
        <Pane label={t('facts.label')} ground>
          <CaseFacts application={application} />
          <CasePapers application={application} />
        </Pane>
        <Pane label={t('verdicts.title')}>
          <Decision application={application} onClause={setClause} />
          {corrected && <Corrections application={application} />}
          <Verdicts application={application} acts={acts} draft={draft} onClause={setClause} />
          <AmountWorked application={application} granted={granted} draft={draft} decides={decides} />
          {!corrected && <Corrections application={application} />}
          <Answers application={application} />
        </Pane>
        <Pane label={t('timeline.label')} as="aside">
          <CaseTimeline application={application} />
          {decides && <Opinion draft={draft} over={!admits(application, 'ApproveApplication')} />}
        </Pane>
      </Panes>
      {clause !== undefined && <PolicyText application={application} at={clause} onClose={() => setClause(undefined)} />}
    </>
  )
}

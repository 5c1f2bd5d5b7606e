import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ButtonLink } from '../kit/Button.tsx'
import { type Draft, useDraft } from '../kit/draft.ts'
import { useDocument } from '../kit/live.tsx'
import { useNow } from '../kit/now.ts'
import { Pane, Panes } from '../kit/Panes.tsx'
import { useSession } from '../kit/session.tsx'
import { Trouble } from '../kit/TroublePages.tsx'
import { Unready } from '../kit/Unready.tsx'
import { useSeen } from '../parts/bell/seen.ts'
import { LookingBack, useRights } from '../parts/desk/cases.ts'
import { type View, viewOf } from '../parts/desk/queue.ts'
import { AmountWorked } from './case/AmountWorked.tsx'
import { Answers } from './case/Answers.tsx'
import { CaseBar } from './case/CaseBar.tsx'
import { CaseFacts } from './case/CaseFacts.tsx'
import { Casefile } from './case/Casefile.tsx'
import { CaseHead } from './case/CaseHead.tsx'
import { CasePapers } from './case/CasePapers.tsx'
import { CaseTimeline } from './case/CaseTimeline.tsx'
import { Corrections } from './case/Corrections.tsx'
import { Decision } from './case/Decision.tsx'
import { admits, grantedOf } from './case/judged.ts'
import { LateDemand } from './case/LateDemand.tsx'
import { Opinion } from './case/Opinion.tsx'
import { Overtaken } from './case/Overtaken.tsx'
import { PastBar } from './case/PastBar.tsx'
import { PolicyText } from './case/PolicyText.tsx'
import { useCase } from './case/useCase.ts'
import { usePast } from './case/usePast.ts'
import { Verdicts } from './case/Verdicts.tsx'

const columns = 'clamp(300px, 29vw, 408px) minmax(0, 1fr) clamp(280px, 24vw, 344px)'

/** A case as the one who decides sees it: facts and papers, clause by clause, what happened, and what may be done. */
export function CasePage() {
  const { t } = useTranslation('desk')
  const { id = '' } = useParams()
  const [query, setQuery] = useSearchParams()
  const live = useDocument<ApplicationDocument>('applications', id)
  const draft = useDraft(`case.${id}`)
  useSeen('office', id)
  const at = query.get('at')
  const onAt = (next: string | null) => {
    const changed = new URLSearchParams(query)
    if (next) changed.set('at', next)
    else changed.delete('at')
    setQuery(changed, { replace: true, preventScrollReset: true })
  }
  if (live.document && at) return <PastCase key={id} application={live.document} at={at} draft={draft} onAt={onAt} view={viewOf(query)} />
  if (live.document) return <Case key={id} application={live.document} draft={draft} onAt={onAt} view={viewOf(query)} />
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

interface CaseProps {
  application: ApplicationDocument
  draft: Draft
  view: View
  onAt: (at: string | null) => void
}

/** The case as it was at an instant, with nothing to do but to look. */
function PastCase({ application, at, ...rest }: CaseProps & { at: string }) {
  const { t } = useTranslation('review')
  const past = usePast(application.id, at)
  if (past?.document) return <LookingBack value><Case {...rest} application={past.document} at={past.at} present={application} /></LookingBack>
  return (
    <Panes columns={columns} foot={<PastBar application={application} at={at} onAt={rest.onAt} />}>
      <Pane label={t('past.act')}><p className="second" role="status">{past?.missing ? t('past.none') : t('past.loading')}</p></Pane>
    </Panes>
  )
}

function Case({ application, draft, view, onAt, at, present }: CaseProps & { at?: string, present?: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const { decides } = useRights()
  const { person } = useSession()
  const now = useNow()
  const acts = useCase(application)
  const [clause, setClause] = useState<string>()
  // What was put right is what one has come for.
  const corrected = application.status === 'resubmitted' || application.status === 'correcting'
  const granted = grantedOf(application, draft.fields['amount'] ?? '', at ?? now)
  return (
    <>
      <Panes
        columns={columns} head={<><CaseHead application={application} view={view} at={at} />{!at && <Overtaken acts={acts} draft={draft} mine={application.claimantId === person.id} />}</>}
        foot={at && present ? <PastBar application={present} at={at} onAt={onAt} /> : <CaseBar application={application} acts={acts} draft={draft} granted={granted} view={view} />}
      >
        <Pane label={t('facts.label')} ground>
          <CaseFacts application={application} />
          <CasePapers application={application} />
        </Pane>
        <Pane label={t('verdicts.title')}>
          {!at && <LateDemand application={application} />}
          <Decision application={application} onClause={setClause} />
          {corrected && <Corrections application={application} />}
          <Verdicts application={application} acts={acts} draft={draft} onClause={setClause} />
          <AmountWorked application={application} granted={granted} draft={draft} decides={decides} />
          {!corrected && <Corrections application={application} />}
          <Answers application={application} />
        </Pane>
        <Pane label={t('timeline.label')} as="aside">
          <CaseTimeline application={application} at={at} onAt={onAt} />
          {decides && <Opinion draft={draft} over={!admits(application, 'ApproveApplication')} waits={application.status === 'correcting'} />}
          <Casefile application={application} draft={draft} until={at} />
        </Pane>
      </Panes>
      {clause !== undefined && <PolicyText application={application} at={clause} onClose={() => setClause(undefined)} />}
    </>
  )
}

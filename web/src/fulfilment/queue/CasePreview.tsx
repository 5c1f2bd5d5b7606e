import { applicationMoves, type ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../kit/ask.ts'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { Deadline } from '../../kit/Deadline.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useDocument } from '../../kit/live.tsx'
import { useNow } from '../../kit/now.ts'
import { Figures, Pane } from '../../kit/Panes.tsx'
import { useSession } from '../../kit/session.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { Time } from '../../kit/Time.tsx'
import { Unready } from '../../kit/Unready.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import { caseAddress, type View } from '../../parts/desk/queue.ts'
import { standing } from '../../parts/desk/standing.ts'
import { Amount } from './Amount.tsx'
import { PreviewLatest, PreviewPapers, PreviewVerdicts } from './PreviewParts.tsx'
import styles from './queue.module.css'
import { Stage } from './Stage.tsx'
import { outcomes } from './TimeLeft.tsx'

/** Whether somebody may take a case, also from a colleague. */
export const claimable = ({ status, claimantId }: ApplicationDocument, me: string): boolean =>
  applicationMoves[status].includes('ClaimCase') && claimantId !== me

interface Props {
  id: string | undefined
  /** The case as the list has it. */
  known: ApplicationDocument | undefined
  view: View
  claim: Asked<'application'>
}

/** The case that is looked at, as far as it fits beside a list. */
export function CasePreview({ id, known, view, claim }: Props) {
  const { t } = useTranslation('desk')
  const alone = useDocument<ApplicationDocument>('applications', known || !id ? null : id)
  const application = known ?? alone.document
  if (!id) {
    return (
      <Pane label={t('preview.label')} as="aside">
        <div className={styles.preview}><Empty icon="eye" what={t('preview.none')} how={t('preview.how')} /></div>
      </Pane>
    )
  }
  if (!application) {
    const missing = { what: t('preview.missing'), how: t('preview.missingHow') }
    return (
      <Pane label={t('preview.label')} as="aside">
        <div className={styles.preview}><Unready of={alone} as="text" missing={missing} /></div>
      </Pane>
    )
  }
  return <Shown application={application} view={view} claim={claim} />
}

function Shown({ application, view, claim }: { application: ApplicationDocument, view: View, claim: Asked<'application'> }) {
  const { t } = useTranslation('desk')
  const { decides } = useRights()
  const { person: { id: me } } = useSession()
  const { enterpriseName, itemTitle, number, id, claimant, claimantId } = application
  // What a colleague has is taken over on its own page, where one sees what has been done.
  const free = decides && claimable(application, me) && claimantId === null
  const take = () => void claim.ask('ClaimCase', {}, { basis: application.revision })
  return (
    <Pane
      label={t('preview.label')} as="aside"
      foot={
        <div className={`${styles.preview} ${styles.foot}`}>
          <ButtonLink to={caseAddress(id, view)} kind="primary" hint="Enter">{decides && !application.closedAt ? t('open') : t('key.open')}</ButtonLink>
          {free && <Button hint="R" busy={claim.busy === 'ClaimCase'} onClick={take}>{t('claim')}</Button>}
        </div>
      }
    >
      <div className={styles.preview}>
        <h2>{enterpriseName}</h2>
        <p className="second">{itemTitle} · {t('numbered', { number: number ?? '' })}</p>
        <Promised application={application} />
        <p className={`${styles.part} second`}>
          {claimantId ? t('onIt', { who: claimantId === me ? t('me') : claimant?.name ?? '' }) : t(`status.${application.status}`)}
        </p>
        <PreviewVerdicts application={application} />
        <PreviewPapers application={application} />
        <PreviewLatest application={application} />
      </div>
    </Pane>
  )
}

function Promised({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const found = application.closedAt ? undefined : standing(application, now)
  const outcome = outcomes[application.status]
  const paused = found?.group === 'paused' ? t('awaited') : undefined
  return (
    <Figures
      figures={[
        { label: t('column.amount'), figure: <Amount of={application} />, note: <Stage of={application} /> },
        found
          ? {
            label: t('limit'),
            figure: <Deadline as="stack" due={found.dueAt} left={found.workingDays} paused={paused} expected={found.estimated} />,
          }
          : {
            label: t('column.closed'),
            figure: outcome ? <StatusMark status={outcome}>{t(`stage.${application.status}`)}</StatusMark> : null,
            note: <Time at={application.closedAt ?? application.updatedAt} />,
          },
      ]}
    />
  )
}

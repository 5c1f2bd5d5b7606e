import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { cny } from '@qinqing/domain/language/money'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Draft } from '../../kit/draft.ts'
import { Money } from '../../kit/Money.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { type BarAction, StickyBar } from '../../kit/StickyBar.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import { caseAddress, queueAddress, type View } from '../../parts/desk/queue.ts'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { admits, type Granted, hindranceOf, tallied } from './judged.ts'
import { LapseDialog } from './LapseDialog.tsx'
import { RefuseDialog } from './RefuseDialog.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { toldOf } from './told.ts'
import type { CaseActs } from './useCase.ts'
import { type Opened, useHanding } from './useHanding.tsx'
import { useNeighbours } from './useNeighbours.ts'

interface Props {
  application: ApplicationDocument
  acts: CaseActs
  draft: Draft
  granted: Granted
  view: View
}

/** Why nothing can be decided now. */
function useClosed({ status, decision, closedAt, correction, timeline }: ApplicationDocument): string | undefined {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const time = useTime()
  if (decision) return t(`off.${decision.result}`, { who: decision.by, at: time.moment(decision.at) })
  if (status === 'withdrawn') return t('off.withdrawn', { at: time.moment(closedAt ?? '') })
  if (status === 'lapsed') return review('lapsedAt', { who: timeline.at(-1)?.by ?? '', at: time.moment(closedAt ?? '') })
  return correction ? t('off.correcting', { at: time.weekday(correction.answerBy) }) : undefined
}

/** What one may do with a case, each with its key, its consequence, or the reason why not. */
export function CaseBar(props: Props) {
  const { t } = useTranslation('desk')
  const { application, view } = props
  const { decides, leads } = useRights()
  const closed = useClosed(application)
  const [open, setOpen] = useState<Opened>()
  const actions = useActions(props, closed, setOpen)
  const handing = useHanding(props, closed, setOpen)
  const next = useNext(application.id, view)
  const reading = <StatusMark status="waiting" quiet>{closed ?? t('bar.reading')}</StatusMark>
  const over = application.closedAt !== null
  const close = () => setOpen(undefined)
  return (
    <>
      <StickyBar
        label={t('bar.label')} status={decides ? <Ready {...props} closed={closed} /> : reading}
        actions={over ? [next] : decides ? actions : leads ? [...handing, next] : [next]}
      />
      {open === 'correct' && <CorrectionDialog {...props} off={closed} onClose={close} />}
      {open === 'refuse' && <RefuseDialog {...props} off={closed} onClose={close} />}
      {open === 'handOver' && <HandOverDialog {...props} off={over ? closed : undefined} onClose={close} />}
      {open === 'return' && <ReturnDialog {...props} off={over ? closed : undefined} onClose={close} />}
      {open === 'lapse' && <LapseDialog {...props} onClose={close} />}
    </>
  )
}

function useNext(id: string, view: View): BarAction {
  const { t } = useTranslation('desk')
  const go = useNavigate()
  const after = useNeighbours(id, view)?.after
  return {
    id: 'next', label: after ? t('bar.next') : t('bar.back'), kind: 'outlined', key: after ? 'J' : undefined,
    onAct: () => void go(after ? caseAddress(after, view) : queueAddress(view), { replace: Boolean(after) }),
  }
}

const answeredOf = ({ items, touched }: NonNullable<ApplicationDocument['correction']>, replies: ApplicationDocument['replies']) =>
  ({ of: items.length, done: items.filter(({ id, field }) => replies[id]?.trim() || (field !== null && touched.includes(field))).length })

function Ready({ application, granted, draft, closed }: Props & { closed: string | undefined }) {
  const { t } = useTranslation('desk')
  const opinion = draft.fields['opinion'] ?? ''
  const { correction, decision, replies } = application
  if (correction) return <StatusMark status="paused" quiet>{t('bar.answered', answeredOf(correction, replies))}</StatusMark>
  if (closed) {
    return <StatusMark status={decision?.result === 'approved' ? 'met' : decision ? 'failed' : 'paused'} quiet>{closed}</StatusMark>
  }
  const tally = tallied(application)
  const worst = (['unknown', 'failed', 'met'] as const).find(result => tally[result] > 0) ?? 'met'
  const conditions = worst === 'met' ? t('bar.met', { count: tally.met }) : t(`bar.${worst}`, { count: tally[worst] })
  const status = worst === 'met' && hindranceOf(application, opinion, granted) ? 'unknown' : worst
  return <StatusMark status={status} quiet>{conditions} · {opinion.trim() ? t('bar.written') : t('bar.unwritten')}</StatusMark>
}

function useActions(props: Props, closed: string | undefined, open: (which: Opened) => void): BarAction[] {
  const { application, acts, draft, granted } = props
  const { t } = useTranslation('desk')
  const { busy } = acts.asked
  const told = toldOf(application)
  const opinion = draft.fields['opinion'] ?? ''
  const hindrance = hindranceOf(application, opinion, granted)
  const tally = tallied(application)
  const fen = granted.kind === 'none' ? undefined : granted.fen
  const sum = fen === undefined ? null : <>{t('bar.sum')} <Money sum={cny(fen)} /></>
  const approve = async () => {
    const done = await acts.act(
      'ApproveApplication', { opinion: opinion.trim(), ...(granted.kind === 'stated' && fen !== undefined ? { fen } : {}) },
    )
    if (done) await draft.discard()
  }
  return [
    {
      id: 'approve', label: t('approve'), key: 'T', kind: 'primary', busy: busy === 'ApproveApplication', off: closed ?? (hindrance && t(
        `hindrance.${hindrance}`, { count: tally[hindrance === 'failed' ? 'failed' : 'unknown'] },
      )),
      then: <><b>{t('bar.afterApprove')}</b> {t('bar.tell', { who: told })}{sum && <>；{sum}</>}</>,
      ask: {
        title: t('bar.askApprove', { who: application.enterpriseName }),
        consequences: [t('bar.tell', { who: told }), ...(sum ? [sum] : [t('amount.none')]), t('bar.final')],
      },
      onAct: () => void approve(),
    },
    {
      id: 'correct', label: t('correct'), key: 'B', busy: busy === 'RequestCorrection',
      off: admits(application, 'RequestCorrection') ? undefined : closed,
      then: <><b>{t('bar.afterCorrect')}</b> {t('bar.correct', { who: told })}</>, onAct: () => open('correct'),
    },
    {
      id: 'refuse', label: t('refuse'), key: 'Y', kind: 'danger', busy: busy === 'RefuseApplication',
      off: admits(application, 'RefuseApplication') ? undefined : closed,
      then: <><b>{t('bar.afterRefuse')}</b> {t('bar.refuse', { who: told })}</>, onAct: () => open('refuse'),
    },
    ...useHanding(props, closed, open),
  ]
}

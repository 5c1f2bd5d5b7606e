import type { DataOf } from '@qinqing/api/client'
import type { ApplicationDocument, TimelineEntry } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useAsk } from '../../kit/ask.ts'
import type { Draft } from '../../kit/draft.ts'
import { useSession } from '../../kit/session.tsx'

const eventsOf = {
  ClaimCase: ['CaseClaimed', 'CaseTakenOver'], ReleaseCase: ['CaseReleased'], HandOverCase: ['CaseHandedOver'], ReturnCase: ['CaseReturned', 'CaseGivenBack'],
  JudgeCondition: ['ConditionJudged'], RequestCorrection: ['CorrectionRequested'], ApproveApplication: ['ApplicationApproved'],
  RefuseApplication: ['ApplicationRefused'], LapseApplication: ['ApplicationLapsed'],
} as const
type Official = keyof typeof eventsOf

/** What changes what one may do here. */
const turning = [
  'CorrectionRequested', 'CorrectionAnswered', 'ApplicationApproved', 'ApplicationRefused', 'ApplicationWithdrawn', 'ApplicationLapsed', 'CaseTakenOver',
  'CaseHandedOver', 'CaseReturned', 'CaseGivenBack',
] as const
export type Turning = (typeof turning)[number]
interface Turn extends TimelineEntry { type: Turning }
const isTurn = (entry: TimelineEntry): entry is Turn => turning.some(one => one === entry.type)

/** Asks what an official may ask of a case, on the ground of what this page shows; and notices when somebody else was first. */
export function useCase(application: ApplicationDocument) {
  const { id, revision, timeline } = application
  const { person } = useSession()
  const asked = useAsk('application', id)
  const [seen, setSeen] = useState(timeline.length)
  const [mine, setMine] = useState<readonly string[]>([])

  const act = async <Type extends Official>(type: Type, data: DataOf<'application', Type>) => {
    // Known before the event arrives, so that one's own act is never taken for somebody else's.
    setMine(before => [...before, ...eventsOf[type]])
    const receipt = await asked.ask(type, data, { basis: revision })
    if (!receipt) setMine(before => before.slice(0, -eventsOf[type].length))
    return receipt !== undefined
  }
  const turn = timeline.slice(seen).filter(isTurn).filter(({ type, by }) => !(by === person.name && mine.includes(type))).at(-1)
  return { act, asked, turn, dismiss: () => { asked.clear(); setSeen(timeline.length) } }
}
export type CaseActs = ReturnType<typeof useCase>

/** What a dialog about a case is given. */
export interface CaseDialog {
  application: ApplicationDocument
  acts: CaseActs
  draft: Draft
  /** Why it cannot be sent any more; what was written stays. */
  off: string | undefined
  onClose: () => void
}

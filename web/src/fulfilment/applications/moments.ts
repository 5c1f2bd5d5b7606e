import type { ApplicationDocument, TimelineEntry } from '@qinqing/domain/fulfilment/application/contract'
import type { StepState } from '../../kit/ProgressLine.tsx'

/** Judgements one after the other are one moment. */
export function told(timeline: readonly TimelineEntry[]): TimelineEntry[] {
  return timeline.reduce<TimelineEntry[]>((all, entry) => {
    const last = all.at(-1)
    if (last && last.type === 'ConditionJudged' && entry.type === 'ConditionJudged' && last.by === entry.by) {
      return [...all.slice(0, -1), { ...entry, note: [last.note, entry.note].filter(Boolean).join('；') }]
    }
    return [...all, entry]
  }, [])
}

export interface Ahead {
  word: 'fill' | 'accept' | 'review' | 'answer' | 'close'
  state: StepState
}

const close: Ahead = { word: 'close', state: 'next' }
const review: Ahead = { word: 'review', state: 'next' }
const reviewing: readonly Ahead[] = [{ word: 'review', state: 'now' }, close]

/** What is under way, and what is still to come. */
export const ahead: Readonly<Partial<Record<ApplicationDocument['status'], readonly Ahead[]>>> = {
  draft: [{ word: 'fill', state: 'now' }, { word: 'accept', state: 'next' }, review, close],
  submitted: [{ word: 'accept', state: 'now' }, review, close],
  claimed: reviewing,
  resubmitted: reviewing,
  correcting: [{ word: 'answer', state: 'wait' }, review, close],
}

/** An end that is not what one hoped for is told as an end. */
export const stateOfEntry = ({ type }: TimelineEntry): StepState =>
  (['ApplicationRefused', 'ApplicationWithdrawn', 'ApplicationDiscarded'].includes(type) ? 'ended' : 'done')

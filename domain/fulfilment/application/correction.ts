import { canonical } from '../../kernel/canonical.ts'
import type { Decider } from '../../kernel/decider.ts'
import { ensure } from '../../kernel/refusal.ts'
import { addDays, localDate } from '../../language/calendar.ts'
import type { Verdict } from '../../language/condition.ts'
import { ensureOffice, ensureOwn } from './access.ts'
import { type ApplicationCommand, applicationRefusals as no, type CorrectionItem } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import type { Application, ApplicationFacts } from './state.ts'
import { submission } from './submission.ts'

/** Correction items that were neither answered by another value of the field nor explained in words. */
const unanswered = ({ correction, replies }: Application): string[] => correction!.items
  .filter(({ id, field }) => !(Object.hasOwn(replies, id) && replies[id]!.trim()) && !(field && correction!.touched.includes(field)))
  .map(({ id }) => id)

/** What a second correction asks that could have been asked the first time: nothing but what was asked may have changed since. */
const newDemands = ({ asked }: Application, items: readonly CorrectionItem[]): CorrectionItem[] =>
  (asked.length ? items.filter(one => !asked.some(before => before.field !== null && before.field === one.field)) : [])

/** Judged conditions of which something else is known or stated now: their judgements speak of what is no more. */
const dropped = ({ judgements, verdicts, correction }: Application, now: readonly Verdict[]): string[] =>
  Object.keys(judgements).filter(condition => {
    const [before, after] = [verdicts, now].map(all => all.find(one => one.conditionId === condition))
    const known = (one?: Verdict) => canonical([one?.result ?? null, one?.actual ?? null])
    return known(before) !== known(after) || correction!.touched.includes(`fact.${after?.fact}`)
  })

type Corrected = 'RequestCorrection' | 'AnswerCorrection' | 'LapseApplication'

/** 补正: what is asked to be put right, all at once; the answer, or the day that passes without one. */
export const correction: Pick<Decider<Application, ApplicationCommand, ApplicationEvent, ApplicationFacts>['decide'], Corrected> = {
  RequestCorrection(application, { items, days, late }, context) {
    ensureOffice(application, context)
    const { item, enterprise } = application
    const fields = item!.form!.sections.flatMap(section => section.fields.map(field => field.id))
    ensure(items.every(one => one.field === null || fields.includes(one.field)), no.noField)
    const demands = newDemands(application, items)
    ensure(late !== undefined || !demands.length, no.correctOnce, demands.map(one => one.id))
    ensure(late === undefined || demands.length, no.onlyLate)
    return [
      { type: 'CorrectionRequested', data: { enterprise, items, answerBy: addDays(localDate(context.at), days, 'working').date } },
      ...(late === undefined ? [] : [{ type: 'LateDemandRaised' as const, data: { enterprise, items: demands, reason: late } }]),
    ]
  },

  AnswerCorrection(application, _, context, { dossier }) {
    ensureOwn(application, context)
    const { replies, enterprise } = application
    const open = unanswered(application)
    ensure(!open.length, no.unanswered, open)
    const content = submission(application, dossier.facts, context.at)
    const gone = dropped(application, content.verdicts)
    return [{ type: 'CorrectionAnswered', data: { enterprise, replies: { ...replies }, ...content, ...(gone.length ? { dropped: gone } : {}) } }]
  },

  LapseApplication(application, { reason }, context) {
    ensureOffice(application, context)
    const { enterprise, item, correction } = application
    ensure(localDate(context.at) > correction!.answerBy, no.notLapsed)
    return [{ type: 'ApplicationLapsed', data: { enterprise, item: item!.id, answerBy: correction!.answerBy, reason } }]
  },
}

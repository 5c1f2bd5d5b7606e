import { canonical } from '../../kernel/canonical.ts'
import { ensure } from '../../kernel/refusal.ts'
import { estimate } from '../../language/amount.ts'
import { bureaus } from '../../language/bureaus.ts'
import { localDate, promise } from '../../language/calendar.ts'
import { evaluate, type Verdict } from '../../language/condition.ts'
import type { Facts } from '../../language/fact.ts'
import { type AnswerPatch, type Answers, answersInSight, type AnswerValue, read, statedFacts } from '../../language/form.ts'
import type { Item } from '../../language/item.ts'
import { applicationRefusals as no } from './contract.ts'
import type { Application } from './state.ts'

/** Answers with a patch laid over them; null takes an answer away. */
export const laid = (answers: Answers, patch: AnswerPatch): Answers =>
  Object.fromEntries(Object.entries({ ...answers, ...patch }).filter((entry): entry is [string, AnswerValue] => entry[1] !== null))

/** The entries of a patch that change something: what is repeated unchanged is no answer to a correction. */
export function changes<Next>(before: Readonly<Record<string, unknown>>, patch: Readonly<Record<string, Next>>): Record<string, Next> {
  const known = (key: string) => (Object.hasOwn(before, key) ? before[key] : null)
  return Object.fromEntries(Object.entries(patch).filter(([key, value]) => canonical(value) !== canonical(known(key))))
}

/** What a submission fixes for good. Throws `Refused` when the form is not complete. */
export function submission(application: Application, facts: Facts, at: string) {
  const { item, submittedAt, pauses } = application
  const today = localDate(at)
  const form = read(item!.form!, application.answers, facts, 'zh')
  ensure(!form.faults.length, no.incomplete, form.faults)
  const answers = answersInSight(form, application.answers)
  const { fen, working } = estimate(item!.amount, facts, today)
  const stopped = pauses.map(pause => ({ ...pause, to: pause.to ?? at }))
  const { dueDate, dueAt, estimated } = promise(submittedAt || at, item!.limit, stopped, at)
  return {
    answers, facts: relevant(item!, facts), verdicts: verdictsOf(item!, answers, facts, at),
    estimateFen: item!.amount.kind === 'none' ? null : fen, estimateWorking: working,
    promise: { ...item!.limit, dueDate, dueAt, estimated },
  }
}

/** The verdicts by what sources say. What only the enterprise states is shown, but stays open until an official judges it. */
export function verdictsOf({ conditions, form }: Item, answers: Answers, facts: Facts, at: string): Verdict[] {
  const today = localDate(at)
  const stated = statedFacts(read(form!, answers, facts, 'zh'), {}, bureaus.self.zh, at, today)
  return conditions.map(condition => {
    const found = evaluate(condition, facts, today)
    if (found.result !== 'unknown' || !Object.hasOwn(stated, condition.fact)) return found
    const { actual, source, asOf } = evaluate(condition, stated, today)
    return { ...found, actual, source, asOf }
  })
}

/** The facts that conditions and amount look at: what the decision can later be explained with. */
function relevant({ conditions, amount, form }: Item, facts: Facts): Facts {
  const wanted = new Set([
    ...conditions.map(one => one.fact), ...('fact' in amount ? [amount.fact] : []),
    ...form!.sections.flatMap(section => section.fields.flatMap(field => (field.fact ? [field.fact] : []))),
  ])
  return Object.fromEntries(Object.entries(facts).filter(([predicate]) => wanted.has(predicate)))
}

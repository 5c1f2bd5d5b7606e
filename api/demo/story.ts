import { estimate } from '@qinqing/domain/language/amount'
import { isWorkingDay, localDate } from '@qinqing/domain/language/calendar'
import { evaluate, type Verdict } from '@qinqing/domain/language/condition'
import type { Answers, FileRef } from '@qinqing/domain/language/form'
import type { Asker } from '@qinqing/domain/kernel/message'
import { answersFor, paper } from './answers.ts'
import type { Case } from './cases.ts'
import { agentsOf, officialsOf } from './cast.ts'
import { between, type Chance, digits, pick } from './chance.ts'
import { back, moment, type Present, settled, shifted } from './days.ts'
import { type Batch, factsAt } from './dossiers.ts'
import type { DemoEnterprise } from './enterprises.ts'
import type { Askers, Step } from './step.ts'
import * as words from './words.ts'

interface Setting {
  askers: Askers
  present: Present
  enterprise: DemoEnterprise
  batches: readonly Batch[]
  next: Chance
}

type Act = readonly [wanted: string, ask: (at: string) => Step | Step[]]

/** Early enough for everything that was told of enterprises to be there. */
function earliest({ today }: Present): string {
  const day = shifted(today, -56)
  return isWorkingDay(day) ? day : back(day, -1)
}

const later = (a: string, b: string): string => (a > b ? a : b)
const sooner = (a: string, b: string): string => (a < b ? a : b)

/** Tells one application from its beginning to where it has come to. */
export class Story {
  private readonly acts: Act[] = []
  private readonly id: string
  private readonly one: Case
  private readonly setting: Setting
  private readonly agent: Asker
  private readonly reviewer: Asker
  private readonly day: string
  private readonly pace: number

  constructor(id: string, one: Case, setting: Setting) {
    const { next, askers, enterprise } = setting
    const reviewers = officialsOf(one.target.item.office, 'reviewer')
    this.id = id
    this.one = one
    this.setting = setting
    this.agent = askers.agent(pick(next, agentsOf(one.enterprise)), enterprise)
    this.reviewer = askers.official(one.mine ? reviewers[0]! : pick(next, reviewers.slice(1)))
    this.pace = this.handling()
    this.day = sooner(later(this.submission(), earliest(setting.present)), setting.present.workday)
  }

  tell(): Step[] {
    const { ending } = this.one
    this.begin(ending === 'draft')
    if (ending !== 'draft') tales[ending](this)
    const times = settled(this.acts.map(([wanted]) => wanted), this.setting.present.now)
    return this.acts.flatMap(([, ask], n) => ask(times[n]!))
  }

  /** The moment at which an official is at work, so many working days after the submission. */
  private office(days: number): string {
    const { next, present } = this.setting
    const minute = next() < 0.5 ? between(next, 9 * 60 + 5, 11 * 60 + 50) : between(next, 14 * 60 + 35, 17 * 60 + 15)
    return moment(sooner(back(this.day, -days), present.workday), minute)
  }

  /** How many working days the office took, or will have taken. */
  private handling(): number {
    const { next } = this.setting
    const { days, unit } = this.one.target.item.limit
    const most = Math.max(2, Math.min(9, (unit === 'working' ? days : Math.floor(days / 2)) - 1))
    return next() < 0.06 ? most + 4 : between(next, 1, most)
  }

  private submission(): string {
    const { next, present: { workday, dueday } } = this.setting
    const { ending, due, target: { item: { limit } } } = this.one
    if (due !== null) return back(back(dueday, -due), limit.days, limit.unit)
    const ago = { draft: [0, 9], submitted: [0, 4], claimed: [1, 5], correcting: [3, 6], resubmitted: [5, 8], approved: [0, 31], refused: [1, 28], withdrawn: [3, 30] } as const
    const [least, most] = ago[ending]
    const decided = ending === 'approved' || ending === 'refused'
    return back(workday, between(next, least, most) + (decided ? this.pace : 0))
  }

  private ask(asker: Asker, type: string, data: unknown = {}, files: readonly Buffer[] = []): (at: string) => Step {
    return at => ({ at, asker, aggregate: 'application', id: this.id, command: { type, data }, ...files.length ? { files } : {} })
  }

  private act(wanted: string, asker: Asker, type: string, data: unknown = {}, files: readonly Buffer[] = []): void {
    this.acts.push([wanted, this.ask(asker, type, data, files)])
  }

  private facts(at: string) {
    return factsAt(this.setting.batches, at)
  }

  private filled: { begin: Answers; rest: Answers } = { begin: {}, rest: {} }

  /** Somebody starts, types who one is, comes back later and fills in the rest. */
  private begin(draft: boolean): void {
    const { enterprise: { id: enterprise, name }, next } = this.setting
    const { policy, item } = this.one.target
    const minute = between(next, 9 * 60 + 10, 16 * 60 + 20)
    const start = moment(this.day, minute)
    const { begin, rest, papers } = answersFor(item, this.facts(start), { enterprise: name, contact: this.agent.by, next })
    this.filled = { begin, rest }
    this.act(start, this.agent, 'StartApplication', { policy, item: item.id, enterprise })
    this.act(moment(this.day, minute + 4), this.agent, 'PatchAnswers', { patch: begin })
    if (draft && next() < 0.5) return
    this.act(moment(this.day, minute + 11), this.agent, 'PatchAnswers', { patch: draft ? { 'declaration.truth': true } : rest }, draft ? [] : papers.map(({ content }) => content))
    if (!draft) this.act(moment(this.day, minute + 16), this.agent, 'SubmitApplication')
  }

  claim(days = between(this.setting.next, 0, 1)): void {
    this.act(this.office(days), this.reviewer, 'ClaimCase')
  }

  /** All that is wrong, at once: a paper, a number, something to explain. */
  private corrections(): { id: string; field: string | null; text: string }[] {
    const { next } = this.setting
    const file = Object.entries(this.filled.rest).find(([, value]) => typeof value === 'object' && !Array.isArray(value))
    const wanted = [
      ...file ? [{ field: file[0], text: `${(file[1] as FileRef).name.replace('.pdf', '')}：${pick(next, words.papersWanted)}` }] : [],
      ...!file || next() < 0.4 ? [{ field: 'contact.phone', text: words.phoneWanted }] : [],
      ...next() < 0.4 ? [{ field: null, text: words.explanationWanted }] : [],
    ]
    return wanted.map((one, n) => ({ id: `item-${n + 1}`, ...one }))
  }

  request(days: number, answered?: number): void {
    const { next, enterprise } = this.setting
    const items = this.corrections()
    this.act(this.office(days), this.reviewer, 'RequestCorrection', { items, days: pick(next, [5, 7, 10]) })
    if (answered === undefined) return
    const mended = items.flatMap(({ field }): [string, Answers[string], Buffer?][] => {
      if (field === null) return []
      if (field === 'contact.phone') return [[field, `199${digits(next, 8)}`]]
      const again = paper(`${(this.filled.rest[field] as FileRef).name.replace('.pdf', '')}${words.fresh}`, [enterprise.name, '演示材料，不是真实文件'])
      return [[field, again.ref, again.content]]
    })
    const patch = Object.fromEntries(mended.map(([field, value]) => [field, value]))
    const replies = Object.fromEntries(items.filter(({ field }, n) => field === null || n === 0).map(({ id }) => [id, pick(next, words.explanations)]))
    this.act(this.office(answered), this.agent, 'PatchAnswers', { patch, replies }, mended.flatMap(([, , content]) => (content ? [content] : [])))
    this.act(this.office(answered), this.agent, 'AnswerCorrection')
  }

  private verdicts(at: string): Verdict[] {
    return this.one.target.item.conditions.map(one => evaluate(one, this.facts(at), localDate(at)))
  }

  approve(): void {
    const { next, askers, enterprise } = this.setting
    const { policy, item } = this.one.target
    const at = this.office(this.pace)
    const submitted = moment(this.day, 12 * 60)
    for (const { conditionId } of this.verdicts(submitted).filter(({ result }) => result !== 'met')) {
      this.act(at, this.reviewer, 'JudgeCondition', { condition: conditionId, result: 'met', note: pick(next, words.judgements) })
    }
    const opinion = pick(next, words.opinions)
    this.acts.push([at, time => {
      const { fen } = estimate(item.amount, this.facts(submitted), localDate(time))
      const given = item.amount.kind === 'none' ? null : fen ?? 5_000_000
      return [
        this.ask(this.reviewer, 'ApproveApplication', { opinion, ...fen === null && given !== null ? { fen: given } : {} })(time),
        {
          at: time, asker: askers.system(), aggregate: 'dossier', id: enterprise.id,
          command: { type: 'RecordEnjoyment', data: { application: this.id, policy, item: item.id, title: item.title, fen: given, at: time } },
        },
      ]
    }])
  }

  refuse(): void {
    const { next } = this.setting
    const { imported, clauses } = this.one.target
    const [worst] = this.verdicts(moment(this.day, 12 * 60)).filter(({ result }) => result !== 'met').toSorted((a, b) => (a.result < b.result ? -1 : 1))
    const reason = imported || !worst ? pick(next, words.standardRefusals) : `${worst.gap?.zh ?? worst.sentence.zh}。${pick(next, words.refusals)}`
    this.act(this.office(this.pace), this.reviewer, 'RefuseApplication', { clause: worst?.clause.ref ?? clauses.at(-1)!.ref, reason })
  }

  withdraw(): void {
    this.act(this.office(2), this.agent, 'WithdrawApplication', { reason: pick(this.setting.next, words.withdrawals) })
  }

  /** Some of the cases that are decided were corrected once. */
  decide(how: 'approve' | 'refuse'): void {
    this.claim(0)
    if (this.pace > 2 && this.setting.next() < 0.25) this.request(1, 2)
    this[how]()
  }
}

const tales: Readonly<Record<Exclude<Case['ending'], 'draft'>, (story: Story) => void>> = {
  submitted: () => undefined,
  claimed: story => story.claim(),
  correcting(story) {
    story.claim(1)
    story.request(2)
  },
  resubmitted(story) {
    story.claim(1)
    story.request(2, 5)
  },
  approved: story => story.decide('approve'),
  refused: story => story.decide('refuse'),
  withdrawn(story) {
    story.claim(1)
    story.withdraw()
  },
}

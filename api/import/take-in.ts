import { canonical } from '@qinqing/domain/kernel/canonical'
import { replay } from '@qinqing/domain/kernel/decider'
import type { Receipt } from '@qinqing/domain/kernel/execute'
import type { Message, Recorded } from '@qinqing/domain/kernel/message'
import type { Words } from '@qinqing/domain/kernel/refusal'
import type { World } from '@qinqing/domain/kernel/world'
import { policy as decider, type Policy } from '@qinqing/domain/policy/policy/policy'
import type { Problem } from '@qinqing/realtime/contract'
import type { Operator } from '../operator/operator.ts'
import { serviceItems, type ServiceItem } from './service-items.ts'

/** What became of a row: `kept` means that what is there was left as it is, with the reason. */
export type Outcome = { became: 'new' | 'unchanged' | 'revised' } | { became: 'kept' | 'refused'; because: Words }

/** The log does not take anything at present; it makes no sense to go on. */
export class ImportHalted extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** The same row always becomes the same policy. */
export const policyIdOf = (ids: World['ids'], code: string): string => `import-${ids.derived(`qinqing/${serviceItems}`, code)}`

type Ask = Pick<Operator, 'ask' | 'history'>

const published: Words = { zh: '已经发布，没有改动；要改请在政策页修改后再发布', en: 'It is published and was left as it is; change it on its page and publish again.' }
const retired: Words = { zh: '这项政策已经退出，没有改动', en: 'This policy has been retired and was left as it is.' }
const edited: Words = { zh: '草稿已有人改过，没有覆盖', en: 'Somebody has edited the draft; it was not overwritten.' }

const isImport = ({ purpose }: Recorded): boolean => purpose !== 'work'

const stateAfter = (events: readonly Recorded[]): Policy => replay(decider, events) as Policy

const isProblem = (answer: Receipt | Problem): answer is Problem => 'status' in answer

/** Drafts a row as a policy, or brings the draft of an earlier import up to date; what people have changed or published is never touched. */
export async function takeIn({ ask, history }: Ask, ids: World['ids'], operator: string, found: ServiceItem): Promise<Outcome> {
  const id = policyIdOf(ids, found.code)
  const past = await history('policy', id)
  const now = stateAfter(past)
  const wanted = now.status === 'absent' ? found : answeredBy(found, now)
  const missing = commandsFor(wanted, stateAfter(past.filter(isImport)))
  if (!missing.length) return { became: 'unchanged' }
  if (now.status === 'published' || now.status === 'retired') return { became: 'kept', because: now.status === 'published' ? published : retired }
  if (past.some(event => !isImport(event))) return { became: 'kept', because: edited }

  let basis = past.length - 1
  for (const command of missing) {
    const commandId = ids.derived('qinqing/import', canonical([operator, id, command, basis]))
    const answer = await ask({ aggregate: 'policy', id, command, commandId, ...(basis >= 0 ? { basis } : {}) })
    if (isProblem(answer)) return refusal(answer)
    basis = answer.revision
  }
  return { became: past.length ? 'revised' : 'new' }
}

/** A draft stays with the office that answers for it, whatever office a later import names. */
const answeredBy = (found: ServiceItem, { office, officeName }: Policy): ServiceItem =>
  ({ ...found, policy: { ...found.policy, office, officeName }, item: { ...found.item, office, officeName } })

/** What is still to be asked, so that a policy says what the row says. */
function commandsFor({ policy, clauses, item }: ServiceItem, { status, working, sample }: Policy): Message[] {
  const { title, number, summary, validUntil } = policy
  const head = { title, number, summary, validUntil }
  const present = { title: working.title, number: working.number, summary: working.summary, validUntil: working.validUntil }
  const mark = policy.sample === sample ? {} : { sample: policy.sample }
  const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)
  const steps: [boolean, Message][] = [
    [status === 'absent', { type: 'DraftPolicy', data: policy }],
    [status !== 'absent' && !same({ ...head, ...mark }, present), { type: 'RevisePolicy', data: { ...head, ...mark } }],
    [!same(clauses, working.clauses), { type: 'ReviseClauses', data: { clauses } }],
    [!working.items.some(one => same(one, item)), { type: 'PutItem', data: { item } }],
  ]
  return steps.flatMap(([needed, command]) => (needed ? [command] : []))
}

function refusal({ status, code, detail }: Problem): Outcome {
  if (status >= 500) throw new ImportHalted(detail)
  return code === 'conflict' ? { became: 'kept', because: edited } : { became: 'refused', because: detail }
}

import { canonical } from './canonical.ts'
import { claimed, claimPrefix, TakenAgain } from './claim.ts'
import { type AnyDecider, decide, type Need, replay } from './decider.ts'
import { envelopeOf } from './envelope.ts'
import type { Check, EventStore, Write } from './event-store.ts'
import type { Asker, Context, Message, Recorded } from './message.ts'
import { Conflict, Forbidden, Malformed, Refused, Reused } from './refusal.ts'
import { changed, winnerAfter } from './winner.ts'
import { streamOf } from './stream.ts'
import type { World } from './world.ts'

/** What `execute` works with. */
export interface Kernel {
  log: EventStore
  world: World
  deciders: Readonly<Record<string, AnyDecider>>
  /** The short letters of each city (tenant) in numbers that people read. */
  prefixes: Readonly<Record<string, string>>
}

/** A command on its way: whom it is for, its client-made id, and the revision that the asker saw. */
export interface Asked {
  aggregate: string
  id: string
  command: Message
  commandId: string
  basis?: number | undefined
  correlationId?: string
  causationId?: string
}

/** What a command leaves behind: where the aggregate and the log are now. Equal for each repetition of the command. */
export interface Receipt {
  id: string
  revision: number
  position: number
  log: string
}

const attempts = 8

/** Checks shape and role, reads, decides, appends. Throws `Malformed`, `Forbidden`, `Absent`, `Refused`, `Conflict`, `Reused` or `Unknown`. */
export async function execute(kernel: Kernel, asked: Asked, asker: Asker): Promise<Receipt> {
  const decider = deciderOf(kernel, asked)
  const roles: readonly string[] = decider.roles[asked.command.type] ?? []
  if (!roles.some(role => (asker.roles as readonly string[]).includes(role))) throw new Forbidden(roles)
  const command = { type: asked.command.type, data: parsed(decider, asked.command) }
  const stream = streamOf(asker.tenant, decider.aggregate, asked.id)
  const commandHash = printOf(kernel, stream, command, asker)
  const log = await kernel.log.identity()
  const machine = asker.actor.startsWith('reaction:') || decider.merges?.includes(command.type)

  for (let attempt = 1; ; attempt++) {
    const past = await kernel.log.read(stream)
    const earlier = past.filter(event => event.commandId === asked.commandId)
    if (earlier.some(event => event.commandHash !== commandHash)) throw new Reused()
    if (earlier.length) return { id: asked.id, revision: earlier.at(-1)!.revision, position: earlier.at(-1)!.position, log }

    const at = later(kernel.world.clock.now(), past.at(-1)?.recordedAt)
    const context: Context = { ...asker, id: asked.id, at, digits: kernel.world.random.digits(6), prefix: kernel.prefixes[asker.tenant] ?? 'QQ' }
    const state = replay(decider, past)
    const revision = past.at(-1)?.revision ?? -1
    refuseStale(decider, command, past, asked, asker, stream)
    const { facts, checks } = await gather(kernel, decider, command, context, state)
    const events = attemptDecision(decider, state, command, context, facts, past, asked, stream)
    if (!events.length) return { id: asked.id, revision, position: past.at(-1)?.position ?? 0, log }

    const envelope = envelopeOf(kernel.world, decider, { ...asked, commandHash }, asker, at)
    try {
      const claims = await claimed(kernel.log, decider, events, state, context, stream, envelope)
      const main: Write = { stream, expected: revision, events: events.map((event, n) => envelope(event, n)) }
      const appended = await kernel.log.append([...claims, main], checks)
      return { id: asked.id, revision: appended.revisions[stream]!, position: appended.position, log }
    } catch (error) {
      if (attempt >= attempts || !(error instanceof Conflict || error instanceof TakenAgain)) throw error
      if (error instanceof TakenAgain || machine || (error.stream !== stream && decider.rereads?.includes(command.type)) || error.stream.startsWith(claimPrefix(asker.tenant))) continue
      const present = await kernel.log.read(error.stream)
      if (present.some(event => event.commandId === asked.commandId)) continue
      const seen = checks.find(check => check.stream === error.stream)?.expected ?? revision
      throw new Conflict(error.stream, error.current, winnerAfter(kernel.deciders, error.stream, present, seen))
    }
  }
}

const printOf = ({ world }: Kernel, stream: string, command: Message, { actor }: Asker): string => world.digest(canonical([stream, actor, command]))

/** What the events of a command say of it, so that it is known when it comes again. Throws `Malformed`. */
export function commandHashOf(kernel: Kernel, asked: Asked, asker: Asker): string {
  const decider = deciderOf(kernel, asked)
  return printOf(kernel, streamOf(asker.tenant, decider.aggregate, asked.id), { type: asked.command.type, data: parsed(decider, asked.command) }, asker)
}

/** Within a stream time never goes back, whatever the machine's clock does. */
const later = (now: string, before = now): string => (before > now ? before : now)

const deciderOf = ({ deciders }: Kernel, { aggregate, command }: Asked): AnyDecider => {
  const decider = Object.hasOwn(deciders, aggregate) ? deciders[aggregate]! : undefined
  if (!decider || !Object.hasOwn(decider.commands, command.type)) throw new Malformed([{ path: 'command', message: 'unknown command' }])
  return decider
}

function parsed(decider: AnyDecider, command: Message): unknown {
  const result = decider.commands[command.type]!.safeParse(command.data)
  if (result.success) return result.data
  throw new Malformed(result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}

/** Guarded commands lose as soon as somebody else changed anything since the revision that the asker saw. */
function refuseStale(decider: AnyDecider, { type }: Message, past: Recorded[], { basis }: Asked, { actor }: Asker, stream: string) {
  if (basis === undefined || !decider.guards?.includes(type)) return
  const winner = past.findLast(event => event.revision > basis && event.actor !== actor)
  if (winner) throw new Conflict(stream, past.at(-1)!.revision, changed(winner))
}

/** A move that was possible at the revision that the asker saw, and is not any more, was lost to a winner. */
function attemptDecision(
  decider: AnyDecider, state: { status: string }, command: Message, context: Context, facts: unknown, past: Recorded[], { basis }: Asked, stream: string,
): Message[] {
  try {
    return decide(decider, state, command, context, facts)
  } catch (error) {
    if (basis === undefined || !(error instanceof Refused)) throw error
    const winner = winnerAfter({ [decider.aggregate]: decider }, stream, past, basis)
    if (!winner) throw error
    throw new Conflict(stream, past.at(-1)!.revision, winner)
  }
}

/** Folds the streams that a command needs, and notes their revisions so that the append can check them. */
async function gather(kernel: Kernel, decider: AnyDecider, command: Message, context: Context, state: unknown) {
  const needs: Record<string, Need | undefined> = decider.needs?.[command.type]?.(command.data, context, state) ?? {}
  const facts: Record<string, unknown> = {}
  const checks: Check[] = []
  for (const [name, need] of Object.entries(needs)) {
    if (!need) continue
    const stream = streamOf(context.tenant, need.aggregate, need.id)
    const events = await kernel.log.read(stream)
    facts[name] = replay(kernel.deciders[need.aggregate]!, events)
    if (!checks.some(check => check.stream === stream)) checks.push({ stream, expected: events.at(-1)?.revision ?? -1 })
  }
  return { facts, checks }
}

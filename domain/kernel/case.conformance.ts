import { z } from 'zod'
import type { AnyDecider, Decider } from './decider.ts'
import type { EventStore } from './event-store.ts'
import type { Messages } from './message.ts'
import { ensure } from './refusal.ts'

const commands = {
  OpenCase: z.object({ title: z.string().min(1), lines: z.array(z.object({ fen: z.int() })).default([]) }),
  ApproveCase: z.object({ opinion: z.string() }),
  RefuseCase: z.object({ clause: z.string() }),
  NoteCase: z.object({ text: z.string() }),
  EditCase: z.object({ title: z.string() }),
  NameCase: z.object({ name: z.string() }),
  NumberCase: z.object({}),
  PayCase: z.object({ fund: z.string(), fen: z.int() }),
  TouchCase: z.object({}),
}
const schemas = {
  CaseOpened: z.object({ title: z.string() }),
  CaseApproved: z.object({ opinion: z.string() }),
  CaseRefused: z.object({ clause: z.string() }),
  CaseNoted: z.object({ text: z.string() }),
  CaseEdited: z.object({ title: z.string() }),
  CaseNamed: z.object({ name: z.string(), before: z.string().nullable() }),
  CaseNumbered: z.object({ number: z.string() }), CasePaid: z.object({ fen: z.int(), of: z.int() }),
}
type Case = { status: 'none' | 'open' | 'closed'; title: string; name: string | null }
type Fund = { status: 'none' | 'open' | 'empty'; fen: number }

const taken = { code: 'case/name-taken', zh: '这个名称已有人用', en: 'This name is taken.' }
const short = { code: 'case/fund-short', zh: '资金不足', en: 'The fund is short.' }
const everyone = ['reviewer', 'system'] as const

const cases: Decider<Case, Messages<typeof commands>, Messages<typeof schemas>, { fund: Fund }> = {
  system: 'fulfilment',
  aggregate: 'case',
  initial: { status: 'none', title: '', name: null },
  commands,
  events: { schemas, grade: 'internal' },
  moves: {
    none: ['OpenCase', 'NameCase'],
    open: ['ApproveCase', 'RefuseCase', 'NoteCase', 'EditCase', 'NameCase', 'NumberCase', 'PayCase', 'TouchCase'],
    closed: ['NoteCase'],
  },
  roles: {
    OpenCase: everyone, ApproveCase: ['lead'], RefuseCase: everyone, NoteCase: everyone, EditCase: everyone,
    NameCase: everyone, NumberCase: everyone, PayCase: everyone, TouchCase: everyone,
  },
  merges: ['NoteCase'],
  guards: ['EditCase'],
  needs: { PayCase: ({ fund }) => ({ fund: { aggregate: 'fund', id: fund } }) },
  claims: {
    CaseNamed: ({ name }) => [{ key: `name/${name}`, refusal: taken }],
    CaseNumbered: ({ number }) => [{ key: `number/${number}`, refusal: taken, again: true }],
  },
  releases: {
    CaseNamed: ({ before }) => before === null ? [] : [`name/${before}`],
    CaseRefused: (_, { name }) => name === null ? [] : [`name/${name}`],
  },
  decide: {
    OpenCase: (_, { title }) => [{ type: 'CaseOpened', data: { title } }, { type: 'CaseNoted', data: { text: '已登记' } }],
    ApproveCase: (_, data) => [{ type: 'CaseApproved', data }],
    RefuseCase: (_, data) => [{ type: 'CaseRefused', data }],
    NoteCase: (_, data) => [{ type: 'CaseNoted', data }],
    EditCase: (_, data) => [{ type: 'CaseEdited', data }],
    NameCase: (one, { name }) => [{ type: 'CaseNamed', data: { name, before: one.name } }],
    NumberCase: (_, __, { digits }) => [{ type: 'CaseNumbered', data: { number: digits.slice(-1) } }],
    PayCase: (_, { fen }, __, { fund }) => {
      ensure(fund.fen >= fen, short)
      return [{ type: 'CasePaid', data: { fen, of: fund.fen } }]
    },
    TouchCase: () => [],
  },
  evolve: {
    CaseOpened: (one, { title }) => ({ ...one, status: 'open', title }),
    CaseApproved: one => ({ ...one, status: 'closed' }),
    CaseRefused: one => ({ ...one, status: 'closed' }),
    CaseNoted: one => one,
    CaseEdited: (one, { title }) => ({ ...one, title }),
    CaseNamed: (one, { name }) => ({ ...one, status: 'open', name }),
    CaseNumbered: one => one,
    CasePaid: one => one,
  },
}

const fundCommands = { FillFund: z.object({ fen: z.int() }), NoteFund: z.object({}) }
const fundSchemas = { FundFilled: z.object({ fen: z.int() }), FundNoted: z.object({}) }
const funds: Decider<Fund, Messages<typeof fundCommands>, Messages<typeof fundSchemas>> = {
  system: 'fulfilment',
  aggregate: 'fund',
  initial: { status: 'none', fen: 0 },
  commands: fundCommands,
  events: { schemas: fundSchemas, grade: 'internal' },
  moves: { none: ['FillFund'], open: ['FillFund', 'NoteFund'], empty: [] },
  roles: { FillFund: everyone, NoteFund: everyone },
  decide: { FillFund: (_, data) => [{ type: 'FundFilled', data }], NoteFund: () => [{ type: 'FundNoted', data: {} }] },
  evolve: { FundFilled: (fund, { fen }) => ({ status: 'open', fen: fund.fen + fen }), FundNoted: fund => fund },
}

/** A case that has something of everything, and the fund that it is paid from: for the specs of the kernel. */
export const deciders = { case: cases as AnyDecider, fund: funds as AnyDecider }

/** The log, but with something of one method in between. */
const between = <Name extends 'read' | 'append'>(log: EventStore, name: Name, act: EventStore[Name]): EventStore => new Proxy(log, {
  get: (target, key) => key === name ? act : (target[key as keyof EventStore] as (...all: unknown[]) => unknown).bind(target),
})

/** Nobody goes on from reading a stream before so many have read it: all decide on the same state. */
export function together(log: EventStore, stream: string, readers: number): EventStore {
  const gate = Promise.withResolvers<void>()
  let reading = 0
  return between(log, 'read', async (wanted, from) => {
    const events = await log.read(wanted, from)
    if (wanted === stream && ++reading === readers) gate.resolve()
    if (wanted === stream) await gate.promise
    return events
  })
}

/** Something happens between the reading of facts and the first append that rests on them. */
export function meanwhile(log: EventStore, happens: () => Promise<unknown>): EventStore {
  let due = true
  return between(log, 'append', async (writes, checks) => {
    if (due && checks?.length) {
      due = false
      await happens()
    }
    return await log.append(writes, checks)
  })
}

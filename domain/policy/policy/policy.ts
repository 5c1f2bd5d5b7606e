import { canonical } from '../../kernel/canonical.ts'
import type { Decider, Need } from '../../kernel/decider.ts'
import type { Context } from '../../kernel/message.ts'
import { worksAs } from '../../kernel/post.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { localDate } from '../../language/calendar.ts'
import { changeNotes, changesBetween } from '../../language/amendment.ts'
import type { Clause } from '../../language/condition.ts'
import { deriveForm, type FormDefinition } from '../../language/form.ts'
import { type Guide, noGuide } from '../../language/guide.ts'
import { type Item, itemFaults } from '../../language/item.ts'
import { type Edition, type PolicyCommand, policyCommands, type PolicyFact, policyMoves, policyRefusals, policyRoles } from './contract.ts'
import { type PolicyEvent, policyEvents } from './events.ts'

type Working = Omit<Edition, 'version' | 'guide'> & { guide: Guide }

export interface Policy extends PolicyFact {
  office: string
  officeName: string
  origin: { system: string; row: string; authority: string } | null
  sample: boolean
  working: Working
}

const nothing: Working = { title: '', number: '', summary: '', validUntil: null, clauses: [], items: [], guide: noGuide }

/** Editors work on policies of their own offices; for all others there is no such draft. */
const mayEdit = (office: string, context: Context): boolean => context.roles.includes('operator') || worksAs(context, 'editor', office)

const ensureEditor = ({ office }: Policy, context: Context) => ensureThere(mayEdit(office, context))

const headOf = ({ title, number, summary, validUntil }: Working) => ({ title, number, summary, validUntil })

const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/** The condition clauses that are not in the text. */
const danglingClauses = (items: readonly Item[], clauses: readonly Clause[]) =>
  items.flatMap(item => item.conditions.filter(one => !clauses.some(clause => clause.ref === one.clause.ref))
    .map(one => ({ item: item.id, condition: one.id, clause: one.clause.ref })))

/** The clauses that an explanation names and the text does not have. */
const danglingNotes = ({ notes }: Guide, clauses: readonly Clause[]) =>
  notes.flatMap(({ clauses: named }, at) => named.filter(ref => !clauses.some(one => one.ref === ref)).map(clause => ({ note: at, clause })))

/** Conditions say their clause in the words of the text that is published with them, also when the text was revised since. */
const restated = (items: readonly Item[], clauses: readonly Clause[]): Item[] => items.map(item => ({
  ...item, conditions: item.conditions.map(one => ({ ...one, clause: clauses.find(clause => clause.ref === one.clause.ref) ?? one.clause })),
}))

const isDistinct = (clauses: readonly Clause[]) => new Set(['', ...clauses.map(({ ref }) => ref.trim())]).size === clauses.length + 1

const mostItems = 100

/** A drawn form is its own, whatever version of the policy it was published with. */
const kept = (form: FormDefinition): FormDefinition => ({ ...form, version: 1, drawn: true })

/** An item with the form that somebody has drawn for it, if any; one that follows from the item is no part of it. */
const drawn = ({ form, ...plain }: Item): Item => (form?.drawn ? { ...plain, form: kept(form) } : plain)
const undrawn = ({ form: _, ...plain }: Item): Item => plain

/** What an edition says, without the version and the forms that publishing has added. */
const plainOf = ({ version: _, items, guide = noGuide, ...edition }: Edition): Working => ({ ...edition, guide, items: items.map(drawn) })

/** A published item carries its form; its version is that of the policy. */
const withForm = (item: Item, version: number): Item => ({ ...item, form: { ...item.form ?? deriveForm(item), version } })

const formed = (items: readonly Item[], id: string, form: FormDefinition | null): Item[] =>
  items.map(item => (item.id === id ? { ...undrawn(item), ...(form ? { form } : {}) } : item))

/** What retiring looks at besides the policy itself. */
interface PolicyFacts {
  successor?: PolicyFact
}

/** 政策: drafted, decomposed into items (事项) with conditions, materials and amounts, published in versions. */
export const policy: Decider<Policy, PolicyCommand, PolicyEvent, PolicyFacts> = {
  system: 'policy',
  aggregate: 'policy',
  initial: { status: 'absent', edition: null, office: '', officeName: '', origin: null, sample: false, working: nothing },
  commands: policyCommands,
  events: policyEvents,
  moves: policyMoves,
  roles: policyRoles,
  guards: ['RevisePolicy', 'ReviseClauses', 'ReviseGuide', 'PutItem', 'RemoveItem', 'PutForm', 'PublishPolicy', 'RetirePolicy'],

  needs: { RetirePolicy: ({ successor }): { successor?: Need } => (successor ? { successor: { aggregate: 'policy', id: successor } } : {}) },

  decide: {
    DraftPolicy(_, { origin = null, sample = false, ...data }, context) {
      ensure(mayEdit(data.office, context), policyRefusals.otherOffice)
      return [{ type: 'PolicyDrafted', data: { ...data, origin, sample } }]
    },
    RevisePolicy(policy, { sample = policy.sample, ...head }, context) {
      ensureEditor(policy, context)
      const marked = sample === policy.sample ? {} : { sample }
      return same(headOf(policy.working), head) && sample === policy.sample ? [] : [{ type: 'PolicyRevised', data: { ...head, ...marked } }]
    },
    ReviseClauses(policy, { clauses }, context) {
      ensureEditor(policy, context)
      return same(policy.working.clauses, clauses) ? [] : [{ type: 'ClausesRevised', data: { clauses } }]
    },
    ReviseGuide(policy, { guide }, context) {
      ensureEditor(policy, context)
      return same(policy.working.guide, guide) ? [] : [{ type: 'GuideRevised', data: { guide } }]
    },
    PutItem(policy, { item, at }, context) {
      ensureEditor(policy, context)
      const { items } = policy.working
      const there = items.some(one => one.id === item.id)
      // Its form is put by itself; only an item that comes back brings its own.
      const plain = there ? undrawn(item) : drawn(item)
      ensure(items.length < mostItems || there, policyRefusals.tooMany)
      const place = there || at === undefined || at >= items.length ? {} : { at }
      return items.some(one => same(undrawn(one), plain)) ? [] : [{ type: 'ItemPut', data: { item: plain, ...place } }]
    },
    RemoveItem(policy, { item }, context) {
      ensureEditor(policy, context)
      return policy.working.items.some(one => one.id === item) ? [{ type: 'ItemRemoved', data: { item } }] : []
    },
    PutForm(policy, { item: id, form }, context) {
      ensureEditor(policy, context)
      const item = policy.working.items.find(one => one.id === id)
      ensure(item, policyRefusals.noForm)
      const next = form && kept(form)
      return same(item.form ?? null, next) ? [] : [{ type: 'FormPut', data: { item: id, form: next } }]
    },
    PublishPolicy(policy, { why = '' }, context) {
      ensureEditor(policy, context)
      const { working, edition, office, officeName, origin, sample } = policy
      ensure(working.items.length, policyRefusals.noItem)
      ensure(!working.validUntil || working.validUntil >= localDate(context.at), policyRefusals.expired)
      const faults = working.items.flatMap(item => itemFaults(item).map(fault => ({ item: item.id, ...fault })))
      ensure(!faults.length, policyRefusals.incomplete, faults)
      const dangling = danglingClauses(working.items, working.clauses)
      ensure(!dangling.length, policyRefusals.noClause, dangling)
      ensure(isDistinct(working.clauses), policyRefusals.clauseTwice)
      const unexplained = danglingNotes(working.guide, working.clauses)
      ensure(!unexplained.length, policyRefusals.noExplained, unexplained)
      const version = (edition?.version ?? 0) + 1
      const items = restated(working.items, working.clauses)
      ensure(!edition || !same({ ...working, items }, plainOf(edition)), policyRefusals.unchanged)
      ensure(!edition || why, policyRefusals.noWhy)
      const gone = edition?.items.map(item => item.id).filter(id => !items.some(item => item.id === id)) ?? []
      return [{
        type: 'PolicyPublished',
        data: {
          ...headOf(working), version, clauses: [...working.clauses], items: items.map(item => withForm(item, version)), office, officeName, origin,
          sample, gone, guide: working.guide, ...edition ? { why, changes: changeNotes(changesBetween(plainOf(edition), { ...working, items })) } : {},
        },
      }]
    },
    RetirePolicy(policy, { reason, successor: id }, context, { successor }) {
      ensureEditor(policy, context)
      ensure(!id || (id !== context.id && successor?.status === 'published'), policyRefusals.noSuccessor)
      const next = id && successor?.edition ? { successor: { id, title: successor.edition.title } } : {}
      return [{ type: 'PolicyRetired', data: { reason, items: policy.edition?.items.map(item => item.id) ?? [], ...next } }]
    },
  },

  evolve: {
    PolicyDrafted: (policy, { office, officeName, origin, sample, ...head }) =>
      ({ ...policy, status: 'draft', office, officeName, origin, sample, working: { ...nothing, ...head } }),
    PolicyRevised: (policy, { sample = policy.sample, ...head }) => ({ ...policy, sample, working: { ...policy.working, ...head } }),
    ClausesRevised: (policy, { clauses }) => ({ ...policy, working: { ...policy.working, clauses } }),
    GuideRevised: (policy, { guide }) => ({ ...policy, working: { ...policy.working, guide } }),
    ItemPut: (policy, { item, at }) => ({ ...policy, working: { ...policy.working, items: placed(policy.working.items, item, at) } }),
    ItemRemoved: (policy, { item }) => ({ ...policy, working: { ...policy.working, items: policy.working.items.filter(one => one.id !== item) } }),
    FormPut: (policy, { item, form }) => ({ ...policy, working: { ...policy.working, items: formed(policy.working.items, item, form) } }),
    PolicyPublished: (policy, { office: _o, officeName: _n, origin: _r, sample: _s, gone: _g, why: _w, changes: _c, ...edition }) => ({ ...policy, status: 'published', edition }),
    PolicyRetired: policy => ({ ...policy, status: 'retired' }),
  },

  claims: {
    PolicyDrafted: ({ origin }) => (origin ? [{ key: `import/${origin.system}/${origin.row}`, refusal: policyRefusals.imported }] : []),
  },
}

/** The items with one of them added where it belongs, or put in the place of the one with the same id, whose form stays. */
export const placed = (items: readonly Item[], item: Item, at = items.length): Item[] =>
  items.some(one => one.id === item.id) ? items.map(one => (one.id === item.id ? { ...item, ...(one.form ? { form: one.form } : {}) } : one)) : items.toSpliced(at, 0, item)

import { Forbidden, Malformed } from '@qinqing/domain/kernel/refusal'
import type { Sort } from './document-store.ts'
import { bind, fieldsOf, type Predicate, type Rule, type Viewer } from './predicate.ts'
import type { AnyProjection } from './projection.ts'
import type { AnyView } from './view.ts'

/** All that can be read, by name. */
export interface Catalogue {
  projections: Readonly<Record<string, AnyProjection>>
  views: Readonly<Record<string, AnyView>>
}

/** The documents that somebody may see and asked for: nothing of a viewer is left in it but what decides that. */
export interface Scope {
  projection: AnyProjection
  tenant: string
  where: Predicate
}

/** A view for one viewer: checked parameters, and what it looks at. */
export interface ViewScope {
  view: AnyView
  params: unknown
  tenant: string
  inputs: Readonly<Record<string, Scope>>
}

const named = <One>(table: Readonly<Record<string, One>>, name: string, path: string): One => {
  if (!Object.hasOwn(table, name)) throw new Malformed([{ path, message: 'unknown' }])
  return table[name]!
}

/** Throws `Malformed` for what lists cannot do and `Forbidden` when the viewer's roles never see such documents. */
export function scopeOf(catalogue: Catalogue, name: string, where: Predicate, viewer: Viewer, sort: Sort = []): Scope {
  const projection = named(catalogue.projections, name, 'projection')
  const faults = [
    ...fieldsOf(where).map(field => ({ field, path: `where.${field}` })),
    ...sort.map(([field], n) => ({ field, path: `sort.${n}` })),
  ].filter(({ field }) => !projection.indexed.includes(field)).map(({ path }) => ({ path, message: 'not a field to filter or sort by' }))
  if (faults.length) throw new Malformed(faults)
  if (closedTo(projection.visible, viewer)) throw new Forbidden(rolesIn(projection.visible))
  return bound(projection, where, viewer)
}

/** One document is simply not there for those who may not see it, whatever the reason. */
export const documentScopeOf = (catalogue: Catalogue, name: string, viewer: Viewer): Scope =>
  bound(named(catalogue.projections, name, 'projection'), ['always'], viewer)

/** Throws `Malformed` for parameters that the view does not know and `Forbidden` when it is not for this viewer. */
export function viewScopeOf(catalogue: Catalogue, name: string, params: unknown, viewer: Viewer): ViewScope {
  const view = named(catalogue.views, name, 'view')
  const parsed = view.params.safeParse(params)
  if (!parsed.success) throw new Malformed(parsed.error.issues.map(({ path, message }) => ({ path: ['params', ...path].join('.'), message })))
  const wanted = view.inputs(parsed.data, viewer)
  if (!wanted) throw new Forbidden([])
  const inputs = Object.entries(wanted).map(([input, { projection, where }]) =>
    [input, bound(named(catalogue.projections, projection, `inputs.${input}`), where, viewer)] as const)
  return { view, params: parsed.data, tenant: viewer.tenant, inputs: Object.fromEntries(inputs) }
}

const bound = (projection: AnyProjection, where: Predicate, viewer: Viewer): Scope =>
  ({ projection, tenant: viewer.tenant, where: simplified(['all', [where, bind(projection.visible, viewer)]]) })

/** The same predicate with nothing in it that decides nothing. */
export function simplified(predicate: Predicate): Predicate {
  switch (predicate[0]) {
    case 'all': return joined('all', predicate[1], 'never', 'always')
    case 'any': return joined('any', predicate[1], 'always', 'never')
    case 'in': return predicate[2].length ? predicate : ['never']
    default: return predicate
  }
}

function joined(operator: 'all' | 'any', predicates: readonly Predicate[], decisive: 'always' | 'never', idle: 'always' | 'never'): Predicate {
  const parts = predicates.map(simplified).flatMap(part => (part[0] === operator ? part[1] : [part])).filter(([head]) => head !== idle)
  if (parts.some(([head]) => head === decisive)) return [decisive]
  if (!parts.length) return [idle]
  return parts.length === 1 ? parts[0]! : [operator, parts]
}

/** Whether the viewer's roles alone settle that no document of this rule is ever seen; an empty list of one's own is no refusal. */
function closedTo(rule: Rule, viewer: Viewer): boolean {
  switch (rule[0]) {
    case 'never': return true
    case 'role': return !rule[1].some(role => viewer.roles.includes(role))
    case 'post': return !rule[2].some(role => viewer.roles.includes(role))
    case 'every': return rule[1].some(one => closedTo(one, viewer))
    case 'some': return rule[1].every(one => closedTo(one, viewer))
    default: return false
  }
}

function rolesIn(rule: Rule): string[] {
  if (rule[0] === 'role') return [...rule[1]]
  if (rule[0] === 'post') return [...rule[2]]
  return rule[0] === 'every' || rule[0] === 'some' ? rule[1].flatMap(rolesIn) : []
}

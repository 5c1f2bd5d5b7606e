import type { Decider } from '../../kernel/decider.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { ensureOffice, ensureOfficeOrLead, leads } from './access.ts'
import { type ApplicationCommand, applicationRefusals as no } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import type { Application, ApplicationFacts, Colleague } from './state.ts'

const reviews = ({ status, posts }: Colleague, office: string): boolean =>
  status === 'active' && posts.some(post => post.office === office && post.roles.includes('reviewer'))

type Handled = 'ClaimCase' | 'ReleaseCase' | 'HandOverCase' | 'ReturnCase' | 'AddNote' | 'ReviewLateDemand'

/** Who is on a case, and what the office notes about it. */
export const handling: Pick<Decider<Application, ApplicationCommand, ApplicationEvent, ApplicationFacts>['decide'], Handled> = {
  ClaimCase(application, { from }, context) {
    ensureOffice(application, context)
    const { claimant } = application
    if (claimant === context.actor) return []
    ensure(!claimant || claimant === from, no.claimedAlready)
    return claimant ? [{ type: 'CaseTakenOver', data: { from: claimant } }] : [{ type: 'CaseClaimed', data: {} }]
  },

  ReleaseCase(application, _, context) {
    ensureOffice(application, context)
    if (!application.claimant) return []
    ensure(application.claimant === context.actor, no.notHolder)
    return [{ type: 'CaseReleased', data: {} }]
  },

  HandOverCase(application, { to, reason }, context, { colleague }) {
    ensureOfficeOrLead(application, context)
    const { claimant, enterprise, item } = application
    ensure(claimant === context.actor || leads(application, context), no.notHolder)
    ensure(reviews(colleague, item!.office), no.noColleague)
    return claimant === to ? [] : [{ type: 'CaseHandedOver', data: { enterprise, to, toName: colleague.name, from: claimant, reason } }]
  },

  ReturnCase(application, { to, reason }, context, { colleague }) {
    ensureOfficeOrLead(application, context)
    const { claimant, handedBy, enterprise, item } = application
    if (!claimant) return []
    ensure(claimant === context.actor || leads(application, context), no.notHolder)
    if (to === 'pool') return [{ type: 'CaseReturned', data: { enterprise, from: claimant, reason } }]
    ensure(handedBy, no.notHandedOver)
    ensure(reviews(colleague, item!.office), no.noColleague)
    return [{ type: 'CaseGivenBack', data: { enterprise, to: handedBy, toName: colleague.name, from: claimant, reason } }]
  },

  AddNote(application, { text }, context) {
    ensureOfficeOrLead(application, context)
    return [{ type: 'NoteAdded', data: { enterprise: application.enterprise, text } }]
  },

  ReviewLateDemand(application, { finding }, context) {
    ensureThere(leads(application, context))
    return application.lateDemand ? [{ type: 'LateDemandReviewed', data: { enterprise: application.enterprise, finding } }] : []
  },
}

import { dossiers } from './data/dossiers.ts'
import { drafts } from './desktop/drafts.ts'
import { applications } from './fulfilment/applications.ts'
import { casefiles } from './fulfilment/casefiles.ts'
import { accounts } from './identity/accounts.ts'
import { devices } from './identity/devices.ts'
import { enterprises } from './identity/enterprises.ts'
import { invitations } from './identity/invitations.ts'
import { people } from './identity/people.ts'
import { sessions } from './identity/sessions.ts'
import type { AnyProjection } from './kernel/projection.ts'
import type { AnyView } from './kernel/view.ts'
import { offices } from './organisation/offices.ts'
import { amendment } from './policy/amendment.ts'
import { intakes } from './policy/intakes.ts'
import { items } from './policy/items.ts'
import { matches } from './policy/matches.ts'
import { policies } from './policy/policies.ts'
import { policyCases } from './policy/policy-cases.ts'
import { policyDrafts } from './policy/policy-drafts.ts'
import { policyVersions } from './policy/policy-versions.ts'
import { trial } from './policy/trial.ts'
import { inboxes } from './service/inboxes.ts'
import { notices } from './service/notices.ts'
import { readmodels } from './service/readmodels.ts'

const byName = <One extends { name: string }>(all: readonly One[]): Readonly<Record<string, One>> => Object.fromEntries(all.map(one => [one.name, one]))

/** All documents: one line each. */
export const projections: Readonly<Record<string, AnyProjection>> =
  byName<AnyProjection>([
    accounts, devices, applications, casefiles, dossiers, drafts, enterprises, invitations, inboxes, intakes, items, notices, offices, people,
    policies, policyCases, policyDrafts, policyVersions, readmodels, sessions,
  ])

/** All views: one line each. */
export const views: Readonly<Record<string, AnyView>> = byName<AnyView>([amendment, matches, trial])

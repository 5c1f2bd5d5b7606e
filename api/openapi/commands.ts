import { dossierRefusals } from '@qinqing/domain/data/dossier/contract'
import { draftRefusals } from '@qinqing/domain/desktop/draft/contract'
import { applicationRefusals } from '@qinqing/domain/fulfilment/application/contract'
import { enterpriseRefusals } from '@qinqing/domain/identity/enterprise/contract'
import { invitationRefusals } from '@qinqing/domain/identity/invitation/contract'
import { personRefusals } from '@qinqing/domain/identity/person/contract'
import { type AnyDecider, notNow } from '@qinqing/domain/kernel/decider'
import type { Refusals } from '@qinqing/domain/kernel/refusal'
import { intakeRefusals } from '@qinqing/domain/policy/intake/contract'
import { policyRefusals } from '@qinqing/domain/policy/policy/contract'
import { inboxRefusals } from '@qinqing/domain/service/inbox/contract'
import { both, codeOf, id, inPath, json, problems } from './operation.ts'
import { type Json, ref, schemaOf } from './schema.ts'
import { commandWords, roleWords } from './words.ts'

/** Why each aggregate may say no. */
export const refusalsOf: Readonly<Record<string, Refusals>> = {
  application: applicationRefusals, dossier: dossierRefusals, draft: draftRefusals, enterprise: enterpriseRefusals, inbox: inboxRefusals, intake: intakeRefusals,
  invitation: invitationRefusals, person: personRefusals, policy: policyRefusals,
}

const actingFor = {
  name: 'x-acting-for', in: 'header', required: false, schema: { type: 'string' },
  description: '有几个身份时，为哪家企业或哪个处室 / for which enterprise or office, when somebody has several hats',
}

function described(decider: AnyDecider, type: string): string {
  const roles: readonly string[] = decider.roles[type] ?? []
  const moves: Readonly<Record<string, readonly string[]>> = decider.moves
  const states = Object.keys(moves).filter(status => moves[status]!.includes(type))
  return [
    `谁可以 / Who may: ${roles.map(role => (roleWords[role] ? both(roleWords[role]) : role)).join('；')}`,
    `在什么状态 / In which states: ${states.join(', ')}`,
    ...decider.guards?.includes(type) ? ['`basis` 之后有任何变化就算冲突 / In conflict as soon as anything changed since `basis`.'] : [],
    ...decider.merges?.includes(type) ? ['和期间的变化合并，不冲突 / Merges with whatever came in between.'] : [],
  ].join('\n\n')
}

function operation(decider: AnyDecider, type: string): Json {
  const { aggregate } = decider
  const summary = commandWords[aggregate]?.[type]
  return {
    operationId: `${aggregate}.${type}`,
    tags: [aggregate],
    summary: summary ? both(summary) : type,
    description: described(decider, type),
    'x-roles': decider.roles[type],
    parameters: [inPath('id', id), actingFor],
    requestBody: { required: true, ...json({
      type: 'object', required: ['commandId', 'data'], additionalProperties: false,
      properties: {
        commandId: { type: 'string', format: 'uuid', description: '客户端生成；重复发送只生效一次 / made by the client; sent again, it acts once' },
        basis: { type: 'integer', minimum: -1, maximum: Number.MAX_SAFE_INTEGER, description: '页面上看到的修订号 / the revision that the page showed' },
        data: schemaOf(decider.commands[type]!),
      },
    }) },
    responses: {
      200: { description: '已经记入 / written', ...json(ref('Receipt')) },
      ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503),
    },
    'x-refusals': [notNow(decider), ...Object.values(refusalsOf[aggregate] ?? {})].map(codeOf),
  }
}

/** Every command of every aggregate under an address of its own. */
export const commandPaths = (deciders: Readonly<Record<string, AnyDecider>>): Json => Object.fromEntries(
  Object.values(deciders).flatMap(decider => Object.keys(decider.commands).map(type =>
    [`/api/ask/${decider.aggregate}/{id}/${type}`, { post: operation(decider, type) }])),
)

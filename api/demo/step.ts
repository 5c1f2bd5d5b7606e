import type { Asker } from '@qinqing/domain/kernel/message'
import { operatorAsker } from '../operator/asker.ts'
import type { DemoPerson } from './cast.ts'
import type { DemoEnterprise } from './enterprises.ts'

/** A command of the demo: who asks it, and when. */
export interface Step {
  at: string
  asker: Asker
  aggregate: string
  id: string
  command: { type: string; data: unknown }
  /** Files that must lie there before the command speaks of them. */
  files?: readonly Buffer[]
}

/** Commands that follow one another; chains do not wait for each other. */
export type Chain = readonly Step[]

/** People and machines of the demo as they ask. */
export class Askers {
  private readonly tenant: string

  constructor(tenant: string) {
    this.tenant = tenant
  }

  operator(): Asker {
    return operatorAsker('demo', this.tenant, 'demo')
  }

  system(): Asker {
    return { ...this.operator(), actor: 'system', by: '系统', roles: ['system'] }
  }

  official({ id, name, post }: DemoPerson): Asker {
    const { office, officeName, title, roles } = post!
    return { ...this.operator(), actor: id, by: name, roles, offices: [office], post: `${officeName} ${title}`, onBehalfOf: office }
  }

  agent({ id, name }: DemoPerson, enterprise: DemoEnterprise): Asker {
    return { ...this.operator(), actor: id, by: name, roles: ['agent'], enterprises: [enterprise.id], onBehalfOf: enterprise.id }
  }
}

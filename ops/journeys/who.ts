import { agents } from '@qinqing/api/demo/cast'
import { enterprises } from '@qinqing/api/demo/enterprises'

/** Who signs in for an enterprise of the demo. */
export function agentOf(enterprise: string): string {
  const at = enterprises.findIndex(({ name }) => name === enterprise)
  return agents.find(one => one.enterprise === at)!.username
}

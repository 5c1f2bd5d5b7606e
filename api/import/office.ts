import { canonical } from '@qinqing/domain/kernel/canonical'
import { replay } from '@qinqing/domain/kernel/decider'
import type { World } from '@qinqing/domain/kernel/world'
import { office as decider, type Office } from '@qinqing/domain/organisation/office/office'
import type { Operator } from '../operator/operator.ts'
import type { Responsible } from './service-items.ts'
import { ImportHalted } from './take-in.ts'

/** The office that answers for imported items until somebody hands them to another. */
export const governmentServices = {
  id: 'government-services', data: { bureau: '示例政务服务局', name: '综合受理科', phone: '0772-2800100', sample: true },
} as const

export const officeName = ({ bureau, name }: Pick<Office, 'bureau' | 'name'>): string => `${bureau}${name}`

/** The office that is to answer for what is imported; the usual one is established when it is not there yet. */
export async function responsible({ ask, history }: Pick<Operator, 'ask' | 'history'>, ids: World['ids'], operator: string, wanted?: string): Promise<Responsible> {
  const id = wanted ?? governmentServices.id
  const known = replay(decider, await history('office', id)) as Office
  if (known.status !== 'absent') return { id, name: officeName(known) }
  if (id !== governmentServices.id) throw new ImportHalted({ zh: `没有“${id}”这个处室，请先建立，或换一个 --office`, en: `There is no office "${id}"; establish it first, or name another with --office.` })
  const command = { type: 'EstablishOffice', data: governmentServices.data }
  const answer = await ask({ aggregate: 'office', id, command, commandId: ids.derived('qinqing/import', canonical([operator, id, command])) })
  if ('status' in answer) throw new ImportHalted(answer.detail)
  return { id, name: officeName(governmentServices.data) }
}

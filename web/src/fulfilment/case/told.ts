import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'

/** Who of the enterprise hears of a decision. */
export function toldOf({ answers, enterpriseName }: ApplicationDocument): string {
  const contact = answers['contact.name']
  return typeof contact === 'string' && contact.trim() ? contact : enterpriseName
}

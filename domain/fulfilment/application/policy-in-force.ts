import { ensure } from '../../kernel/refusal.ts'
import type { Item } from '../../language/item.ts'
import type { Edition, PolicyFact } from '../../policy/policy/contract.ts'
import { applicationRefusals as no } from './contract.ts'

/** Whether an item takes applications on a date: its policy is valid, and its window is open. */
const isOpen = ({ window }: Item, { validUntil }: { validUntil: string | null }, today: string): boolean =>
  (!validUntil || validUntil >= today) && (!window || (window.from <= today && today <= window.to))

/**
 * The item by the version in force. Once a policy has been retired, or its window has closed, nothing is begun or submitted any more;
 * what had been submitted goes on to its decision by the version that it was begun with.
 */
export function ensureInForce({ status, edition }: PolicyFact, id: string, today: string): { item: Item; edition: Edition } {
  const item = edition?.items.find(one => one.id === id)
  ensure(status === 'published' && edition && item, no.notOpen)
  ensure(isOpen(item, edition, today), no.outsideWindow)
  return { item, edition }
}

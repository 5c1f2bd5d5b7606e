import type { World } from '@qinqing/domain/kernel/world'
import { bounds } from './contract.ts'

export type Bounds = { readonly [Name in keyof typeof bounds]: (typeof bounds)[Name] extends number ? number : (typeof bounds)[Name] }

/** What the live door takes from outside: time, the date in the city, and its limits. */
export class LiveSettings {
  readonly world: Pick<World, 'clock' | 'timers'>
  readonly today: () => string
  readonly bounds: Bounds

  constructor(world: Pick<World, 'clock' | 'timers'>, today: () => string, over: Partial<Bounds> = {}) {
    this.world = world
    this.today = today
    this.bounds = { ...bounds, ...over }
  }
}

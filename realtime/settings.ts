import type { World } from '@qinqing/domain/kernel/world'
import { bounds } from './contract.ts'

type Numbers<Table> = { readonly [Name in keyof Table]: Table[Name] extends number ? number : Numbers<Table[Name]> }

export type Bounds = Numbers<typeof bounds>

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

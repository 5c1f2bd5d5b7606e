import type { Hit } from './sources.ts'

const most = 6
const keyOf = (side: string) => `qinqing/recent/${side}`

/** Where one has just gone from the search. It names firms, so it ends with the tab. */
export function recent(side: string): readonly Hit[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(side)) ?? '[]')
    return Array.isArray(found) ? found.filter((one): one is Hit => typeof one === 'object' && one !== null && 'to' in one && 'label' in one) : []
  } catch {
    return []
  }
}

export function remember(side: string, hit: Hit): void {
  sessionStorage.setItem(keyOf(side), JSON.stringify([hit, ...recent(side).filter(({ to }) => to !== hit.to)].slice(0, most)))
}

/** What is said to the frame in which a paper is drawn. */
export type ToPaper =
  | { kind: 'show', type: string, bytes: ArrayBuffer, label: string }
  | { kind: 'look', zoom: number, turn: number }
  | { kind: 'go', page: number }

/** What the frame says; nothing of it is believed to be more than this, since a paper may come from anybody. */
export type FromPaper =
  | { kind: 'ready' }
  | { kind: 'shown', pages: number }
  | { kind: 'at', page: number }
  | { kind: 'failed', why: 'locked' | 'broken' }
  | { kind: 'key', key: string }

/** Keys that mean something on the page around the frame. */
export const paperKeys: readonly string[] = ['[', ']', '+', '=', '-', '0', 'v']

const kinds: readonly unknown[] = ['ready', 'shown', 'at', 'failed', 'key']

export function fromPaper(said: unknown): FromPaper | undefined {
  if (typeof said !== 'object' || said === null || !('kind' in said) || !kinds.includes(said.kind)) return undefined
  const one = said as Record<string, unknown>
  const counted = (value: unknown) => (Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined)
  switch (one['kind']) {
    case 'ready': return { kind: 'ready' }
    case 'shown': return { kind: 'shown', pages: counted(one['pages']) ?? 1 }
    case 'at': return { kind: 'at', page: counted(one['page']) ?? 1 }
    case 'failed': return { kind: 'failed', why: one['why'] === 'locked' ? 'locked' : 'broken' }
    default: return typeof one['key'] === 'string' && paperKeys.includes(one['key']) ? { kind: 'key', key: one['key'] } : undefined
  }
}

import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'

/** Rows a second and seconds left, by what has been done so far; undefined while nothing has. */
export function paceOf({ preview, tally, startedAt, asOf }: Pick<IntakeDocument, 'preview' | 'tally' | 'startedAt' | 'asOf'>): { rate: number; seconds: number } | undefined {
  if (!preview || !tally?.read || !startedAt || !asOf) return undefined
  const passed = (Date.parse(asOf) - Date.parse(startedAt)) / 1000
  if (passed <= 0) return undefined
  const rate = tally.read / passed
  return { rate: Math.max(1, Math.round(rate)), seconds: Math.max(1, Math.ceil((preview.rows - tally.read) / rate)) }
}

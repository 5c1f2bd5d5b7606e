import { z } from 'zod'
import type { Verdict } from './condition.ts'
import { say, type Text } from './text.ts'

/** Where an enterprise stands towards a policy item: 已享 可享 差一点 不可享 待核实. */
export const standings = z.enum(['enjoyed', 'eligible', 'near', 'ineligible', 'unverified'])
export type Standing = z.infer<typeof standings>

export const standingLabels: Record<Standing, Text> = {
  enjoyed: say('已享', 'Granted'),
  eligible: say('可享', 'Open to you'),
  near: say('差一点', 'Nearly there'),
  ineligible: say('不可享', 'Not open to you'),
  unverified: say('待核实', 'To be verified'),
}

type Judged = Pick<Verdict, 'result' | 'changeable'>

/** The first row that holds says how it stands; what nothing could judge is never 可享. */
const rows: { standing: Standing; when: (verdicts: Judged[], approvedHere: boolean) => boolean }[] = [
  { standing: 'enjoyed', when: (_, approvedHere) => approvedHere },
  { standing: 'unverified', when: verdicts => verdicts.length === 0 },
  { standing: 'ineligible', when: verdicts => verdicts.some(({ result, changeable }) => result === 'failed' && !changeable) },
  { standing: 'eligible', when: verdicts => verdicts.every(({ result }) => result === 'met') },
  { standing: 'near', when: verdicts => verdicts.filter(({ result }) => result !== 'met').length <= 2 },
  { standing: 'ineligible', when: verdicts => verdicts.filter(({ result }) => result === 'failed').length > 2 },
]

export const standing = (verdicts: Judged[], approvedHere: boolean): Standing =>
  rows.find(({ when }) => when(verdicts, approvedHere))?.standing ?? 'unverified'

/** One sentence of what is missing, unknown before failed; null when nothing is. */
export function gap(verdicts: Verdict[]): Text | null {
  const missing = ['unknown', 'failed'].flatMap(wanted =>
    verdicts.flatMap(({ result, gap: told }) => (result === wanted && told ? [told] : [])))
  if (missing.length === 0) return null
  const cut = missing.slice(0, 5)
  const more = missing.length - cut.length
  return say(
    cut.map(({ zh }) => zh).join('；') + (more > 0 ? `；另有 ${more} 项` : ''),
    cut.map(({ en }) => en).join('; ') + (more > 0 ? `; and ${more} more` : ''),
  )
}

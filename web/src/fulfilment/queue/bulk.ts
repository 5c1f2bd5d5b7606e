import { ask, Problematic } from '@qinqing/api/client'
import type { ApplicationCommand, ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Problem } from '@qinqing/realtime/client'
import { useState } from 'react'

export interface Outcome {
  application: ApplicationDocument
  /** Null when it was done. */
  problem: Problem | null
}

type Command = Extract<ApplicationCommand, { type: 'ClaimCase' | 'HandOverCase' | 'ReturnCase' }>

/** Asks the same of many cases, each by a command of its own, one after the other; says of each what came of it. */
export function useBulk() {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [of, setOf] = useState(0)
  const run = async (cases: readonly ApplicationDocument[], commandOf: (application: ApplicationDocument) => Command): Promise<void> => {
    setOf(cases.length)
    setOutcomes([])
    for (const application of cases) {
      const problem = await ask('application', application.id, commandOf(application), { basis: application.revision }).then(() => null, (error: unknown) => {
        if (error instanceof Problematic) return error.problem
        throw error
      })
      setOutcomes(before => [...before, { application, problem }])
    }
  }
  return { run, outcomes, of, busy: outcomes.length < of, clear: () => { setOf(0); setOutcomes([]) } }
}
export type Bulk = ReturnType<typeof useBulk>

import { past, Problematic } from '@qinqing/api/client'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useEffect, useState } from 'react'

/** The instants at which something happened since the office has it, the oldest first. */
export const instantsOf = ({ timeline, submittedAt }: Pick<ApplicationDocument, 'timeline' | 'submittedAt'>): string[] =>
  [...new Set(timeline.map(({ at }) => at))].filter(at => submittedAt !== null && at >= submittedAt)

export interface Past {
  at: string
  document: ApplicationDocument | null
  /** It was not to be seen then, or could not be fetched. */
  missing: boolean
}

/** A case as it was at an instant; what was does not change, so it is fetched once. */
export function usePast(id: string, at: string | null): Past | null {
  const [found, setFound] = useState<Past | null>(null)
  useEffect(() => {
    if (!at) return
    let current = true
    past(id, at).then(({ document }) => current && setFound({ at, document, missing: false }), (error: unknown) => {
      if (!(error instanceof Problematic)) throw error
      if (current) setFound({ at, document: null, missing: true })
    })
    return () => { current = false }
  }, [id, at])
  if (!at) return null
  // While another instant is fetched the one before stays in sight.
  return found ?? { at, document: null, missing: false }
}

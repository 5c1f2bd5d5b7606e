import { useEffect } from 'react'
import { type Hat, useSession } from '../kit/session.tsx'

/** For which enterprise this page acts: the hat one wears, or else the first enterprise that one has. */
export function useEnterprise(): Hat {
  const { hat, hats, wear } = useSession()
  const found = hat?.kind === 'enterprise' ? hat : hats.find(({ kind }) => kind === 'enterprise')
  // What is asked from here on is asked for the enterprise, and not for the office.
  useEffect(() => { if (found && found !== hat) wear(found) }, [found, hat, wear])
  if (!found) throw new Error('Only who has an enterprise comes here.')
  return found
}

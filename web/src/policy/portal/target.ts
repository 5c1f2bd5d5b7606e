import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** The part of a page that the address points to; goes there as soon as the page has it. */
export function useTarget(ready: boolean): string {
  const { hash, key } = useLocation()
  const target = decoded(hash.slice(1))
  useEffect(() => {
    if (ready && target) document.getElementById(target)?.scrollIntoView({ block: 'center' })
  }, [ready, target, key])
  return target
}

/** What somebody typed after # may be no proper encoding. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return ''
  }
}

import { type ReactNode, useState } from 'react'

interface Props {
  value: string | number
  /** How the value is shown, if not as it is. */
  children?: ReactNode
}

/** A number changes in place, with a soft flash of two seconds. */
export function Flash({ value, children }: Props) {
  const [seen, setSeen] = useState({ value, changes: 0 })
  if (!Object.is(seen.value, value)) setSeen({ value, changes: seen.changes + 1 })
  // A new key starts the animation again.
  return <span key={seen.changes} className={seen.changes > 0 ? 'fresh' : undefined}>{children ?? value}</span>
}

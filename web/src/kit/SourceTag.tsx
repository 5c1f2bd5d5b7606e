import { useTime } from './Time.tsx'
import styles from './SourceTag.module.css'

interface Props {
  source: string
  /** The date or moment of which the source speaks. */
  at?: string | undefined
  /** Without the grey field, for rows that are dense already. */
  bare?: boolean
}

/** Where a fact comes from and of when it is. */
export function SourceTag({ source, at, bare }: Props) {
  const time = useTime()
  return <span className={bare ? styles.bare : styles.tag}>{source}{at && <> · <time dateTime={at}>{time.day(at)}</time></>}</span>
}

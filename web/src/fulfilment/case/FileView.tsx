import type { FileRef } from '@qinqing/domain/language/field'
import { PaperView } from '../../parts/PaperView.tsx'
import styles from './case.module.css'

interface Props {
  application: string
  file: FileRef
  label: string
  onBefore?: (() => void) | undefined
  onAfter?: (() => void) | undefined
}

/** The chosen paper below the list of all, as wide as their pane. */
export function FileView(props: Props) {
  return <div className={styles.viewer}><PaperView key={props.file.hash} {...props} /></div>
}

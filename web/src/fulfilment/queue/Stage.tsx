import type { ApplicationDocument, ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { Pips } from '../../kit/ProgressLine.tsx'
import styles from './queue.module.css'

/** Taken in, looked at, decided. */
export const stageCount = 3
const reached: { [Status in ApplicationStatus]?: number } = {
  submitted: 1, claimed: 2, correcting: 2, resubmitted: 2, approved: 3, refused: 3, withdrawn: 0, lapsed: 2,
}

export const stageOf = ({ status }: Pick<ApplicationDocument, 'status'>): number => reached[status] ?? 0

/** Where a case stands, in the space of a word. */
export function Stage({ of }: { of: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  return <span className={styles.stage}>{t(`stage.${of.status}`)}{stageOf(of) > 0 && <Pips at={stageOf(of)} of={stageCount} />}</span>
}

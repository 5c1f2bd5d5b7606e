import type { Problem } from '@qinqing/realtime/client'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { FaultList } from './CheckNotice.tsx'
import { faultsOf } from './command.ts'
import { useForm } from './drafting.tsx'
import styles from './form.module.css'

interface Props {
  problem: Problem | null
  /** Something typed here is not with the server, so that nothing was submitted. */
  unsaved: boolean
}

/** It came up where one clicked: into sight, clear of the bar. */
const arrive = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: 'center' })

/** Why it was not submitted, just above the button: what is not right, where it is mended, and that nothing is lost. */
export function Refusal({ problem, unsaved }: Props) {
  const { lang } = useForm()
  const { t } = useTranslation('form')
  if (!problem && !unsaved) return null
  const faults = problem ? faultsOf(problem) : []
  const what = problem ? problem.detail[lang] : t('refusal.unsaved')
  return (
    <div className={`wrap ${styles.page} unprinted`}>
      <div className={styles.refusal} ref={arrive}>
        {faults.length > 0
          ? <FaultList urgent what={what} kept={t('refusal.kept')} faults={faults.map(({ field, message }) => ({ field, says: message[lang] }))} />
          : <ProblemNotice urgent tone="bad" what={what} kept={t('refusal.kept')} todo={problem ? undefined : t('refusal.unsavedTodo')} />}
      </div>
    </div>
  )
}

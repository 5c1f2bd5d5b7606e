import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { courses } from './states.ts'

/** 提交 受理 审核 办结: the same columns for every application. */
export function Course({ status }: Pick<ApplicationDocument, 'status'>) {
  const { t } = useTranslation('portal')
  if (status === 'absent') return null
  return (
    <ProgressLine
      label={t('application.steps.label')}
      steps={courses[status].map(([word, state]) => ({ label: t(`application.steps.${word}`), state }))}
    />
  )
}

import { useTranslation } from 'react-i18next'

export const eventTypes = [
  'ApplicationStarted', 'ApplicationSubmitted', 'ApplicationWithdrawn', 'CaseUrged', 'CaseClaimed', 'CaseReleased', 'ConditionJudged',
  'CorrectionRequested', 'CorrectionAnswered',
  'ApplicationApproved', 'ApplicationRefused',
] as const
export type EventType = (typeof eventTypes)[number]

const isKnown = (type: string): type is EventType => eventTypes.some(one => one === type)

/** What happened, in words. */
export function useEvents() {
  const { t } = useTranslation('desk')
  return { what: (type: string): string => (isKnown(type) ? t(`event.${type}`) : t('event.other')) }
}

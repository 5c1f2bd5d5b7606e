import { useTranslation } from 'react-i18next'

const eventTypes = [
  'ApplicationStarted', 'ApplicationSubmitted', 'ApplicationWithdrawn', 'CaseUrged', 'CaseClaimed', 'CaseReleased', 'ConditionJudged',
  'CorrectionRequested', 'CorrectionAnswered',
  'ApplicationApproved', 'ApplicationRefused',
] as const
const handing = ['CaseTakenOver', 'CaseHandedOver', 'CaseReturned', 'CaseGivenBack', 'ApplicationLapsed'] as const
export type EventType = (typeof eventTypes)[number]

const isKnown = (type: string): type is EventType => eventTypes.some(one => one === type)

/** What happened, in words. */
export function useEvents() {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const what = (type: string): string => {
    const handed = handing.find(one => one === type)
    if (handed) return review(`event.${handed}`)
    return isKnown(type) ? t(`event.${type}`) : t('event.other')
  }
  return { what }
}

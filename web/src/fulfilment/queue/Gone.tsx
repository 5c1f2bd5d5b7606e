import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import { useDocument } from '../../kit/live.tsx'
import { useSession } from '../../kit/session.tsx'
import styles from './queue.module.css'

const telling = [
  'CaseClaimed', 'CaseReleased', 'CorrectionRequested', 'CorrectionAnswered', 'ApplicationApproved', 'ApplicationRefused',
  'ApplicationWithdrawn',
] as const
type Telling = (typeof telling)[number]
const isTelling = (type: string): type is Telling => telling.some(one => one === type)

const handing = ['CaseTakenOver', 'CaseHandedOver', 'CaseReturned', 'CaseGivenBack', 'ApplicationLapsed'] as const
const isHanding = (type: string): type is (typeof handing)[number] => handing.some(one => one === type)

/** Why a case has left the list, and who did it. */
export function Gone({ of }: { of: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const { person } = useSession()
  const whyOf = (type: string, who: string) => {
    if (isHanding(type)) return review(`gone.${type}`, { who })
    return isTelling(type) ? t(`gone.${type}`, { who }) : t('gone.moved')
  }
  const { document } = useDocument<ApplicationDocument>('applications', of.id)
  const last = (document ?? of).timeline.findLast(({ type }) => isTelling(type) || isHanding(type))
  const why = last ? whyOf(last.type, last.by === person.name ? t('gone.me') : last.by) : t('gone.moved')
  return <span className={styles.gone} title={why}><Icon name="user" small /><span className="cut">{why}</span></span>
}

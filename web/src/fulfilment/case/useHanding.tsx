import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { localDate } from '@qinqing/domain/language/calendar'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../kit/now.ts'
import { useSession } from '../../kit/session.tsx'
import type { BarAction } from '../../kit/StickyBar.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import { admits } from './judged.ts'
import type { CaseActs } from './useCase.ts'

export type Opened = 'correct' | 'refuse' | 'handOver' | 'return' | 'lapse'

interface Props {
  application: ApplicationDocument
  acts: CaseActs
}

/** Nothing has happened since one claimed it oneself: letting go needs no reason. */
const justClaimed = ({ timeline }: ApplicationDocument, me: string): boolean => {
  const last = timeline.at(-1)
  return last?.type === 'CaseClaimed' && last.by === me
}

/** Who has the case, and who gets it: claim, take over, put back, return, hand over; and the end of one that is never answered. */
export function useHanding({ application, acts }: Props, closed: string | undefined, open: (which: Opened) => void): BarAction[] {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const { person } = useSession()
  const { decides, leads } = useRights()
  const today = localDate(useNow())
  const { busy } = acts.asked
  const { claimant, claimantId, correction } = application
  const mine = claimantId === person.id
  const hands = (mine && decides) || leads

  const claim: BarAction = {
    id: 'claim', label: t('claim'), key: 'R', apart: true, less: true, busy: busy === 'ClaimCase', off: admits(application, 'ClaimCase') ? undefined : closed,
    then: <><b>{t('bar.afterClaim')}</b> {t('bar.claim')}</>, onAct: () => void acts.act('ClaimCase', {}),
  }
  const handedByMe = claimant?.from?.id === person.id
  const takeOver: BarAction = {
    id: 'takeOver', label: review(handedByMe ? 'takeOver.back' : 'takeOver.act'), key: 'R', apart: true, less: true, busy: busy === 'ClaimCase',
    off: admits(application, 'ClaimCase') ? undefined : closed, then: review('takeOver.then', { who: claimant?.name ?? '' }),
    ask: {
      title: review('takeOver.title', { who: claimant?.name ?? '' }), consequences: [review('takeOver.told', { who: claimant?.name ?? '' }), review('takeOver.rest')],
    },
    onAct: () => void acts.act('ClaimCase', claimantId ? { from: claimantId } : {}),
  }
  const release: BarAction = {
    id: 'release', label: t('release'), key: 'F', less: true, then: <><b>{t('bar.afterRelease')}</b> {t('bar.release')}</>, busy: busy === 'ReleaseCase',
    off: admits(application, 'ReleaseCase') ? undefined : closed, onAct: () => void acts.act('ReleaseCase', {}),
  }
  const giveBack: BarAction = {
    id: 'return', label: review('giveBack.act'), key: 'F', less: true, busy: busy === 'ReturnCase', then: review('giveBack.then'), onAct: () => open('return'),
  }
  const handOver: BarAction = {
    id: 'handOver', label: review('handOver.act'), key: 'Z', apart: mine, less: true, busy: busy === 'HandOverCase', then: review('handOver.then'),
    onAct: () => open('handOver'),
  }
  const passed = correction !== null && today > correction.answerBy
  const lapse: BarAction = {
    id: 'lapse', label: review('lapse.act'), key: 'L', kind: 'danger', busy: busy === 'LapseApplication', then: review('lapse.then'), onAct: () => open('lapse'),
  }
  return [
    ...(passed && decides ? [lapse] : []),
    ...(!decides || mine ? [] : [claimant ? takeOver : claim]),
    ...(hands ? [handOver] : []),
    ...(hands && claimant ? [mine && decides && justClaimed(application, person.name) && admits(application, 'ReleaseCase') ? release : giveBack] : []),
  ]
}

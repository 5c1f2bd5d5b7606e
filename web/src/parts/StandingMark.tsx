import { type Standing, standingLabels } from '@qinqing/domain/language/standing'
import { useLanguage } from '../kit/i18n.ts'
import { type Status, StatusMark } from '../kit/StatusMark.tsx'

const shape: Record<Standing, Status> = { enjoyed: 'met', eligible: 'met', near: 'due', ineligible: 'failed', unverified: 'unknown' }

/** 可享, 差一点, 不可享, 已享, 待核实: shape, word and colour. */
export function StandingMark({ standing }: { standing: Standing }) {
  const language = useLanguage()
  return <StatusMark status={shape[standing]}>{standingLabels[standing][language]}</StatusMark>
}

import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink, type ButtonKind } from '../kit/Button.tsx'
import { FieldFault } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { useStart, wayOf, wayTo } from './start.ts'

interface Props {
  match: MatchDocument
  kind?: ButtonKind
}

/** One button: begin an application, or go to the one that there is; why it was refused stands under it. */
export function StartButton({ match, kind = 'soft' }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const { start, busy, problem } = useStart(match)
  const way = wayOf(match)
  const to = way === 'closed' ? `/policies/${match.policy}?item=${encodeURIComponent(match.item)}` : wayTo(match, way)
  const says =
    way === 'closed' ? t('start.notOpen') : way === 'start' && match.lane !== 'window' ? t(`start.${match.lane}`) : t(`start.${way}`)
  const about = `${says}：${match.title}`
  if (to)
    return (
      <ButtonLink to={to} kind={way === 'correct' ? kind : kind === 'primary' && way !== 'continue' ? 'outlined' : kind} aria-label={about}>
        {says}
      </ButtonLink>
    )
  return (
    <>
      <Button kind={kind} busy={busy} onClick={start} aria-label={about}>
        {says}
      </Button>
      {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
    </>
  )
}

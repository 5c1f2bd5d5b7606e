import { promise } from '@qinqing/domain/language/calendar'
import { dueText } from '@qinqing/domain/language/when'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useAsk } from '../../kit/ask.ts'
import { StickyBar } from '../../kit/StickyBar.tsx'
import { dateOf } from '../../kit/time.ts'
import { useTime } from '../../kit/Time.tsx'
import { useWays } from './CheckNotice.tsx'
import { useForm } from './drafting.tsx'
import { useJudged } from './Judging.tsx'
import { partAddress } from './places.ts'
import { beforeReview } from './precheck.ts'
import { review } from './reading.ts'
import { Refusal } from './Refusal.tsx'
import { SaveStatus } from './SaveStatus.tsx'

interface Props {
  now: string
  order: readonly string[]
  /** Whether the account holder is the enterprise, or was confirmed. */
  holderFine: boolean
  onSubmit: (under: boolean) => void
}

/** Submits when the server has everything that was typed. */
export function useSubmit(type: 'SubmitApplication' | 'AnswerCorrection', onSubmit: Props['onSubmit'], to: string) {
  const { saver, application } = useForm()
  const { ask, busy, problem, clear } = useAsk('application', application)
  const [flushing, setFlushing] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const go = useNavigate()
  const submit = async () => {
    setFlushing(true)
    await saver.flush()
    setFlushing(false)
    setUnsaved(!saver.ready)
    if (!saver.ready) return
    onSubmit(true)
    if (await ask(type, {})) void go(to, { replace: true })
    else onSubmit(false)
  }
  return { submit: () => void submit(), busy: flushing || busy !== null, problem, unsaved, clear }
}

/** At the foot: saved or not, what would be returned, and the way on. */
export function DraftBar({ now, order, holderFine, onSubmit }: Props) {
  const { document: { id, item, officeName }, reading, check } = useJudged()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const time = useTime()
  const go = useNavigate()
  const { submit, busy, problem, unsaved, clear } = useSubmit('SubmitApplication', onSubmit, `/applications/${id}?submitted=1`)

  const last = now === review
  const at = last ? order.length : order.indexOf(now)
  const next = order[at + 1]
  const titles = new Map(reading.sections.map(({ id: part, title }) => [part, title[lang]]))
  const faults = beforeReview(check, reading)
  const before = faults.length
  const first = useWays()(faults[0]?.field ?? '')
  const told = t('bar.returned', { count: before })
  const returned = last ? check.faults.length : before
  const off = before > 0 ? t('bar.returned', { count: returned }) : returned > 0 ? t('bar.declare') : check.barriers.length > 0 ? t('bar.barred')
    : holderFine ? undefined : t('bar.confirm')
  const due = dueText(promise(time.now, item.limit, [], time.now), dateOf(time.now), lang)
  const to = (step: string) => {
    clear()
    void go(partAddress(step), { preventScrollReset: true })
  }
  const back = { id: 'back', label: last ? t('bar.mend') : t('bar.back'), onAct: () => to(order[at - 1] ?? order[0] ?? review) }
  const forward = last
    ? {
        id: 'submit', label: t('bar.submit'), kind: 'primary' as const, busy, onAct: submit, then: t('bar.then', { office: officeName, due }),
        off, warns: off !== undefined,
      }
    : {
        id: 'next', label: next ? t('bar.next', { part: titles.get(next) ?? '' }) : t('bar.review'), kind: 'primary' as const, onAct: () => to(next ?? review),
        then: before > 0 ? first ? <Link to={first.to}>{told}</Link> : told : undefined, warns: before > 0,
      }
  return (
    <>
      <Refusal key={problem?.code} problem={problem} unsaved={unsaved} />
      <StickyBar label={t('bar.label')} wrapped keys={false} status={<SaveStatus />} actions={at > 0 ? [back, forward] : [forward]} />
    </>
  )
}

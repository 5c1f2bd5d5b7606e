import { sourceText } from '@qinqing/domain/language/bureaus'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { ClauseLink } from './ClauseLink.tsx'
import { useForm } from './drafting.tsx'
import { useJudged } from './Judging.tsx'
import { fieldAddress } from './places.ts'
import { beforeReview, type Risk } from './precheck.ts'
import { fieldsOf, isDeclaration, review } from './reading.ts'

const mostShown = 8

interface Fault {
  field: string
  says: ReactNode
  clause?: string | undefined
}

/** The way to each field that is at fault. */
export function useWays(): (field: string) => { to: string; act: string } | null {
  const { reading, answers } = useJudged()
  const { t } = useTranslation('form')
  return field => {
    const part = reading.sections.find(({ fields }) => fields.some(({ id }) => id === field))
    const of = part?.fields.find(({ id }) => id === field)
    if (!part || !of) return null
    const how = isDeclaration(of) ? 'declare' : of.kind === 'file' ? 'upload' : Object.hasOwn(answers, field) || of.origin === 'fact' ? 'mend' : 'fill'
    return { to: fieldAddress(isDeclaration(of) ? review : part.id, field), act: t(`check.${how}`) }
  }
}

/** Faults one by one, each with the way to where it is mended; long lists are cut and counted. */
export function FaultList({ what, faults, urgent, kept }: { what: ReactNode; faults: readonly Fault[]; urgent?: boolean; kept?: ReactNode }) {
  const { t } = useTranslation('form')
  const ways = useWays()
  const cut = faults.slice(0, mostShown)
  const more = faults.length - cut.length
  return (
    <ProblemNotice
      what={what} urgent={urgent ?? false} kept={kept}
      faults={cut.map(({ field, says, clause }) => {
        const way = ways(field)
        return {
          id: field, fix: way && <Link to={way.to}>{way.act}</Link>,
          says: <>{says}{clause && <>{t('clause.before')}<ClauseLink clause={clause} />{t('clause.after')}</>}</>,
        }
      })}
      action={more > 0 ? <p className="second">{t('check.more', { count: more })}</p> : undefined}
    />
  )
}

function RiskSays({ risk: { how, verdict, clause } }: { risk: Risk }) {
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const actual = verdict.actual && t('check.actual', { value: verdict.actual[lang], source: sourceText(verdict.source ?? '', lang) })
  return (
    <>
      {t(`check.risk.${how}`, { what: verdict.sentence[lang] })}
      {t('clause.before')}<ClauseLink clause={clause.ref} />{t('clause.after')}
      {actual && <span className="second"> {actual}</span>}
    </>
  )
}

/** What may stand against an approval, said before; it hinders nobody. */
function Risks() {
  const { check: { risks } } = useJudged()
  const { t } = useTranslation('form')
  const ways = useWays()
  if (!risks.length) return null
  const failed = risks.filter(({ how }) => how === 'failed').length
  return (
    <ProblemNotice
      tone={failed ? 'bad' : 'info'} what={failed ? t('check.refused', { count: failed }) : t('check.looked', { count: risks.length })} todo={t('check.still')}
      faults={risks.map((risk, at) => {
        const way = risk.field ? ways(risk.field) : null
        return { id: String(at), says: <RiskSays risk={risk} />, fix: way && <Link to={way.to}>{t('check.look')}</Link> }
      })}
    />
  )
}

function Barriers({ other }: { other: string | null }) {
  const { check: { barriers }, document: { item, policy, officeName } } = useJudged()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  if (!barriers.length) return null
  return barriers.map(barrier => (
    <ProblemNotice
      key={barrier} tone="bad" what={t(`check.barrier.${barrier}`, { from: item.window?.from ?? '', to: item.window?.to ?? '' })}
      todo={t('check.askOffice', { office: officeName, phone: item.phone })}
      action={barrier === 'already' && other
        ? <Link to={`/applications/${other}`}>{t('check.other')}</Link>
        : barrier === 'not-open' ? <Link to={`/policies/${policy}`} lang={lang}>{t('check.policy')}</Link> : undefined}
    />
  ))
}

/** The precheck speaks before anybody submits: what would be returned at once, and what may be refused later. */
export function CheckNotice({ last, other }: { last?: boolean; other: string | null }) {
  const { check, reading } = useJudged()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const faults = last ? check.faults : beforeReview(check, reading)
  return (
    <>
      <Barriers other={other} />
      {faults.length > 0 && (
        <FaultList
          what={t('check.returned', { count: faults.length })}
          faults={faults.map(({ field, message, clause }) => ({ field, says: message[lang], clause }))}
        />
      )}
      {faults.length === 0 && check.barriers.length === 0 && <ProblemNotice tone="info" what={t('check.fine')} todo={t('check.fineTodo', { count: fieldsOf(reading).length })} />}
      <Risks />
    </>
  )
}

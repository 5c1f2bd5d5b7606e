import { estimate } from '@qinqing/domain/language/amount'
import { bureaus, sourceText } from '@qinqing/domain/language/bureaus'
import { localDate } from '@qinqing/domain/language/calendar'
import { type ReadField, type ReadSection, statedFacts } from '@qinqing/domain/language/form'
import { cny } from '@qinqing/domain/language/money'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Facts, FormSection, type Known } from '../../kit/FormRow.tsx'
import { Money } from '../../kit/Money.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'
import { paperAddress } from '../../parts/paper.ts'
import { useForm, useTyping } from './drafting.tsx'
import { asFile } from './FileField.tsx'
import styles from './form.module.css'
import { useJudged } from './Judging.tsx'
import { Applicant } from './Parts.tsx'
import { fieldAddress, fieldPlace, partAddress, partPlace } from './places.ts'
import { foreignHolder } from './precheck.ts'
import { declarationsOf, isDeclaration, review } from './reading.ts'
import { TableShown } from './TableBox.tsx'

type Words = ReturnType<typeof useTranslation<'form'>>['t']

/** A field as it will be submitted: what it says, and who says so. */
function lineOf(of: ReadField, part: string, application: string, isSaved: (field: string) => boolean, t: Words, lang: 'zh' | 'en', fixed: boolean): Known {
  const file = of.kind === 'file' && of.value !== null ? asFile(of.value) : undefined
  const says = of.kind === 'table' && of.value !== null ? <TableShown field={of} value={of.value} lang={lang} /> : file && isSaved(of.id)
    ? <a href={paperAddress(application, file)} target="_blank" rel="noopener">{of.display}</a>
    : of.display && <span className={styles.words}>{of.display}</span>
  const source = of.origin === 'formula' ? { name: t('computed.by') } : of.origin === 'fact' ? { name: sourceText(of.source ?? '', lang), at: of.asOf } : of.origin === 'answer' ? { name: bureaus.self[lang] } : undefined
  return {
    id: of.id, label: of.label[lang], source,
    value: says || <Nothing of={of} to={fixed ? undefined : fieldAddress(part, of.id)} />,
    note: of.fault && of.fault.code !== 'missing' && !fixed
      ? <>{of.fault.message[lang]} <Link className="unprinted" to={fieldAddress(part, of.id)}>{t('check.mend')}</Link></>
      : (of.instead ?? of.warning) && <Noted of={of} to={fixed ? undefined : fieldAddress(part, of.id)} />,
  }
}

/** What it replaces, and what is doubtful about it: the last look before it goes out. */
function Noted({ of: { instead, warning, origin }, to }: { of: ReadField; to: string | undefined }) {
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const doubt = origin === 'answer' && to !== undefined && warning
  return (
    <>
      {instead && <span>{t('own.instead', { source: sourceText(instead.source, lang), value: instead.display })} </span>}
      {doubt && <span className={styles.warning}>{doubt[lang]} <Link className="unprinted nowrap" to={to}>{t('check.mend')}</Link></span>}
    </>
  )
}

function Nothing({ of, to }: { of: ReadField; to: string | undefined }) {
  const { t } = useTranslation('form')
  const isFile = of.kind === 'file'
  if (of.formula) return <span className="second">{t('computed.wait')}</span>
  if (!of.required) return <span className="second">{t(isFile ? 'review.emptyFile' : 'review.empty')}</span>
  return <><span className={styles.missing}>{t(isFile ? 'review.missingFile' : 'review.missing')}</span> {to && <Link className="unprinted" to={to}>{t(isFile ? 'check.upload' : 'check.fill')}</Link>}</>
}

interface PartProps {
  part: ReadSection
  /** Nothing can be changed here. */
  fixed?: boolean
}

/** One part of the form, to be read. */
export function ReadPart({ part, fixed = false }: PartProps) {
  const { application, saver, lang } = useForm()
  const { t } = useTranslation('form')
  const heading = useId()
  const isSaved = (field: string) => !Object.hasOwn(saver.state.held.edits, field)
  const fields = part.fields.filter(one => !isDeclaration(one))
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{part.title[lang]}</h3>
        {!fixed && <Link className="unprinted" to={partAddress(part.id)} aria-label={t('review.mendPart', { part: part.title[lang] })}>{t('review.mend')}</Link>}
      </header>
      <Facts label={part.title[lang]} facts={fields.map(one => lineOf(one, part.id, application, isSaved, t, lang, fixed))} />
    </section>
  )
}

/** What one may expect by what is known and stated; the office confirms it. */
function Expected() {
  const { document: { item: { amount } }, reading } = useJudged()
  const { facts, lang } = useForm()
  const { t } = useTranslation('form')
  const { now } = useTime()
  if (amount.kind === 'none') return null
  const today = localDate(now)
  const { fen, working } = estimate(amount, statedFacts(reading, facts, bureaus.self.zh, now, today), today)
  return (
    <Facts facts={[{
      id: 'expected', label: t('review.expected'), note: working[lang],
      value: fen === null ? t('review.notYet') : <Money sum={cny(fen)} about={amount.kind !== 'fixed'} />,
    }]}
    />
  )
}

/** A declaration is made by oneself, at the very end; that it is missing is said in the precheck below. */
export function Declaration({ id, label }: { id: string; label: string }) {
  const { value, type, leave } = useTyping(id)
  const { reading } = useJudged()
  const missing = reading.faults.some(({ field }) => field === id)
  return (
    <label className={styles.declare}>
      <input id={fieldPlace(id)} type="checkbox" checked={value === true} aria-required aria-invalid={missing || undefined} onChange={event => { type(event.target.checked || null); leave() }} />
      <span>{label}</span>
    </label>
  )
}

interface ReviewProps {
  /** The account holder that was confirmed though it is not the enterprise. */
  confirmed: string | null
  onConfirm: (holder: string | null) => void
}

/** The money would go to somebody else than the enterprise: that is asked once more. */
function Holder({ confirmed, onConfirm }: ReviewProps) {
  const { document: { enterpriseName }, reading } = useJudged()
  const { t } = useTranslation('form')
  const holder = foreignHolder(reading, enterpriseName)
  if (holder === null) return null
  return (
    <FormSection id={partPlace('holder')} title={t('review.holderAsk')}>
      <ProblemNotice what={t('review.holder', { name: holder })} todo={t('review.holderTodo')} />
      <label className={styles.declare}>
        <input type="checkbox" checked={confirmed === holder} aria-required onChange={event => onConfirm(event.target.checked ? holder : null)} />
        <span>{t('review.holderYes', { name: holder, enterprise: enterpriseName })}</span>
      </label>
    </FormSection>
  )
}

/** 核对: everything on one page, as it will be submitted and as it prints. */
export function Review(props: ReviewProps) {
  const { document: { enterpriseName, creditCode, itemTitle, policyTitle, officeName }, reading } = useJudged()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const time = useTime()
  const declarations = declarationsOf(reading)
  return (
    <>
      <FormSection
        id={partPlace(review)} title={t('review.title')}
        count={<span className="unprinted"><Button kind="bare" small icon="print" onClick={() => print()}>{t('review.print')}</Button></span>}
      >
        <p className={styles.receipt}>{t('review.printed', { item: itemTitle, policy: policyTitle, office: officeName, at: time.full(time.now) })}</p>
        <Applicant name={enterpriseName} creditCode={creditCode} />
        <div className={styles.known}><Expected /></div>
        {reading.sections.filter(({ fields }) => !fields.every(isDeclaration)).map(part => <ReadPart key={part.id} part={part} />)}
      </FormSection>
      <Holder {...props} />
      {declarations.length > 0 && (
        <FormSection id={partPlace('declarations')} title={t('review.declarations')}>
          {declarations.map(({ id, label }) => <Declaration key={id} id={id} label={label[lang]} />)}
        </FormSection>
      )}
    </>
  )
}

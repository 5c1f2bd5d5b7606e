import type { ApplicationDocument, CorrectionItem } from '@qinqing/domain/fulfilment/application/contract'
import { workingDaysBetween } from '@qinqing/domain/language/calendar'
import { type Field, deriveForm } from '@qinqing/domain/language/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Deadline } from '../../kit/Deadline.tsx'
import { FormSection, StepRail } from '../../kit/FormRow.tsx'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { Surface } from '../../kit/Section.tsx'
import { useSession } from '../../kit/session.tsx'
import { dateOf } from '../../kit/time.ts'
import { useTime } from '../../kit/Time.tsx'
import { AfterCorrection } from './After.tsx'
import { isAnswered } from './answered.ts'
import { Asked } from './Asked.tsx'
import { CorrectionBar } from './CorrectionBar.tsx'
import { FormProvider, type Known, useForm, useResume, useSaver, useSaving, useSend, useSharing } from './drafting.tsx'
import styles from './form.module.css'
import { useGoing } from './going.ts'
import { Judging, useJudged } from './Judging.tsx'
import { partAddress } from './places.ts'
import { isDeclaration } from './reading.ts'
import { ReadPart } from './Review.tsx'

export interface CorrectionProps {
  document: ApplicationDocument
  known: Known
  onSubmit: (under: boolean) => void
}

function Title({ document: { correction, item, id, number } }: Pick<CorrectionProps, 'document'>) {
  const { t } = useTranslation('form')
  const time = useTime()
  if (!correction) return null
  const today = dateOf(time.now)
  const late = today > correction.answerBy
  const left = late ? -workingDaysBetween(correction.answerBy, today) : workingDaysBetween(today, correction.answerBy)
  return (
    <PageTitle
      tab={t('correction.tab', { item: item.title })}
      crumbs={[{ label: t('title.home'), to: '/' }, { label: number ?? item.title, to: `/applications/${id}` }, { label: t('correction.here') }]}
      sub={<><span>{t('correction.who', { who: correction.post ?? correction.askedBy, at: time.moment(correction.askedAt) })}</span><Deadline due={correction.answerBy} left={left} as="tag" /></>}
    >
      {t('correction.title', { item: item.title, count: correction.items.length })}
    </PageTitle>
  )
}

function CorrectionRail({ now, items, fields }: { now: string; items: readonly CorrectionItem[]; fields: ReadonlyMap<string, Field> }) {
  const { saver, lang } = useForm()
  const { held } = useSaving(saver)
  const { document: { correction } } = useJudged()
  const { t } = useTranslation('form')
  return (
    <div className={styles.rail}>
      <StepRail
        label={t('correction.rail')}
        steps={items.map((item, at) => {
          const answered = isAnswered(item, correction?.touched ?? [], held)
          return {
            id: item.id, label: fields.get(item.field ?? '')?.label[lang] ?? t('correction.item', { number: at + 1 }), to: partAddress(item.id),
            note: answered ? t('correction.answered') : t('correction.open'), wants: !answered, state: item.id === now ? 'now' : answered ? 'done' : 'next',
          }
        })}
      />
    </div>
  )
}

/** What cannot be changed any more, to be read. */
function Rest({ asked }: { asked: readonly (string | null)[] }) {
  const { reading } = useJudged()
  const { t } = useTranslation('form')
  const rest = reading.sections.map(part => ({ ...part, fields: part.fields.filter(one => !isDeclaration(one) && !asked.includes(one.id)) }))
  return (
    <div className={styles.rest}>
      <h2>{t('correction.rest')}</h2>
      <p className="second">{t('correction.restHint')}</p>
      {rest.filter(({ fields }) => fields.length > 0).map(part => <ReadPart key={part.id} part={part} fixed />)}
    </div>
  )
}

/** 补正: item by item what was asked, only that open, and the answer to each. */
export function Correction({ document, known, onSubmit }: CorrectionProps) {
  const { id, item, correction } = document
  const { person } = useSession()
  const { t } = useTranslation('form')
  const saver = useSaver(document, person.id, useSend(id))
  useResume(saver, id)
  const items = useMemo(() => correction?.items ?? [], [correction])
  const fields = useMemo(() => new Map((item.form ?? deriveForm(item)).sections.flatMap(part => part.fields.map(field => [field.id, field]))), [item])
  const order = useMemo(() => items.map(one => one.id), [items])
  const [query] = useSearchParams()
  const now = useGoing(query.get('step'), order)
  const form = useSharing(document, known, saver, true)
  const before = (field: string | null, at: number) => {
    const first = items.findIndex(one => one.field !== null && one.field === field)
    return field !== null && first < at ? first + 1 : null
  }
  return (
    <FormProvider value={form}>
      <Judging document={document} inForce={null} already={false}>
        <div className="wrap">
          <Title document={document} />
          <div className={styles.page}>
            <CorrectionRail now={now} items={items} fields={fields} />
            <Surface className={styles.sheet}>
              <FormSection id="asked" title={t('correction.asked')} count={t('correction.once')}>
                {items.map((one, at) => <Asked key={one.id} item={one} number={at + 1} field={fields.get(one.field ?? '')} before={before(one.field, at)} />)}
              </FormSection>
              <Rest asked={items.map(one => one.field)} />
              <p className={`${styles.foot} second`}><Link to={`/applications/${id}`}>{t('correction.case')}</Link></p>
            </Surface>
            <AfterCorrection />
          </div>
        </div>
        <CorrectionBar onSubmit={onSubmit} />
      </Judging>
    </FormProvider>
  )
}

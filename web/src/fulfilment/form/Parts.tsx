import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts, FormSection } from '../../kit/FormRow.tsx'
import { useForm } from './drafting.tsx'
import { FieldItem } from './FieldItem.tsx'
import styles from './form.module.css'
import { useJudged } from './Judging.tsx'
import { partPlace } from './places.ts'
import { isDependent, type partsOf } from './reading.ts'

export interface Holder {
  name: string
  creditCode: string
}

/** Who applies: known from the register of the platform. */
export function Applicant({ name, creditCode }: Holder) {
  const { t } = useTranslation('form')
  const source = { name: t('applicant.source') }
  return (
    <div className={styles.known}>
      <Facts facts={[
        { id: 'name', label: t('applicant.name'), value: name, source },
        { id: 'code', label: t('applicant.code'), value: <span translate="no">{creditCode}</span>, source },
      ]}
      />
    </div>
  )
}

interface Props {
  parts: ReturnType<typeof partsOf>
  holder: Holder
}

/** Every part of the form, one below the other; drawn once, since the fields look after themselves. */
export const Parts = memo(function Parts({ parts, holder }: Props) {
  const { lang } = useForm()
  return parts.map((part, at) => {
    const shown = (
      <FormSection key={part.id} id={partPlace(part.id)} title={part.title[lang]}>
        {at === 0 && <Applicant {...holder} />}
        {part.fields.map(field => <FieldItem key={field.id} field={field} />)}
      </FormSection>
    )
    return at > 0 && part.fields.every(isDependent) ? <WhenWanted key={part.id} part={part.id}>{shown}</WhenWanted> : shown
  })
})

/** A part is not there while rules hide all of its fields. */
function WhenWanted({ part, children }: { part: string; children: ReactNode }) {
  const { reading } = useJudged()
  return reading.sections.some(({ id, fields }) => id === part && fields.length > 0) ? children : null
}

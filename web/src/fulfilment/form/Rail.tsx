import { useTranslation } from 'react-i18next'
import { StepRail } from '../../kit/FormRow.tsx'
import { useForm } from './drafting.tsx'
import styles from './form.module.css'
import { useJudged } from './Judging.tsx'
import { partAddress } from './places.ts'
import { type Note, review, stepsOf } from './reading.ts'

/** Where one is, and what is missing where. */
export function Rail({ now }: { now: string }) {
  const { reading } = useJudged()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const says = (note: Note) => ('count' in note ? t(`rail.${note.says}`, { count: note.count }) : t(`rail.${note.says}`))
  const titles = new Map(reading.sections.map(({ id, title }) => [id, title[lang]]))
  return (
    <div className={styles.rail}>
      <StepRail
        label={t('rail.label')}
        steps={stepsOf(reading).map(({ id, note, wants }) => ({
          id, label: id === review ? t('rail.review') : titles.get(id) ?? '', note: note ? says(note) : undefined, wants, to: partAddress(id),
          state: id === now ? 'now' : wants || id === review ? 'next' : 'done',
        }))}
      />
    </div>
  )
}

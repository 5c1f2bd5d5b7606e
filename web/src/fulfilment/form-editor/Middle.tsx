import { burden } from '@qinqing/domain/language/form-diff'
import type { Located } from '@qinqing/domain/language/text'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'
import { TextPair } from './Boxes.tsx'
import { leftOut, removeSection, setTitle, takeIn } from './drawing.ts'
import { useEditing } from './editing.tsx'
import { FieldSheet } from './FieldSheet.tsx'
import styles from './formEditor.module.css'

function PartSheet({ at }: { at: number }) {
  const { form, draw, tell, choose, mayEdit, faults } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const part = form.sections[at]!
  const name = part.title[language].trim() || t('unnamed')
  const remove = () => {
    draw(removeSection(form, at))
    choose(null)
    tell(t('done.removedPart', { name, count: part.fields.length }))
  }
  const found = faults.find(({ path }) => path === `sections.${at}`)
  return (
    <div className={styles.sheet}>
      <h2>{name}</h2>
      <TextPair label={t('part.title')} labelEn={t('part.titleEn')} value={part.title} fault={found?.message[language]} onChange={title => draw(setTitle(form, at, title))} />
      {mayEdit && form.sections.length > 1 && <p className={styles.foot}><Button kind="danger" icon="trash" onClick={remove}>{t('part.remove')}</Button></p>}
    </div>
  )
}

/** What conditions and materials ask for, and nobody asks in the form. */
function LeftOut() {
  const { form, derived, drawn, draw, mayEdit } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const missing = drawn ? leftOut(form, derived) : []
  if (!missing.length || !mayEdit) return null
  return (
    <ProblemNotice
      what={t('left.title')} todo={t('left.how')}
      faults={missing.map(one => ({
        id: one.field.id, says: one.field.label[language], fix: <Button kind="bare" small onClick={() => draw(takeIn(form, one))}>{t('left.take')}</Button>,
      }))}
      action={missing.length > 1 ? <Button small onClick={() => draw(missing.reduce(takeIn, form))}>{t('left.all')}</Button> : undefined}
    />
  )
}

const idAt = (form: ReturnType<typeof useEditing>['form'], { path }: Located): string | null => {
  const [, section, , field] = path.split('.')
  const part = form.sections[Number(section)]
  return (field === undefined ? part?.id : part?.fields[Number(field)]?.id) ?? null
}

function Faults() {
  const { form, faults, choose } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  if (!faults.length) return null
  return (
    <ProblemNotice
      what={t('faults.title', { count: faults.length })}
      faults={faults.map((fault, at) => {
        const id = idAt(form, fault)
        return { id: String(at), says: fault.message[language], fix: id && <Button kind="bare" small onClick={() => choose(id)}>{t('faults.go')}</Button> }
      })}
    />
  )
}

function Lead() {
  const { form, drawn, saver, mayEdit, tell } = useEditing()
  const { t } = useTranslation('formEditor')
  const { fields, known } = burden(form)
  const again = () => {
    saver.draw(null)
    tell(t('lead.againDone'))
  }
  return (
    <div className={styles.sheet}>
      <h2>{t('title')}</h2>
      <p>{drawn ? t('lead.drawn', { all: fields, known }) : t('lead.derived')}</p>
      <p className="second">{t('lead.pick')}</p>
      <Faults />
      <LeftOut />
      {drawn && mayEdit && <p className={styles.foot}><Button kind="bare" icon="turn" onClick={again}>{t('lead.again')}</Button></p>}
    </div>
  )
}

function Clash() {
  const { drawing: { theirs, problem }, saver } = useEditing()
  const { t } = useTranslation('formEditor')
  const language = useLanguage()
  const time = useTime()
  return (
    <>
      {problem && <FieldFault>{t('saved.refused', { why: problem.detail[language] })}</FieldFault>}
      {theirs && (
        <ProblemNotice
          urgent what={t('clash.what', { who: theirs.by, at: time.moment(theirs.at) })}
          action={(
            <span className={styles.checks}>
              <Button small onClick={() => saver.choose('mine')}>{t('clash.mine')}</Button>
              <Button small onClick={() => saver.choose('theirs')}>{t('clash.theirs', { who: theirs.by })}</Button>
            </span>
          )}
        />
      )}
    </>
  )
}

/** What is chosen, open to be changed; or what there is to know of the whole form. */
export function Middle() {
  const { form, spot } = useEditing()
  const field = spot?.field === undefined ? undefined : form.sections[spot.section]?.fields[spot.field]
  return (
    <>
      <Clash />
      {field ? <FieldSheet key={field.id} field={field} /> : spot ? <PartSheet key={form.sections[spot.section]!.id} at={spot.section} /> : <Lead />}
    </>
  )
}

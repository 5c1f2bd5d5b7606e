import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { useSession } from '../../kit/session.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { officeName, useOffices } from '../../parts/offices.ts'
import { assignmentsOf, officeOf } from './assigning.ts'
import styles from './intake.module.css'
import { NewOfficeDialog } from './NewOfficeDialog.tsx'
import { Remarks } from './Remarks.tsx'

const shown = 40
const tied = (id: string) => ({ id, 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined })

interface Props {
  intake: IntakeDocument
  preview: NonNullable<IntakeDocument['preview']>
  asked: Asked<'intake'>
}

/** Whose the rows will be: known departments by name, all others by choice. */
function Assigning({ intake, preview, offices, chosen, choose }: Omit<Props, 'asked'> & {
  offices: readonly OfficeDocument[]; chosen: Readonly<Record<string, string>>; choose: (authority: string, office: string) => void
}) {
  const { t } = useTranslation('policyLife')
  const { viewer } = useSession()
  const [creating, setCreating] = useState<string>()
  const { authorities } = preview
  const choices = offices.map(one => ({ value: one.id, label: officeName(one) }))
  return (
    <section className={styles.block} aria-label={t('intake.offices')}>
      <h3>{t('intake.offices')}</h3>
      <p className="second">{t('intake.officesHow', { count: authorities.length, office: intake.officeName })}</p>
      <table className={styles.rows}>
        <thead><tr><th>{t('intake.column.authority')}</th><th>{t('intake.column.rows')}</th><th>{t('intake.column.office')}</th></tr></thead>
        <tbody>
          {authorities.slice(0, shown).map(({ name, count }, at) => (
            <tr key={name} data-testid="authority">
              <td>{name} {officeOf(name, offices) && <Tag tone="ok">{t('intake.known')}</Tag>}</td>
              <td>{count}</td>
              <td className={styles.choice}>
                <label className="unseen" htmlFor={`authority-${at}`}>{t('intake.officeFor', { name })}</label>
                <SelectField
                  field={tied(`authority-${at}`)} value={chosen[name] ?? officeOf(name, offices)?.id ?? intake.office} choices={choices}
                  onChange={office => choose(name, office)}
                />
                {viewer.roles.includes('admin') && <Button small onClick={() => setCreating(name)}>{t('intake.establish')}</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {authorities.length > shown && <p className="second">{t('intake.more', { count: authorities.length - shown, office: intake.officeName })}</p>}
      {!viewer.roles.includes('admin') && <p className="second">{t('intake.ask')}</p>}
      {creating !== undefined && (
        <NewOfficeDialog bureau={creating.slice(0, 60)} onClose={() => setCreating(undefined)} onDone={office => { choose(creating, office); setCreating(undefined) }} />
      )}
    </section>
  )
}

/** Whether enterprises are to use what is taken in, or read that it is a sample; whoever imports says so. */
function Meant({ official, choose }: { official: boolean; choose: (official: boolean) => void }) {
  const { t } = useTranslation('policyLife')
  const name = useId()
  return (
    <fieldset className={styles.meant}>
      <legend>{t('intake.meant')}</legend>
      {([true, false] as const).map(one => (
        <label key={String(one)}>
          <input type="radio" name={name} checked={official === one} onChange={() => choose(one)} />
          <span>{t(one ? 'intake.official' : 'intake.sample')}<small>{t(one ? 'intake.officialHow' : 'intake.sampleHow')}</small></span>
        </label>
      ))}
    </fieldset>
  )
}

/** What is in the file, before anything is written: good rows, bad rows with reasons, whose they will be. */
export function Preview({ intake, preview, asked: { ask, busy } }: Props) {
  const { t } = useTranslation('policyLife')
  const { documents: offices } = useOffices()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [official, setOfficial] = useState(true)
  const { rows, good, specimens, authorities } = preview
  const start = () => void ask('StartIntake', { assignments: [...assignmentsOf(authorities, offices, chosen, intake.office)], official })
  return (
    <>
      <h2>{rows === good ? t('intake.previewAll', { count: rows }) : t('intake.preview', { good, bad: rows - good })}</h2>
      <p className="second">{good ? t('intake.nothing') : t('intake.none')}</p>
      {good > 0 && <Meant official={official} choose={setOfficial} />}
      {good > 0 && <div className={styles.acts}><Button kind="primary" busy={busy === 'StartIntake'} onClick={start}>{t('intake.start', { count: good })}</Button></div>}
      {good > 0 && <Assigning intake={intake} preview={preview} offices={offices} chosen={chosen} choose={(name, office) => setChosen(now => ({ ...now, [name]: office }))} />}
      <Remarks intake={intake} />
      {specimens.length > 0 && (
        <section className={styles.block} aria-label={t('intake.good')}>
          <h3>{t('intake.good')}</h3>
          <table className={styles.rows}>
            <thead><tr><th>{t('intake.column.row')}</th><th>{t('intake.column.code')}</th><th>{t('intake.column.title')}</th></tr></thead>
            <tbody>{specimens.map(({ row, code, title, authority }) => <tr key={row}><td>{row}</td><td>{code}</td><td>{title}<small>{authority}</small></td></tr>)}</tbody>
          </table>
        </section>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useColleagues } from '../../parts/desk/colleagues.ts'
import styles from './case.module.css'

interface Props {
  name: string
  office: string
  /** Who has it already. */
  except: string | null
  chosen: string | undefined
  onChoose: (who: { id: string, name: string }) => void
  fault: string | undefined
}

/** Who could take a case, the least busy first. */
export function Colleagues({ name, office, except, chosen, onChoose, fault }: Props) {
  const { t } = useTranslation('review')
  const colleagues = useColleagues(office).filter(({ id }) => id !== except)
  return (
    <fieldset className={styles.grounds}>
      <legend>{t('handOver.to')}</legend>
      {colleagues.length === 0 && <p className="second">{t('handOver.none')}</p>}
      {colleagues.map(one => (
        <label key={one.id}>
          <input type="radio" name={name} checked={chosen === one.id} onChange={() => onChoose({ id: one.id, name: one.name })} />
          <span>{one.name} <small className={styles.quiet}>{t('handOver.load', { count: one.load })}</small></span>
        </label>
      ))}
      {fault && <FieldFault>{fault}</FieldFault>}
    </fieldset>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { useConnection } from '../../kit/live.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useForm, useSaving } from './drafting.tsx'
import { unsaved } from './edits.ts'
import styles from './form.module.css'
import { useJudged } from './Judging.tsx'
import { fieldAddress } from './places.ts'

/** Whether everything is saved, and if not, where it is kept and what to do. */
export function SaveStatus() {
  const { saver } = useForm()
  const { held, trouble } = useSaving(saver)
  const { document: { savedAt }, reading } = useJudged()
  const connection = useConnection()
  const time = useTime()
  const { t } = useTranslation('form')
  const { open, undecided, refused } = unsaved(held)
  const last = Object.values(held.edits).map(({ at }) => at).toSorted().at(-1) ?? time.now
  const elsewhere = Object.keys(held.elsewhere).length
  const away = trouble === 'unreachable' || (connection.state !== 'live' && open > 0)

  const states: [boolean, IconName, string][] = [
    [trouble === 'signed-out', 'late', t('save.signedOut')],
    [undecided.length > 0, 'late', t('save.undecided', { count: undecided.length })],
    [refused.length > 0, 'late', t('save.refused', { count: refused.length })],
    [away, 'unplugged', t('save.away', { at: time.clock(last) })],
    [open > 0, 'clock', t('save.saving')],
    [true, 'tick', t('save.saved', { at: savedAt ? time.moment(savedAt) : '' })],
  ]
  const [, icon, says] = states.find(([holds]) => holds)!
  const key = undecided[0] ?? refused[0]
  const part = reading.sections.find(({ fields }) => fields.some(one => one.id === key))
  const place = trouble === null && key !== undefined && part ? fieldAddress(part.id, key) : undefined
  return (
    <span className={styles.status} role="status">
      <Icon name={icon} small />
      <span>{place ? <Link to={place}>{says}</Link> : says}{elsewhere > 0 && undecided.length === 0 && <>{t('save.elsewhere', { count: elsewhere })}</>}</span>
    </span>
  )
}

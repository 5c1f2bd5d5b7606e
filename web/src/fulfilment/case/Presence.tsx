import { useTranslation } from 'react-i18next'
import { PresenceDot } from '../../kit/DeskShell.tsx'
import { useAttend, usePresence } from '../../kit/live.tsx'
import { useSession } from '../../kit/session.tsx'
import styles from './case.module.css'

/** Who else looks at this case now; and one is seen looking. */
export function Presence({ id }: { id: string }) {
  const { t } = useTranslation('review')
  const { person } = useSession()
  useAttend('applications', id)
  const others = (usePresence('applications').get(id) ?? []).filter(one => one.id !== person.id)
  const [first] = others
  return (
    <span className={`${styles.presence} unprinted`} role="status">
      {first && (
        <span title={others.map(({ name }) => name).join('、')}>
          <PresenceDot here />{others.length === 1 ? t('presence.one', { who: first.name }) : t('presence.many', { who: first.name, count: others.length })}
        </span>
      )}
    </span>
  )
}

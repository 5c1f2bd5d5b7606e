import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import styles from './editor.module.css'

interface Props {
  /** What it is, for those who hear it. */
  name: string
  at: number
  of: number
  onMove: (to: number) => void
  onRemove: () => void
}

/** Up, down, away: for one of several. */
export function Tools({ name, at, of, onMove, onRemove }: Props) {
  const { t } = useTranslation('editor')
  return (
    <div className={styles.acts}>
      <button
        type="button" className={styles.tool} disabled={at === 0} aria-label={t('tools.up', { name })} title={t('tools.up', { name })}
        onClick={() => onMove(at - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button" className={styles.tool} disabled={at === of - 1} aria-label={t('tools.down', { name })}
        title={t('tools.down', { name })} onClick={() => onMove(at + 1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button" className={styles.tool} aria-label={t('tools.remove', { name })} title={t('tools.remove', { name })}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </button>
    </div>
  )
}

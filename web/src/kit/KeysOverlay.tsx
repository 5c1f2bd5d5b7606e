import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.tsx'
import { type KeyGroup, keysNow, useKeys } from './keys.ts'
import styles from './KeysOverlay.module.css'

const shown = (key: string) => ({ Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' })[key] ?? (key.length === 1 ? key.toUpperCase() : key)

/** What every key does on this page; opens with `?` and with its button. */
export function KeysOverlay() {
  const { t } = useTranslation('kit')
  const [groups, setGroups] = useState<KeyGroup[]>()
  const open = () => setGroups(keysNow())
  useKeys(t('keys.everywhere'), [{ key: '?', label: t('keys.help'), run: open }])
  return (
    <>
      <button type="button" className={styles.button} onClick={open}><kbd aria-hidden="true">?</kbd>{t('keys.button')}</button>
      {groups && (
        <Dialog title={t('keys.title')} onClose={() => setGroups(undefined)} wide>
          <div className={styles.groups}>
            {groups.map(({ area, keys }) => (
              <section key={area}>
                <h3>{area}</h3>
                <dl>
                  {keys.map(({ key, label, off }) => <div key={key} className={off ? styles.off : undefined}><dt>{label}</dt><dd><kbd>{shown(key)}</kbd></dd></div>)}
                </dl>
              </section>
            ))}
          </div>
          <p className="second">{t('keys.quiet')}</p>
        </Dialog>
      )}
    </>
  )
}

/** The most used keys of a list, at its foot. */
export function KeyLine({ keys, end }: { keys: readonly { keys: readonly string[], label: string }[], end?: React.ReactNode }) {
  return (
    <div className={`${styles.line} unprinted`}>
      {keys.map(({ keys: names, label }) => <span key={label}>{names.map(name => <kbd key={name}>{shown(name)}</kbd>)}{label}</span>)}
      {end && <span className={styles.end}>{end}</span>}
    </div>
  )
}

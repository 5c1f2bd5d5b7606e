import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import type { Place } from './places.ts'

interface Props {
  place: Place
  /** The colleague's value as people read it. */
  tell: (theirs: unknown) => ReactNode
}

/** A colleague has changed the same place meanwhile: who, when, what; the own words stay until one is chosen. */
export function Clash({ place, tell }: Props) {
  const { t } = useTranslation('editor')
  const time = useTime()
  const { working, choose } = useEditor()
  const theirs = Object.hasOwn(working.edits, place) ? working.edits[place]?.theirs : undefined
  if (!theirs) return null
  const said = tell(theirs.value)
  return (
    <div className={styles.clash} role="alert">
      <p><Icon name="people" small /><span>{t('clash.what', { who: theirs.by, at: time.moment(theirs.at) })}</span></p>
      <blockquote>{said || t('clash.nothing')}</blockquote>
      <div>
        <Button small onClick={() => choose(place, 'mine')}>{t('clash.mine')}</Button>
        <Button small onClick={() => choose(place, 'theirs')}>{t('clash.theirs', { who: theirs.by })}</Button>
      </div>
    </div>
  )
}

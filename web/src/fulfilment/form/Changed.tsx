import type { Field } from '@qinqing/domain/language/form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useSession } from '../../kit/session.tsx'
import { useTime } from '../../kit/Time.tsx'
import { inWords, type Typing, useForm } from './drafting.tsx'
import styles from './form.module.css'

/** Says that the field was edited on another device: its new value stands here, or, when it was edited on both, one is chosen. */
export function Changed({ field, typing: { edit, elsewhere, value } }: { field: Field; typing: Typing }) {
  if (!elsewhere) return null
  return edit?.theirs ? <Both field={field} mine={value} theirs={edit.theirs.value} {...elsewhere} /> : <Noted {...elsewhere} />
}

interface Who {
  by: string
  at: string
}

function useWho({ by, at }: Who): { who: string; at: string } {
  const { person } = useSession()
  const { t } = useTranslation('form')
  const time = useTime()
  return { who: by === person.name ? t('elsewhere.you') : by, at: time.moment(at) }
}

function Noted(props: Who) {
  const { t } = useTranslation('form')
  const who = useWho(props)
  return <p className={`${styles.noted} fresh`} role="status"><Icon name="turn" small />{t('elsewhere.noted', who)}</p>
}

interface BothProps extends Who {
  field: Field
  mine: Typing['value']
  theirs: Typing['value']
}

function Both({ field, mine, theirs, ...who }: BothProps) {
  const { saver, lang } = useForm()
  const { t } = useTranslation('form')
  const said = useWho(who)
  const choices = [
    { which: 'mine', from: t('elsewhere.here'), value: mine, act: t('elsewhere.keepMine') },
    { which: 'theirs', from: t('elsewhere.there', said), value: theirs, act: t('elsewhere.takeTheirs') },
  ] as const
  return (
    <div className={styles.both} role="alert">
      <p><Icon name="late" small />{t('elsewhere.both')}</p>
      <dl>
        {choices.map(({ which, from, value, act }) => (
          <div key={which}>
            <dt>{from}</dt>
            <dd>{inWords(field, value, lang) || <span className="second">{t('elsewhere.empty')}</span>}</dd>
            <dd><Button small onClick={() => saver.choose(field.id, which)}>{act}</Button></dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

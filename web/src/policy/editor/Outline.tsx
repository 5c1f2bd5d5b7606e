import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { type Spot, useSpot } from './address.ts'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import { useAddItem } from './items.ts'

interface EntryProps {
  to: Spot
  icon: IconName
  label: string
  here: boolean
  wants: number
  note?: string | undefined
}

function Entry({ to, icon, label, here, wants, note }: EntryProps) {
  const { t } = useTranslation('editor')
  const { to: address } = useSpot()
  return (
    <Link to={{ search: address(to) }} className={styles.spot} aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {wants > 0
        ? <span className={styles.wants}><Icon name="late" small /><span aria-hidden="true">{wants}</span><span className="unseen">{t('wants', { count: wants })}</span></span>
        : note && <span className={styles.quiet}>{note}</span>}
    </Link>
  )
}

/** All parts of the policy, each with what it still lacks. */
export function Outline() {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const { spot } = useSpot()
  const { policy, open, mayEdit, busy } = useEditor()
  const addItem = useAddItem()
  const at = 'item' in spot ? spot.item : spot.part
  const nav = useRef<HTMLElement>(null)
  // On a phone the parts stand in one row: where one is shall be seen.
  useEffect(() => { nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }) }, [at])
  const wants = (which: (one: (typeof open)[number]) => boolean) => open.filter(which).length
  return (
    <nav ref={nav} className={styles.outline} aria-label={t('outline.label')}>
      <section>
        <h2>{t('outline.policy')}</h2>
        <Entry
          to={{ part: 'head' }} icon="edit" label={t('head.title')} here={at === 'head'} wants={wants(({ part }) => part === 'head')}
        />
        <Entry
          to={{ part: 'text' }} icon="document" label={t('text.title')} here={at === 'text'} wants={wants(({ part }) => part === 'text')}
          note={t('outline.clauses', { count: policy.clauses.length })}
        />
        <Entry
          to={{ part: 'guide' }} icon="chat" label={life('guide.outline')} here={at === 'guide'} wants={wants(({ part }) => part === 'guide')}
          note={policy.guide.notes.length ? t('outline.clauses', { count: policy.guide.notes.length }) : undefined}
        />
      </section>
      <section>
        <h2>{t('outline.items', { count: policy.items.length })}</h2>
        {policy.items.map(({ id, title }) => (
          <Entry
            key={id} to={{ part: 'basics', item: id }} icon="stamp" label={title.trim() || t('item.unnamed')} here={at === id}
            wants={wants(one => one.item === id)}
          />
        ))}
        {mayEdit && (
          <Button className={styles.add} kind="bare" icon="plus" busy={busy === 'PutItem'} onClick={() => void addItem()}>
            {t('item.add')}
          </Button>
        )}
      </section>
      <section>
        <h2>{t('outline.publish')}</h2>
        <Entry
          to={{ part: 'publish' }} icon="check" label={t('publish.check')} here={at === 'publish'} wants={open.length}
          note={policy.status === 'retired' ? undefined : t('publish.ready')}
        />
      </section>
    </nav>
  )
}

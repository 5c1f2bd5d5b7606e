import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Dialog } from '../../kit/Dialog.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useSession } from '../../kit/session.tsx'
import type { Side } from '../bell/feed.ts'
import { useFound } from './found.ts'
import { recent, remember } from './recent.ts'
import styles from './Search.module.css'
import { type GroupName, type Hit, listOf, noticePages } from './sources.ts'

interface Props {
  side: Side
  enterprise?: string | undefined
  /** The places of the frame, which are found by their names. */
  places: readonly { to: string, label: string }[]
  onClose: () => void
}

type Shown = { key: string, title: string, icon: IconName, hits: readonly Hit[] }

const icons: Record<GroupName, IconName> = {
  applications: 'list', cases: 'document', items: 'book', policies: 'book', drafts: 'edit', people: 'user', offices: 'building', enterprises: 'building',
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** What is shown for what was typed: the whole list first, then what was found, then pages; before that, where one just was. */
function useShown({ side, enterprise = '', places }: Props, text: string) {
  const { t } = useTranslation('service')
  const { viewer: { roles } } = useSession()
  const found = useFound(side, text, enterprise, roles)
  const [notices, settings] = noticePages(side)
  const pages = [...places, { to: notices, label: t('pages.notices') }, { to: settings, label: t('pages.noticeSettings') }]
    .map(({ to, label }): Hit => ({ id: to, label, note: '', to }))
  const [before] = useState(() => recent(side))
  if (!text) {
    const groups: Shown[] = [
      ...before.length ? [{ key: 'recent', title: t('search.recent'), icon: 'clock' as const, hits: before }] : [],
      { key: 'pages', title: t('search.groups.pages'), icon: 'right', hits: pages },
    ]
    return { found: undefined, groups }
  }
  const named = pages.filter(({ label }) => plain(label).includes(plain(text)))
  const all: Hit = { id: 'all', label: t('search.all', { text }), note: '', to: listOf[side](text, roles, (found?.groups ?? []).map(({ group }) => group)) }
  const groups: Shown[] = [
    { key: 'all', title: '', icon: 'search', hits: [all] },
    ...(found?.groups ?? []).map(({ group, hits }): Shown => ({ key: group, title: t(`search.groups.${group}`), icon: icons[group], hits })),
    ...named.length ? [{ key: 'pages', title: t('search.groups.pages'), icon: 'right' as const, hits: named }] : [],
  ]
  return { found, groups }
}

/** One search over everything that one may see: types, arrows, Enter. */
export function SearchDialog(props: Props) {
  const { side, onClose } = props
  const { t } = useTranslation('service')
  const language = useLanguage()
  const go = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const text = typed.trim().slice(0, 100)
  const { found, groups } = useShown(props, text)
  const hits = groups.flatMap(group => group.hits.map(hit => ({ ...hit, key: `${list}-${group.key}-${hit.id}` })))
  const here = Math.min(at, hits.length - 1)
  const count = (found?.groups ?? []).reduce((sum, group) => sum + group.hits.length, 0)

  const choose = (hit: Hit) => {
    if (hit.id !== 'all') remember(side, { id: hit.id, label: hit.label, note: hit.note, to: hit.to })
    onClose()
    void go(hit.to)
  }
  const move = (by: number) => {
    const next = (here + by + hits.length) % hits.length
    setAt(next)
    document.getElementById(hits[next]!.key)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title={t('search.title')} wide onClose={onClose}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          type="search" role="combobox" aria-label={t(`search.hint.${side}`)} aria-expanded aria-controls={list} aria-activedescendant={hits[here]?.key}
          aria-autocomplete="list" placeholder={t(`search.hint.${side}`)} value={typed} maxLength={100} autoComplete="off" enterKeyHint="go"
          onChange={event => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
            if (step) {
              event.preventDefault()
              move(step)
            }
            // A search field would only be emptied by the first press.
            if (event.key === 'Escape') {
              event.preventDefault()
              onClose()
            }
            if (event.key === 'Enter' && hits[here]) {
              event.preventDefault()
              choose(hits[here])
            }
          }}
        />
      </div>
      {found?.problem && <ProblemNotice what={found.problem.detail[language]} />}
      <div id={list} role="listbox" aria-label={t('search.title')} className={styles.list}>
        {groups.map(({ key, title, icon, hits: of }) => (
          <div key={key} role="group" aria-label={title || t('search.title')} className={styles.group}>
            {title && <h3 aria-hidden="true">{title}</h3>}
            {of.map(hit => {
              const id = `${list}-${key}-${hit.id}`
              const index = hits.findIndex(one => one.key === id)
              return (
                <button
                  key={id} id={id} type="button" role="option" tabIndex={-1} aria-selected={index === here} className={styles.hit} data-testid="hit"
                  onMouseMove={() => { if (index !== here) setAt(index) }} onClick={() => choose(hit)}
                >
                  <Icon name={icon} small />
                  <span className={styles.label}>{hit.label}</span>
                  {hit.note && <span className={`${styles.note} second`}>{hit.note}</span>}
                </button>
              )
            })}
          </div>
        ))}
      </div>
      <p className={`${styles.state} second`} role="status">
        {!text ? t('search.start') : !found ? t('search.searching') : count > 0 ? t('search.few') : `${t('search.none', { text })}。${t('search.noneHow')}`}
      </p>
    </Dialog>
  )
}

import type { ReactNode } from 'react'
import { ScrollRestoration } from 'react-router'
import styles from './DeskShell.module.css'
import { Brand, Main, Places, SearchButton, SkipLink } from './Frame.tsx'
import { Ground } from './Ground.tsx'
import { type Identity, IdentityMenu } from './IdentityMenu.tsx'
import { KeysOverlay } from './KeysOverlay.tsx'
import { type Live, LivePill } from './LivePill.tsx'
import type { Place } from './places.ts'

export interface PlaceGroup {
  /** Above the group; the first needs none. */
  title?: string | undefined
  label: string
  places: readonly Place[]
  /** Smaller: saved filters. */
  small?: boolean
}

export interface TopProps {
  home: string
  search?: { hint: string, onOpen: () => void } | undefined
  live?: Live | undefined
  bell?: ReactNode
  identity: Identity
}

/** The bar above everything that is worked on. */
export function DeskTop({ home, search, live, bell, identity }: TopProps) {
  return (
    <header className={`${styles.top} unprinted`}>
      <Brand to={home} className={styles.brand} />
      {search && <SearchButton {...search} className={styles.search} />}
      <div className={styles.end}>
        {live && <LivePill {...live} />}
        <KeysOverlay />
        {bell}
        <IdentityMenu identity={identity} />
      </div>
    </header>
  )
}

/** Places in groups at the left; on a phone one row that one draws sideways. */
export function Rail({ groups, foot }: { groups: readonly PlaceGroup[], foot?: ReactNode }) {
  const among = groups.flatMap(({ places }) => places)
  return (
    <div className={`${styles.rail} unprinted`}>
      {groups.map(({ title, label, places, small }) => (
        <div key={label} className={small ? styles.small : undefined}>
          <Places places={places} label={label} title={title} among={among} className={styles.places} />
        </div>
      ))}
      {foot && <div className={styles.railFoot}>{foot}</div>}
    </div>
  )
}

interface Props extends TopProps {
  /** Baskets and saved filters; a page that needs the width, as a case does, goes without. */
  rail?: readonly PlaceGroup[] | undefined
  railFoot?: ReactNode
  children: ReactNode
}

/** The frame for those who decide: the whole window, panes that scroll by themselves, keys for everything. */
export function DeskShell({ rail, railFoot, children, ...top }: Props) {
  return (
    <Ground density="desk">
      <div className={`${styles.desk} ${rail ? '' : styles.bare}`}>
        <SkipLink />
        <DeskTop {...top} />
        {rail && <Rail groups={rail} foot={railFoot} />}
        <Main className={styles.main}>{children}</Main>
      </div>
      <ScrollRestoration />
    </Ground>
  )
}

interface Colleague {
  id: string
  name: string
  here: boolean
  note?: string | undefined
}

/** Who of the office is here; a filled dot is here, a ring is away. */
export function Team({ title, people, away, here }: { title: string, people: readonly Colleague[], here: string, away: string }) {
  return (
    <section className={styles.team} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {people.map(({ id, name, here: isHere, note }) => (
          <li key={id}><PresenceDot here={isHere} /><span>{name}<span className="unseen">{isHere ? here : away}</span></span>{note && <span className={styles.note}>{note}</span>}</li>
        ))}
      </ul>
    </section>
  )
}

interface PersonProps {
  name: React.ReactNode
  here: boolean
  /** How "here" and "away" are read aloud. */
  says: string
}

/** A name with a dot: filled is here now, a ring is away. */
export function Person({ name, here, says }: PersonProps) {
  return <span className={`${styles.person} ${here ? '' : styles.gone}`}><PresenceDot here={here} /><span className="cut">{name}<span className="unseen">{says}</span></span></span>
}

export const PresenceDot = ({ here }: { here: boolean }) => <span className={`${styles.dot} ${here ? '' : styles.away}`} aria-hidden="true" />

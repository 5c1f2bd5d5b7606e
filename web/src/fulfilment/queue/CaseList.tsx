import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Problem } from '@qinqing/realtime/client'
import { type ComponentProps, type ReactNode, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useAsk } from '../../kit/ask.ts'
import { Newcomers, useHeld } from '../../kit/HeldList.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { KeyLine } from '../../kit/KeysOverlay.tsx'
import { usePresence } from '../../kit/live.tsx'
import { useNow } from '../../kit/now.ts'
import { Pane, Panes, PaneTitle } from '../../kit/Panes.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { type RowGroup, RowTable } from '../../kit/RowTable.tsx'
import { useSession } from '../../kit/session.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import { caseAddress, type View } from '../../parts/desk/queue.ts'
import { standing } from '../../parts/desk/standing.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { CasePreview, claimable } from './CasePreview.tsx'
import { useBulk } from './bulk.ts'
import { BulkBar } from './BulkBar.tsx'
import { columnsOf } from './columns.tsx'
import { Outcomes } from './Outcomes.tsx'
import { Reminders } from './Reminders.tsx'
import { useMarks } from './useMarks.ts'
import styles from './queue.module.css'

const narrow = matchMedia('(max-width: 1180px)')
const watchWidth = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** For how long somebody who has walked to a case is still looking at the list. */
const lookingMs = 30_000

/** The list, and the preview beside it. */
export const queueColumns = 'minmax(0, 1fr) clamp(300px, 100vw - 1032px, 408px)'

interface Props {
  view: View
  title: string
  /** How many, and in which order. */
  count: ReactNode
  cases: readonly ApplicationDocument[]
  /** Closed cases, or found ones, are not grouped by time left. */
  grouped?: boolean
  closed?: boolean
  /** Open and closed ones, as they were found. */
  mixed?: boolean
  filters?: ReactNode
  empty: ReactNode
  /** Below the rows: that there are more. */
  more?: ReactNode
  /** At the end of the line of keys. */
  end?: ReactNode
  onView: (change: Partial<View>) => void
  /** What an export is asked for, when it is more than what is shown. */
  wanted?: ComponentProps<typeof ExportButton>['wanted']
}

/** Rows at the left that never jump, the case that is looked at on the right; in a narrow window the rows alone. */
export function CaseList({
  view, title, count, cases, grouped = false, closed = false, mixed = false, filters, empty, more, end, onView, wanted = { ids: cases.map(({ id }) => id) },
}: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const go = useNavigate()
  const now = useNow()
  const { t: review } = useTranslation('review')
  const { decides, leads } = useRights()
  const { person: { id: me } } = useSession()
  const isNarrow = useSyncExternalStore(watchWidth, () => narrow.matches)
  const [lookedAt, setLookedAt] = useState('')
  const [trouble, setTrouble] = useState<Problem | null>(null)

  const looking = lookedAt !== '' && Date.parse(now) - Date.parse(lookedAt) < lookingMs
  const held = useHeld(cases, ({ id }) => id, looking)
  const here = held.rows.filter(({ gone }) => !gone)
  // Without a choice the first one is shown, and stays so when others come before it.
  const [first, setFirst] = useState<string>()
  const isHere = (id: string | null | undefined) => here.some(row => row.id === id)
  if (!isHere(first) && first !== here[0]?.id) setFirst(here[0]?.id)
  const selected = view.case ?? (isNarrow ? undefined : first)

  const select = (id: string) => {
    setTrouble(null)
    setLookedAt(now)
    onView({ case: id })
  }
  const open = (id: string) => void go(caseAddress(id, view))
  const chosen = cases.find(({ id }) => id === selected)
  const claim = useAsk('application', chosen?.id ?? 'none')
  const problem = trouble ?? claim.problem
  const marking = useMarks(here.map(({ id }) => id))
  const marked = here.filter(({ id }) => marking.ids.has(id)).map(({ item }) => item)
  const bulk = useBulk()
  const present = usePresence('applications')

  const take = () => {
    if (marked.length === 0) return chosen && void claim.ask('ClaimCase', {}, { basis: chosen.revision })
    marking.clear()
    void bulk.run(marked.filter(one => claimable(one, me) && one.claimantId === null), () => ({ type: 'ClaimCase', data: {} }))
  }

  const groupOf = (application: ApplicationDocument): RowGroup => {
    const id = standing(application, now)?.group ?? 'later'
    const length = here.filter(row => standing(row.item, now)?.group === id).length
    return { id, title: t(`group.${id}`), note: t('cases', { count: length }), tone: id === 'late' ? 'late' : undefined }
  }
  const columns = columnsOf({
    language, t, me, decides, closed, mixed, present, addressOf: id => caseAddress(id, view), onProblem: setTrouble,
    onName(id, event) {
      // The first click looks, the second opens; with a key held down it opens in another tab, as links do.
      if (isNarrow || id === selected) return
      event.preventDefault()
    },
  })

  return (
    <Panes columns={queueColumns}>
      <Pane
        label={title} flush head={<PaneTitle title={title} count={count}>{filters}<ExportButton list="applications" wanted={wanted} disabled={cases.length === 0} /></PaneTitle>}
        foot={
          <>
            <Outcomes bulk={bulk} />
            <BulkBar marked={marked} bulk={bulk} onClear={marking.clear} />
            <KeyLine
              keys={[
                { keys: ['j', 'k'], label: t('key.walk') }, { keys: ['Enter'], label: t('key.open') },
                ...(decides && !closed ? [{ keys: ['r'], label: t('claim') }, { keys: ['x'], label: review('mark.key') }] : []),
                { keys: ['/'], label: kit('keys.search') }, { keys: ['?'], label: kit('keys.help') },
              ]}
              end={end}
            />
          </>
        }
      >
        <div className={styles.newcomers}><Newcomers count={held.newcomers} onAdmit={held.admit} area={title} /></div>
        {problem && <div className={styles.notice}><ProblemNotice what={problem.detail[language]} urgent /></div>}
        {!closed && <Reminders bulk={bulk} />}
        <div className={styles.list}>
          <RowTable
            caption={title} columns={columns} held={held} groupOf={grouped ? groupOf : undefined} selected={selected} testId="case-row"
            onSelect={(id, _) => (isNarrow ? open(id) : select(id))} onOpen={open}
            words={{ up: t('key.up'), down: t('key.down'), open: t('key.open') }}
            marks={closed || mixed || !(decides || leads) ? undefined : {
              ids: marking.ids, onMark: marking.mark, onAll: marking.all, label: one => review('mark.row', { who: one.enterpriseName }), allLabel: review('mark.all'),
              keyLabel: review('mark.key'),
            }}
            keys={closed ? [] : [
              {
                key: 'r', label: t('claim'), off: !decides || (marked.length ? bulk.busy : !chosen || !claimable(chosen, me) || chosen.claimantId !== null || claim.busy !== null),
                run: take,
              },
              { key: 'Escape', label: review('mark.clear'), run: marking.clear, off: marked.length === 0 },
            ]}
            empty={<div className={styles.empty}>{empty}</div>}
          />
          {more && <div className={styles.more}>{more}</div>}
        </div>
      </Pane>
      <CasePreview id={selected} known={chosen} view={view} claim={claim} />
    </Panes>
  )
}

import { applicationMoves, type ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Problem } from '@qinqing/realtime/client'
import type { TFunction } from 'i18next'
import { Link } from 'react-router'
import type { Language } from '../../kit/i18n.ts'
import type { Present } from '../../kit/live.tsx'
import type { Column } from '../../kit/RowTable.tsx'
import { Amount } from './Amount.tsx'
import { ClaimButton } from './ClaimButton.tsx'
import { Gone } from './Gone.tsx'
import styles from './queue.module.css'
import { Looking, OnIt } from './Looking.tsx'
import { Stage } from './Stage.tsx'
import { TimeLeft } from './TimeLeft.tsx'

type Case = ApplicationDocument

interface Wanted {
  language: Language
  t: TFunction<'desk'>
  me: string
  decides: boolean
  /** Closed cases say how and when they ended, and how much was granted. */
  closed: boolean
  /** There are closed ones among them. */
  mixed: boolean
  /** Who looks at which of them now. */
  present: ReadonlyMap<string, readonly Present[]>
  addressOf: (id: string) => string
  onName: (id: string, event: React.MouseEvent) => void
  onProblem: (problem: Problem) => void
}

const isPlain = (event: React.MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)

export function columnsOf({ language, t, me, decides, closed, mixed, present, addressOf, onName, onProblem }: Wanted): readonly Column<Case>[] {
  const name = ({ id, enterpriseName }: Case) => (
    <Link to={addressOf(id)} className={styles.name} onClick={event => { if (isPlain(event)) onName(id, event) }}>
      {enterpriseName}<Looking people={(present.get(id) ?? []).filter(one => one.id !== me)} />
    </Link>
  )
  const who = (one: Case) => {
    if (one.decision) return <span className="cut">{one.decision.by}</span>
    if (one.closedAt) return <span className={styles.nobody}>{t('enterprise')}</span>
    if (one.claimantId) return <OnIt of={one} me={me} />
    const free = decides && applicationMoves[one.status].includes('ClaimCase')
    return free ? <ClaimButton of={one} onProblem={onProblem} /> : <span className={styles.nobody}>{t('nobody')}</span>
  }
  return [
    { id: 'who', head: t('column.enterprise'), cell: name, struck: true, title: one => one.enterpriseName },
    { id: 'item', head: t('column.item'), width: 188, cell: one => one.itemTitle, quiet: true, struck: true, title: one => one.itemTitle },
    ...(closed
      ? [{ id: 'amount', head: t('column.amount'), width: 128, cell: (one: Case) => <Amount of={one} /> }]
      : [{ id: 'stage', head: t('column.stage'), width: language === 'en' ? 116 : 108, cell: (one: Case) => <Stage of={one} /> }]),
    {
      id: 'left', head: closed ? t('column.closed') : t('column.left'), width: (closed || mixed ? 172 : 140) + (language === 'en' ? (closed || mixed ? 20 : 34) : 0),
      cell: one => <TimeLeft of={one} />,
    },
    {
      id: 'on', head: closed ? t('column.decided') : t('column.on'), width: closed ? 108 : 136,
      cell: (one, gone) => (gone ? <Gone of={one} /> : who(one)),
    },
  ]
}

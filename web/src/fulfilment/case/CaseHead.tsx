import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Icon } from '../../kit/Icon.tsx'
import { useKeys } from '../../kit/keys.ts'
import { caseAddress, queueAddress, type View } from '../../parts/desk/queue.ts'
import { Amount } from '../queue/Amount.tsx'
import { stageCount, stageOf } from '../queue/Stage.tsx'
import { TimeLeft } from '../queue/TimeLeft.tsx'
import styles from './case.module.css'
import { CasePrint } from './CasePrint.tsx'
import { Presence } from './Presence.tsx'
import { useNeighbours } from './useNeighbours.ts'

interface Props {
  application: ApplicationDocument
  view: View
  /** Looking back. */
  at?: string | undefined
}

/** The way back with the place in the queue; who, what, how much, where it stands, until when. */
export function CaseHead({ application, view, at: past }: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const { enterpriseName, itemTitle, number, status } = application
  const at = stageOf(application)
  return (
    <header className={styles.head}>
      <title>{`${enterpriseName} · ${itemTitle} · ${kit('product')}`}</title>
      <Way application={application} view={view} />
      <div className={styles.title}>
        <h1 title={enterpriseName}>{enterpriseName}</h1>
        <p>{itemTitle} · {t('numbered', { number: number ?? '' })}{!past && <Presence id={application.id} />}</p>
      </div>
      <dl className={styles.figures}>
        <div><dt>{t('column.amount')}</dt><dd><Amount of={application} /></dd></div>
        <div><dt>{t('column.stage')}</dt><dd>{t(`stage.${status}`)} {at > 0 && <small>{kit('progress.step', { at, of: stageCount })}</small>}</dd></div>
        <div><dt>{application.closedAt ? t('column.closed') : t('limit')}</dt><dd><TimeLeft of={application} as="line" /></dd></div>
      </dl>
      <CasePrint />
    </header>
  )
}

function Way({ application: { id }, view }: Props) {
  const { t } = useTranslation('desk')
  const go = useNavigate()
  const neighbours = useNeighbours(id, view)
  // After a decision one goes on with the next.
  const back = queueAddress({ ...view, case: neighbours?.at === 0 ? neighbours.after ?? neighbours.before ?? null : id })
  const lead = (to: string | undefined) => () => to && void go(caseAddress(to, view), { replace: true })
  useKeys(t('key.queue'), [
    { key: 'k', label: t('key.up'), run: lead(neighbours?.before), off: !neighbours?.before },
    { key: 'j', label: t('key.down'), run: lead(neighbours?.after), off: !neighbours?.after },
    { key: 'Escape', label: t('key.back'), run: () => void go(back) },
  ])
  const step = (to: string | undefined, label: string, icon: 'up' | 'down', key: string) => (to
    ? <Link to={caseAddress(to, view)} replace aria-label={label} title={`${label} (${key})`}><Icon name={icon} small /></Link>
    : <span aria-hidden="true"><Icon name={icon} small /></span>)
  return (
    <nav className={styles.way} aria-label={t('key.queue')}>
      <Link to={back} className={styles.back}>
        <Icon name="left" small />{view.q ? t('found.back') : t(`nav.${view.basket}`)}<kbd aria-hidden="true">Esc</kbd>
      </Link>
      {neighbours && (
        <p>
          {neighbours.at > 0 ? t('position', { at: neighbours.at, count: neighbours.of }) : t('positionLeft', { count: neighbours.of })}
          {step(neighbours.before, t('key.up'), 'up', 'K')}
          {step(neighbours.after, t('key.down'), 'down', 'J')}
        </p>
      )}
    </nav>
  )
}

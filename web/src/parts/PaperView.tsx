import { fileAddress } from '@qinqing/api/client'
import type { FileRef } from '@qinqing/domain/language/field'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { plainName } from '../kit/file-name.ts'
import { sizeOf } from '../kit/file.ts'
import { useLanguage } from '../kit/i18n.ts'
import { Icon, type IconName } from '../kit/Icon.tsx'
import { useKeys } from '../kit/keys.ts'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import styles from './PaperView.module.css'
import { paperAddress } from './paper.ts'
import { usePaper } from './usePaper.ts'

interface Props {
  application: string
  file: Pick<FileRef, 'hash' | 'name'> & { size?: number }
  label: string
  /** To the papers beside it. */
  onBefore?: (() => void) | undefined
  onAfter?: (() => void) | undefined
  /** It has a window to itself. */
  alone?: boolean
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]

/** A paper in place, an image or a PDF alike: pages, zoom, turning, and the papers beside it. */
export function PaperView({ application, file, label, onBefore, onAfter, alone }: Props) {
  const { t } = useTranslation('files')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const [look, setLook] = useState({ zoom: 1, turn: 0 })
  const { paper, frame, say, again } = usePaper(application, file.hash, label)
  const to = (next: typeof look) => {
    setLook(next)
    say({ kind: 'look', ...next })
  }
  const larger = zooms.find(zoom => zoom > look.zoom)
  const smaller = zooms.findLast(zoom => zoom < look.zoom)
  const shown = paper.state === 'shown'
  const zoom = (next: number | undefined) => () => { if (next) to({ ...look, zoom: next }) }
  const page = (next: number) => () => say({ kind: 'go', page: next })
  useKeys(t('keys'), [
    { key: '+', label: t('larger'), run: zoom(larger), off: !shown || !larger },
    { key: '-', label: t('smaller'), run: zoom(smaller), off: !shown || !smaller },
    { key: '0', label: t('fit'), run: zoom(1), off: !shown },
    { key: 'v', label: t('turn'), run: () => to({ ...look, turn: (look.turn + 90) % 360 }), off: !shown },
    ...onBefore || onAfter ? [
      { key: '[', label: t('before'), run: () => onBefore?.(), off: !onBefore },
      { key: ']', label: t('after'), run: () => onAfter?.(), off: !onAfter },
    ] : [],
  ])
  const tool = (icon: IconName, words: string, run: (() => void) | undefined, off: boolean) => (
    <button type="button" onClick={run} disabled={off} aria-label={words} title={words}><Icon name={icon} small /></button>
  )
  const name = plainName(file.name)
  const isChanged = paper.state === 'failed' && paper.problem.code === 'file/changed'
  const trouble = paper.state === 'failed'
    ? { what: isChanged ? t('changed') : paper.problem.detail[language], todo: isChanged ? t('changedTodo') : undefined }
    : paper.state === 'unshown' ? { what: t(`unshown.${paper.why}.what`), todo: t(`unshown.${paper.why}.todo`) } : undefined
  return (
    <figure className={`${styles.viewer} ${alone ? styles.tall : ''}`} aria-label={label}>
      <figcaption className={styles.bar}>
        <bdi className={styles.name} title={name}>{name}{file.size !== undefined && ` · ${sizeOf(file.size)}`}</bdi>
        <div className={styles.tools} role="group" aria-label={t('tools')}>
          {shown && paper.pages > 1 && (
            <>
              {tool('up', t('pageBefore'), page(paper.page - 1), paper.page <= 1)}
              <span role="status">{t('page', { page: paper.page, pages: paper.pages })}</span>
              {tool('down', t('pageAfter'), page(paper.page + 1), paper.page >= paper.pages)}
            </>
          )}
          {shown && (
            <>
              {tool('minus', t('smaller'), zoom(smaller), !smaller)}
              <span role="status">{t('zoom', { percent: look.zoom * 100 })}</span>
              {tool('plus', t('larger'), zoom(larger), !larger)}
              {tool('turn', t('turn'), () => to({ ...look, turn: (look.turn + 90) % 360 }), false)}
            </>
          )}
          {(onBefore || onAfter) && tool('left', t('before'), onBefore, !onBefore)}
          {(onBefore || onAfter) && tool('right', t('after'), onAfter, !onAfter)}
          {!alone && (
            <a href={paperAddress(application, file)} target="_blank" rel="noreferrer" aria-label={t('open')} title={t('open')}>
              <Icon name="out" small />
            </a>
          )}
          <a href={fileAddress(application, file.hash)} download={name} aria-label={t('download')} title={t('download')}>
            <Icon name="download" small />
          </a>
        </div>
      </figcaption>
      <div className={styles.sheet}>
        {paper.state === 'coming' && <div><Waiting as="text" count={6} /></div>}
        {trouble && (
          <div>
            <ProblemNotice
              tone="bad" {...trouble}
              action={paper.state === 'failed' && paper.problem.status === 0 ? <Button small onClick={again}>{kit('retry')}</Button> : undefined}
            />
          </div>
        )}
        {/* Without an origin, without the session: whatever is in the paper stays in there. */}
        {!trouble && <iframe ref={frame} src="/paper" sandbox="allow-scripts" title={label} data-state={paper.state} />}
      </div>
    </figure>
  )
}

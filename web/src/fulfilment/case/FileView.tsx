import { fileAddress, fileContent, Problematic } from '@qinqing/api/client'
import type { FileRef } from '@qinqing/domain/language/field'
import type { Problem } from '@qinqing/realtime/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { sizeOf } from '../../kit/file.ts'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { Waiting } from '../../kit/Waiting.tsx'
import styles from './case.module.css'

type Content = { state: 'coming' } | { state: 'here', address: string, type: string } | { state: 'failed', problem: Problem }

/** The content, checked by the server against its hash; a file that was changed is never shown. */
function useContent(application: string, hash: string): Content & { again: () => void } {
  const [content, setContent] = useState<Content>({ state: 'coming' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let current = true
    let address: string | undefined
    fileContent(application, hash).then(
      blob => {
        if (!current) return
        address = URL.createObjectURL(blob)
        setContent({ state: 'here', address, type: blob.type })
      },
      (error: unknown) => {
        if (!(error instanceof Problematic)) throw error
        if (current) setContent({ state: 'failed', problem: error.problem })
      },
    )
    return () => {
      current = false
      if (address) URL.revokeObjectURL(address)
    }
  }, [application, hash, tries])
  return { ...content, again: () => { setContent({ state: 'coming' }); setTries(tries + 1) } }
}

interface Props {
  application: string
  file: FileRef
  label: string
}

/** A paper in place: an image, or a PDF in the browser's own viewer. */
export function FileView({ application, file, label }: Props) {
  const { t } = useTranslation('desk')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const content = useContent(application, file.hash)
  const [turned, setTurned] = useState(0)
  const [wide, setWide] = useState(false)
  const isImage = content.state === 'here' && content.type.startsWith('image/')
  // Nothing but a PDF comes into a frame: anything else could act in our name.
  const isShown = content.state === 'here' && content.type === 'application/pdf' && navigator.pdfViewerEnabled
  return (
    <figure className={styles.viewer}>
      <figcaption>
        <span title={file.name}>{file.name} · {sizeOf(file.size)}</span>
        {isImage && (
          <button type="button" onClick={() => setWide(!wide)} aria-pressed={wide} aria-label={t('papers.zoom')} title={t('papers.zoom')}>
            <Icon name={wide ? 'minus' : 'plus'} small />
          </button>
        )}
        {isImage && (
          <button type="button" onClick={() => setTurned(turned + 90)} aria-label={t('papers.turn')} title={t('papers.turn')}>
            <Icon name="turn" small />
          </button>
        )}
        <a
          href={fileAddress(application, file.hash)} target="_blank" rel="noreferrer" aria-label={t('papers.open')} title={t('papers.open')}
        >
          <Icon name="out" small />
        </a>
      </figcaption>
      <div className={styles.sheet}>
        {content.state === 'coming' && <Waiting as="text" count={6} />}
        {content.state === 'failed' && (
          <ProblemNotice
            tone="bad" what={content.problem.code === 'file/changed' ? t('papers.changed') : content.problem.detail[language]}
            todo={content.problem.code === 'file/changed' ? t('papers.changedTodo') : undefined}
            action={content.problem.status === 0 ? <Button small onClick={content.again}>{kit('retry')}</Button> : undefined}
          />
        )}
        {isImage && (
          <img
            src={content.address} alt={label} className={wide ? styles.full : undefined}
            style={turned % 360 ? { rotate: `${turned}deg` } : undefined}
          />
        )}
        {isShown && <iframe src={`${content.address}#toolbar=0&navpanes=0&view=FitH`} title={label} />}
        {content.state === 'here' && !isImage && !isShown && (
          <p className="second">{t('papers.noViewer')} <a href={content.address} download={file.name}>{t('papers.download')}</a></p>
        )}
      </div>
    </figure>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type FileRef, fileRef } from '@qinqing/domain/language/field'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sizeOf } from '../../kit/file.ts'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { PanePart } from '../../kit/Panes.tsx'
import styles from './case.module.css'
import { FileView } from './FileView.tsx'

interface Paper {
  id: string
  label: string
  required: boolean
  file: FileRef | undefined
  /** It was asked for again, and has come. */
  corrected: boolean
}

/** The papers of a case, the chosen one in place below their list. */
export function CasePapers({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const fields = application.item.form?.sections.flatMap(section => section.fields).filter(({ kind }) => kind === 'file') ?? []
  const papers = fields.map(({ id, label, required }): Paper => ({
    id, label: label[language], required, file: fileRef.safeParse(application.answers[id]).data,
    corrected: application.status !== 'correcting' && application.asked.some(({ field }) => field === id),
  }))
  const given = papers.filter(({ file }) => file)
  const [chosen, setChosen] = useState<string>()
  const shown = given.find(({ id }) => id === chosen) ?? given[0]
  const beside = (step: number) => {
    const id = given[given.findIndex(one => one.id === shown?.id) + step]?.id
    return id === undefined ? undefined : () => setChosen(id)
  }
  if (papers.length === 0) return <PanePart level={2} title={t('papers.title')}><p className="second">{t('papers.none')}</p></PanePart>
  return (
    <>
      <PanePart level={2} title={t('papers.title')} count={t('papers.count', { given: given.length, of: papers.length })}>
        <ul className={styles.papers}>
          {papers.map(paper => (
            <li key={paper.id}>
              {paper.file
                ? (
                  <button type="button" aria-pressed={paper.id === shown?.id} onClick={() => setChosen(paper.id)} title={paper.file.name}>
                    <Icon name="document" small /><span>{paper.label}</span>
                    <small>{paper.corrected && <>{t('papers.corrected')} · </>}{sizeOf(paper.file.size)}</small>
                  </button>
                )
                : (
                  <span className={paper.required ? styles.lacking : styles.optional}>
                    <Icon name="file" small /><span>{paper.label}</span>
                    <small>{paper.required ? t('papers.missing') : t('papers.optional')}</small>
                  </span>
                )}
            </li>
          ))}
        </ul>
      </PanePart>
      {shown?.file && (
        <FileView application={application.id} file={shown.file} label={shown.label} onBefore={beside(-1)} onAfter={beside(1)} />
      )}
    </>
  )
}

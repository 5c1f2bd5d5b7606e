import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { Entrance } from '../kit/Entrance.tsx'
import { plainName } from '../kit/file-name.ts'
import { Ground } from '../kit/Ground.tsx'
import { PaperView } from '../parts/PaperView.tsx'
import styles from './applications/Paper.module.css'

const everybody = ['agent', 'reviewer', 'lead', 'editor', 'admin']

/** A paper in a window of its own, for whoever may see the case. */
export function PaperPage() {
  const { t } = useTranslation('files')
  const { t: kit } = useTranslation('kit')
  const { application = '', hash = '' } = useParams()
  const [query] = useSearchParams()
  const name = plainName(query.get('name') ?? t('title'))
  return (
    <Entrance roles={everybody}>
      <Ground density="desk">
        <title>{`${name} · ${kit('product')}`}</title>
        <main className={styles.page}>
          <h1 className="unseen">{name}</h1>
          <PaperView application={application} file={{ hash, name }} label={name} alone />
        </main>
      </Ground>
    </Entrance>
  )
}

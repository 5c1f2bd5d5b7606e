import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ButtonLink } from '../../kit/Button.tsx'
import { Entrance } from '../../kit/Entrance.tsx'
import { Ground } from '../../kit/Ground.tsx'
import { useDocument } from '../../kit/live.tsx'
import { NotFound, Trouble } from '../../kit/TroublePages.tsx'
import { Unready } from '../../kit/Unready.tsx'

const everybody = ['agent', 'reviewer', 'lead', 'editor', 'admin']

interface Props {
  kind: 'receipt' | 'notice'
  /** Nothing when there is nothing to print yet. */
  sheet: (application: ApplicationDocument) => ReactNode
}

/** A sheet about one application, for whoever may see it. */
export function Printing(props: Props) {
  return <Entrance roles={everybody}><Ground density="portal"><Sheet {...props} /></Ground></Entrance>
}

function Sheet({ kind, sheet }: Props) {
  const { id = '' } = useParams()
  const { t } = useTranslation('printed')
  const live = useDocument<ApplicationDocument>('applications', id)
  if (!live.document) return live.phase === 'missing' ? <NotFound /> : <div className="wrap"><Unready of={live} as="text" /></div>
  return sheet(live.document) ?? (
    <Trouble icon="print" title={t('absent.title')} why={t(`absent.${kind}`)} todo={t('absent.todo')}>
      <ButtonLink to={`/applications/${id}`} kind="primary">{t('back')}</ButtonLink>
    </Trouble>
  )
}

import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import { type ApplicationDocument, type ApplicationStatus, applicationMoves } from '@qinqing/domain/fulfilment/application/contract'
import { localDate } from '@qinqing/domain/language/calendar'
import { deriveForm } from '@qinqing/domain/language/form'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation, useNavigate, useParams } from 'react-router'
import { type LiveDocument, useDocument, useRows } from '../kit/live.tsx'
import { useNow } from '../kit/now.ts'
import { useSession } from '../kit/session.tsx'
import { NotFound } from '../kit/TroublePages.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useSeen } from '../parts/bell/seen.ts'
import { Correction } from './form/Correction.tsx'
import { Draft, type DraftProps } from './form/Draft.tsx'
import { keeperOf } from './form/kept.ts'
import { partAddress } from './form/places.ts'
import { gapOf } from './form/reading.ts'

const canType = (status: ApplicationStatus): boolean => applicationMoves[status].includes('PatchAnswers')

const taken: ApplicationStatus[] = ['submitted', 'claimed', 'correcting', 'resubmitted', 'approved']

/** Whether the item can still be applied for, by the policy in force; null while that is not known. */
function useInForce({ policy, itemId }: ApplicationDocument): boolean | null {
  const { document, phase } = useDocument<PolicyDocument>('policies', policy)
  const today = localDate(useNow())
  if (!document) return phase === 'missing' ? false : null
  return document.status === 'published' && document.items.some(({ id }) => id === itemId) && (!document.validUntil || document.validUntil >= today)
}

/** Another case of the same enterprise and item, under way or approved. */
function useOther({ id, enterprise, policy, itemId }: ApplicationDocument): string | null {
  const { documents } = useRows<ApplicationDocument>('applications', {
    where: ['all', [['eq', 'enterprise', enterprise], ['eq', 'policy', policy], ['eq', 'itemId', itemId], ['in', 'status', taken]]], limit: 2,
  })
  return documents.find(one => one.id !== id)?.id ?? null
}

interface Props {
  document: ApplicationDocument
  onSubmit: (under: boolean) => void
}

function Filling({ document, onSubmit }: Props) {
  useSeen('enterprise', document.id, document.enterprise)
  const dossier = useDocument<DossierDocument>('dossiers', document.enterprise)
  const inForce = useInForce(document)
  const other = useOther(document)
  // Without the facts every known field would be a box for a moment.
  if (!dossier.document && dossier.phase === 'loading') return <Wait />
  const known = dossier.document ?? nothing
  return document.status === 'correcting'
    ? <Correction document={document} known={known} onSubmit={onSubmit} />
    : <Begun document={document} known={known} inForce={inForce} other={other} onSubmit={onSubmit} />
}

/** A draft opens where one goes on with it, when the address does not say where. */
function Begun(props: DraftProps) {
  const { document: { item, answers }, known } = props
  const { search, hash } = useLocation()
  const go = useNavigate()
  const [gap] = useState(() => (search || hash ? undefined : gapOf(item.form ?? deriveForm(item), answers, known.facts)))
  useEffect(() => { if (gap) void go(partAddress(gap), { replace: true }) }, [gap, go])
  return <Draft {...props} />
}

const nothing = { facts: {}, disputes: {} }

function Wait() {
  const { t } = useTranslation('form')
  return <div className="wrap"><title>{t('title.here')}</title><Waiting as="form">{t('waiting')}</Waiting></div>
}

/** The form of one's own application, as long as it can be filled in; everybody else is led to the application itself. */
export function FormPage() {
  const { id = '' } = useParams()
  const { viewer, person } = useSession()
  const application: LiveDocument<ApplicationDocument> = useDocument('applications', id)
  const [under, setUnder] = useState(false)
  const { document, phase } = application
  const isOpen = document !== null && canType(document.status)
  useEffect(() => {
    if (document && !isOpen) keeperOf(localStorage, person.id, id).forget()
  }, [document, isOpen, person.id, id])

  if (!document) return phase === 'loading' ? <Wait /> : <NotFound />
  if (!isOpen || !viewer.enterprises.includes(document.enterprise)) {
    const said = under ? document.status === 'resubmitted' ? '?corrected=1' : '?submitted=1' : ''
    return <Navigate to={`/applications/${id}${said}`} replace />
  }
  return <Filling key={`${id} ${document.status}`} document={document} onSubmit={setUnder} />
}

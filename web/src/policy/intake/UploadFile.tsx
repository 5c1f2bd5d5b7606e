import { ask, newId, Problematic, request, type Uploaded } from '@qinqing/api/client'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import styles from './intake.module.css'
import { useOwnOffice } from './own-office.ts'

const taken = '.xlsx,.csv,.json,application/json,text/csv'

/** Takes a list of service items; the server then reads it through and shows what is in it. */
export function UploadFile({ first, onStaged }: { first: boolean; onStaged: (id: string) => void }) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const own = useOwnOffice()
  const input = useRef<HTMLInputElement>(null)
  const [under, setUnder] = useState<string>()
  const [fault, setFault] = useState<string>()
  if (!own) return <p className="second">{t('intake.noOffice')}</p>

  const take = async (file: File) => {
    const id = `intake-${newId()}`
    setUnder(file.name)
    setFault(undefined)
    try {
      const stored = await request<Uploaded>('POST', `/api/imports/${id}/file`, undefined, { body: file, headers: { 'content-type': 'application/octet-stream' } })
      await ask('intake', id, { type: 'StageIntake', data: { file: { ...stored, name: file.name.slice(0, 200) }, office: own.office, officeName: own.officeName } })
      onStaged(id)
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setFault(error.problem.detail[language])
    } finally {
      setUnder(undefined)
    }
  }
  return (
    <div
      className={styles.drop} onDragOver={event => event.preventDefault()}
      onDrop={event => { event.preventDefault(); const file = event.dataTransfer.files[0]; if (file) void take(file) }}
    >
      <p>{t('intake.lead')}</p>
      <p className="second">{t('intake.heads')}</p>
      <div>
        <input
          ref={input} type="file" accept={taken} className="unseen" tabIndex={-1} aria-label={t('intake.choose')}
          onChange={event => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void take(file) }}
        />
        <Button kind={first ? 'primary' : 'outlined'} icon="upload" busy={under !== undefined} onClick={() => input.current?.click()}>{t('intake.choose')}</Button>
        {under && <span className="second" role="status">{t('intake.uploading', { name: under })}</span>}
      </div>
      {fault && <FieldFault>{t('intake.failed', { why: fault })}</FieldFault>}
    </div>
  )
}

import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import type { Draft } from '../../kit/draft.ts'
import { FormRow } from '../../kit/FormRow.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'

const opinionId = 'opinion'

interface Props {
  draft: Draft
  /** Somebody else has decided, or the case cannot be decided now: what was written stays, to be copied. */
  over: boolean
  /** It goes on once the enterprise has answered. */
  waits: boolean
}

/** What one thinks of the case, kept as one types. */
export function Opinion({ draft, over, waits }: Props) {
  const { t } = useTranslation('desk')
  const time = useTime()
  const [copied, setCopied] = useState(false)
  const opinion = draft.fields['opinion'] ?? ''
  if (over && !opinion.trim()) return null
  const saved = draft.saved && draft.savedAt ? t('opinion.saved', { at: time.clock(draft.savedAt) }) : t('opinion.saving')
  const copy = () => void navigator.clipboard.writeText(opinion).then(() => setCopied(true), () => undefined)
  return (
    <div className={styles.opinion}>
      <FormRow
        id={opinionId} label={over ? t('opinion.left') : t('opinion.title')} hint={over || !opinion ? undefined : saved}
        help={waits ? t('opinion.waits') : over ? t('opinion.kept') : t('opinion.help')}
        action={over && <Button kind="bare" small onClick={copy}>{copied ? t('opinion.copied') : t('opinion.copy')}</Button>}
      >
        {field => (
          <Input.TextArea
            {...field} aria-required={undefined} value={opinion} readOnly={over} maxLength={2000}
            autoSize={{ minRows: 4, maxRows: 12 }} placeholder={t('opinion.hint')}
            onChange={({ target }) => draft.write('opinion', target.value)} onBlur={draft.keep}
          />
        )}
      </FormRow>
    </div>
  )
}

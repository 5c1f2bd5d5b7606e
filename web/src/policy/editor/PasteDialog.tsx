import type { Clause } from '@qinqing/domain/language/condition'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import styles from './editor.module.css'
import { splitClauses } from './split-clauses.ts'

interface Props {
  clauses: readonly Clause[]
  onTake: (clauses: readonly Clause[]) => void
  onClose: () => void
}

/** A whole text pasted at once becomes clauses; one sees them before they are taken. */
export function PasteDialog({ clauses, onTake, onClose }: Props) {
  const { t } = useTranslation('editor')
  const { t: kit } = useTranslation('kit')
  const [text, setText] = useState('')
  const found = splitClauses(text)
  const tooMany = found.length > 200
  return (
    <Dialog
      title={t('paste.title')} wide onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          {clauses.length > 0 && (
            <Button
              disabled={!found.length || tooMany || clauses.length + found.length > 200} onClick={() => onTake([...clauses, ...found])}
            >
              {t('paste.append')}
            </Button>
          )}
          <Button kind="primary" disabled={!found.length || tooMany} onClick={() => onTake(found)}>
            {clauses.length > 0 ? t('paste.replace', { count: clauses.length }) : t('paste.take', { count: found.length })}
          </Button>
        </>
      )}
    >
      <FormRow label={t('paste.label')} help={t('paste.help')} fault={tooMany ? t('paste.tooMany') : undefined}>
        {field => (
          <Input.TextArea
            {...field} value={text} autoSize={{ minRows: 6, maxRows: 10 }} placeholder={t('paste.hint')}
            onChange={event => setText(event.target.value)}
          />
        )}
      </FormRow>
      {found.length > 0 && (
        <>
          <p className={`${styles.gap} second`} role="status">{t('paste.found', { count: found.length })}</p>
          <ol className={styles.preview}>{found.map(({ ref, text: says }, at) => <li key={at}><b>{ref}</b><span>{says}</span></li>)}</ol>
        </>
      )}
    </Dialog>
  )
}

import { exported, type ExportWanted, Problematic } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { useLanguage } from '../kit/i18n.ts'
import styles from './ExportButton.module.css'

interface Props {
  /** The projection or view that the list shows. */
  list: string
  /** The list as it is filtered: by its query, or by the ids that are shown. */
  wanted: Omit<ExportWanted, 'language'>
  disabled?: boolean
}

function keep(name: string, content: Blob) {
  const address = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/** The list as an Excel file, as it is filtered now. */
export function ExportButton({ list, wanted, disabled }: Props) {
  const { t } = useTranslation('service')
  const language = useLanguage()
  const [state, setState] = useState<'idle' | 'busy' | 'done' | Problem>('idle')
  const run = async () => {
    setState('busy')
    try {
      const { name, content } = await exported(list, { ...wanted, language })
      keep(name, content)
      setState('done')
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setState(error.problem)
    }
  }
  return (
    <span className={`${styles.export} unprinted`}>
      <Button small icon="download" busy={state === 'busy'} disabled={disabled} aria-label={t('export.of')} title={t('export.bound')} onClick={() => void run()}>
        {state === 'busy' ? t('export.busy') : t('export.act')}
      </Button>
      <span role="status" className={typeof state === 'object' ? 'second' : 'unseen'}>
        {state === 'done' && t('export.done')}{typeof state === 'object' && state.detail[language]}
      </span>
    </span>
  )
}

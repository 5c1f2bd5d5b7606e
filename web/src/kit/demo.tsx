import { city } from '@qinqing/api/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

let asked: Promise<boolean> | undefined

/** Whether this is a demo city; asked once, and again only when there was no answer. */
export function useDemo(): boolean {
  const [demo, setDemo] = useState(false)
  useEffect(() => {
    asked ??= city().then(found => found.demo, () => {
      asked = undefined
      return false
    })
    void asked.then(setDemo)
  }, [])
  return demo
}

/** Says that what is shown was invented, where it was. */
export function SampleNote() {
  const { t } = useTranslation('kit')
  return useDemo() && t('sample')
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { SampleNote } from '../kit/demo.tsx'
import { LanguageSwitch } from '../kit/Frame.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { Icon } from '../kit/Icon.tsx'
import { useTime } from '../kit/Time.tsx'
import styles from './PrintSheet.module.css'

interface Props {
  title: string
  /** What kind of number it is, and the number. */
  number: [label: string, number: string]
  back: string
  children: ReactNode
}

/** What is handed over on paper: on the screen as it will be printed, on A4. */
export function PrintSheet({ title, number: [label, number], back, children }: Props) {
  const { t } = useTranslation('printed')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const time = useTime()
  return (
    <div className={styles.ground}>
      <title>{`${title} ${number} · ${kit('product')}`}</title>
      <header className={styles.bar}>
        <Link to={back}><Icon name="left" small />{t('back')}</Link>
        <p className="second">{t('hint')}</p>
        <LanguageSwitch />
        <Button kind="primary" icon="print" onClick={() => print()}>{t('print')}</Button>
      </header>
      <main className={styles.sheet} lang={language === 'en' ? 'en' : 'zh-CN'}>
        <p className={styles.head}><span>{kit('product')} · {kit('platform')}</span><span>{label} {number}</span></p>
        <h1>{title}</h1>
        {children}
        <footer><span>{t('check')}</span><span><SampleNote /></span><span>{t('printed', { at: time.full(time.now) })}</span></footer>
      </main>
    </div>
  )
}

/** Where the office signs, and the day. */
export function Signed({ office, at }: { office: string; at: string }) {
  const { t } = useTranslation('printed')
  const time = useTime()
  return <p className={styles.signed}>{t('notice.office', { office })}<br />{time.full(at.slice(0, 10))}</p>
}

export const note = styles.note

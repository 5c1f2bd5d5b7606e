import type { ApplicationDocument, CorrectionItem } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { MiniList, PanePart } from '../../kit/Panes.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'

/** What was asked to be put right, and how each was answered. */
export function Corrections({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const time = useTime()
  const { asked, correction, replies, item } = application
  if (asked.length === 0) return null
  const fields = item.form?.sections.flatMap(section => section.fields) ?? []
  const labelOf = ({ field }: CorrectionItem) => fields.find(({ id }) => id === field)?.label[language] ?? t('corrections.whole')
  const said = (one: CorrectionItem) => (one.text.startsWith(labelOf(one)) ? one.text : `${labelOf(one)}：${one.text}`)
  const answerOf = (one: CorrectionItem): string => {
    const reply = replies[one.id]?.trim()
    if (reply) return t('corrections.reply', { reply })
    if (!correction?.items.some(({ id }) => id === one.id)) return t('corrections.changed')
    return one.field && correction.touched.includes(one.field) ? t('corrections.touched') : t('corrections.open')
  }
  return (
    <PanePart
      level={2} title={t('corrections.title')}
      count={correction ? t('corrections.until', { at: time.weekday(correction.answerBy) }) : t('corrections.answered')}
    >
      <MiniList
        lines={asked.map((one, at) => ({
          id: `${one.id} ${at}`, mark: <Icon name={correction ? 'clock' : 'tick'} small />,
          says: <><span>{said(one)}</span><span className={styles.answer}>{answerOf(one)}</span></>,
        }))}
      />
    </PanePart>
  )
}

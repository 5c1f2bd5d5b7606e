import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { AmendPart } from './AmendPart.tsx'
import { spotFor, useSpot } from './address.ts'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import type { Hindrance } from './faults.ts'
import { useConsequences } from './publishing.ts'

function HindranceLine({ one }: { one: Hindrance }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { t: life } = useTranslation('policyLife')
  const { to } = useSpot()
  const { policy } = useEditor()
  const item = policy.items.find(({ id }) => id === one.item)
  const condition = one.path.startsWith('conditions.') ? item?.conditions[Number(one.path.split('.')[1])] : undefined
  const parts: Readonly<Record<string, string>> = { text: t('text.title'), guide: life('guide.outline'), head: t('head.title') }
  const where = item ? `${item.title.trim() || t('item.unnamed')} · ${t(`tab.${one.part as 'basics'}`)}` : parts[one.part] ?? t('outline.label')
  return (
    <li className={styles.hind}>
      <span><StatusMark status="unknown" quiet>{one.message[language]}</StatusMark><small>{where}</small></span>
      {one.part !== 'items' && <Link to={{ search: to(spotFor(one, condition?.id)) }}>{t('publish.mend')}</Link>}
    </li>
  )
}

/** What still hinders publishing, and what publishing will do. */
export function PublishPart() {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const { policy, open, document } = useEditor()
  const consequences = useConsequences()
  const publishable = document.status !== 'retired' && policy.items.length > 0 && (document.dirty || document.version === 0)
  return (
    <div className={styles.sheet}>
      <div className={styles.partTitle}><div><h2>{t('publish.check')}</h2></div></div>
      {document.status === 'retired' && <ProblemNotice tone="info" what={document.version > 0 ? t('publish.retired') : life('end.discarded')} kept={t('publish.retiredKept')} />}
      {document.status !== 'retired' && open.length > 0 && (
        <>
          <p className={styles.lead}>{t('publish.wants', { count: open.length })}</p>
          <ol className={styles.rows}>
            {open.map((one, n) => <HindranceLine key={`${one.item} ${one.path} ${one.code} ${n}`} one={one} />)}
          </ol>
        </>
      )}
      {document.status !== 'retired' && open.length === 0 && (
        <p className={styles.lead}>
          <StatusMark status="met">
            {document.dirty || document.version === 0 ? t('publish.fine') : t('publish.same', { version: document.version })}
          </StatusMark>
        </p>
      )}
      {publishable && (
        <div className={styles.gap}>
          <h3>{t('publish.will')}</h3>
          <ul className={styles.will}>{consequences.map((says, n) => <li key={n}>{says}</li>)}</ul>
        </div>
      )}
      {publishable && <AmendPart />}
    </div>
  )
}

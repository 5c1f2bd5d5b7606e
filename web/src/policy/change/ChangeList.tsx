import type { Change } from '@qinqing/domain/language/amendment'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { Tag } from '../../kit/Tag.tsx'
import styles from './change.module.css'
import { Words } from './Words.tsx'

const tones = { added: 'ok', removed: 'bad', changed: 'warn' } as const

interface Props {
  changes: readonly Change[]
  /** What an item is called, also one that is gone. */
  titleOf: (item: string) => string
}

/** What differs between two versions, by part, each with its words on both sides. */
export function ChangeList({ changes, titleOf }: Props) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  if (changes.length === 0) return <p className="second">{t('diff.none')}</p>
  const parts = [...Map.groupBy(changes, ({ part, item }) => `${part} ${item ?? ''}`)]
  return (
    <div className={styles.parts}>
      {parts.map(([key, all]) => {
        const [{ part, item }] = all as [Change, ...Change[]]
        return (
          <section key={key}>
            <h4>{part === 'item' ? t('diff.part.item', { title: titleOf(item ?? '') }) : t(`diff.part.${part}`)}</h4>
            <ul>
              {all.map(({ label, kind, before, after }, n) => (
                <li key={n} data-testid="change" data-kind={kind}>
                  <span className={styles.what}><Tag tone={tones[kind]}>{t(`diff.kind.${kind}`)}</Tag><b>{label[language]}</b></span>
                  <Words before={before?.[language] ?? ''} after={after?.[language] ?? ''} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

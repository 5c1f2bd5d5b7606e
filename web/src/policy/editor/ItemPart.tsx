import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Waiting } from '../../kit/Waiting.tsx'
import { useAuthor } from '../list/author.ts'
import { type Spot, type Tab, useSpot } from './address.ts'
import { AmountTab } from './AmountTab.tsx'
import { BasicsTab } from './BasicsTab.tsx'
import { ConditionsTab } from './ConditionsTab.tsx'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import { FormTab } from './FormTab.tsx'
import { useRemoveItem } from './items.ts'
import type { LooseItem } from './loose.ts'
import { MaterialsTab } from './MaterialsTab.tsx'

const tabs: readonly { tab: Tab; Shown: (props: { item: LooseItem }) => React.ReactNode; count?: (item: LooseItem) => number }[] = [
  { tab: 'basics', Shown: BasicsTab },
  { tab: 'conditions', Shown: ConditionsTab, count: ({ conditions }) => conditions.length },
  { tab: 'amount', Shown: AmountTab },
  { tab: 'materials', Shown: MaterialsTab, count: ({ materials }) => materials.length },
  { tab: 'form', Shown: FormTab },
]

/** One item: what an enterprise can get, under which conditions, how much, with which papers. */
export function ItemPart({ spot }: { spot: Extract<Spot, { item: string }> }) {
  const { t } = useTranslation('editor')
  const { to } = useSpot()
  const { policy, document, open, mayEdit, busy, fresh } = useEditor()
  const author = useAuthor()
  const removeItem = useRemoveItem()
  const item = policy.items.find(({ id }) => id === spot.item)
  if (!item) {
    return fresh(spot.item) && busy ? <Waiting as="form" /> : <Empty icon="stamp" what={t('item.gone')} how={t('item.goneHow', { who: author(document) })} />
  }
  const { Shown } = tabs.find(({ tab }) => tab === spot.part)!
  const wants = (tab: Tab) => (fresh(item.id) ? 0 : open.filter(one => one.item === item.id && one.part === tab).length)
  return (
    <div className={styles.sheet}>
      <div className={styles.partTitle}>
        <div>
          <h2>{item.title.trim() || t('item.unnamed')}</h2>
          {item.source && <p className="second">{t('item.source', { authority: item.source.authority })}</p>}
        </div>
        {mayEdit && (
          <Button kind="danger" small icon="trash" busy={busy === 'RemoveItem'} onClick={() => void removeItem(item.id)}>
            {t('item.remove')}
          </Button>
        )}
      </div>
      <nav className={styles.tabs} aria-label={t('item.parts')}>
        {tabs.map(({ tab, count }) => (
          <Link key={tab} to={{ search: to({ part: tab, item: item.id }) }} aria-current={tab === spot.part ? 'page' : undefined}>
            {t(`tab.${tab}`)}
            {count && count(item) > 0 && <span className={styles.quiet}>{count(item)}</span>}
            {wants(tab) > 0 && (
              <span className={styles.wants}>
                <Icon name="late" small />
                <span className="unseen">{t('wants', { count: wants(tab) })}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <Shown item={item} />
    </div>
  )
}

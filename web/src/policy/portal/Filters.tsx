import { laneLabels, lane } from '@qinqing/domain/language/item'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { type Sort, sorts, type Wanted } from './filter.ts'
import styles from './Policies.module.css'

interface Props {
  wanted: Wanted
  /** Offices are offered as they occur. */
  matches: readonly MatchDocument[]
  onChange: (patch: Record<string, string | null>) => void
}

/** Lane, office, order: each a part of the address. */
export function Filters({ wanted, matches, onChange }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const offices = [...new Map(matches.map(({ office, officeName }) => [office, officeName]))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'zh'))
  const any = (label: string) => ({ value: '', label: `${label}：${t('policies.all')}` })
  const narrowed = Boolean(wanted.q || wanted.lane || wanted.office)
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('policies.lane')}
        value={wanted.lane ?? ''}
        onChange={value => onChange({ lane: value || null })}
        popupMatchSelectWidth={false}
        options={[any(t('policies.lane')), ...lane.options.map(value => ({ value, label: laneLabels[value][language] }))]}
      />
      <Select
        aria-label={t('policies.office')}
        value={wanted.office ?? ''}
        onChange={value => onChange({ office: value || null })}
        popupMatchSelectWidth={false}
        showSearch
        optionFilterProp="label"
        options={[any(t('policies.office')), ...offices]}
      />
      <Select<Sort>
        aria-label={t('policies.sort')}
        value={wanted.sort}
        onChange={value => onChange({ sort: value === 'fit' ? null : value })}
        popupMatchSelectWidth={false}
        options={sorts.map(value => ({ value, label: t(`policies.sorts.${value}`) }))}
      />
      {narrowed && (
        <Button kind="bare" onClick={() => onChange({ q: null, lane: null, office: null })}>
          {t('policies.clear')}
        </Button>
      )}
    </div>
  )
}

import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { byItem, openStatuses, type Sort, sorts, type Stage, type View } from '../../parts/desk/queue.ts'
import styles from './queue.module.css'
import { SaveFilter } from './SaveFilter.tsx'

interface SelectProps<T extends string> {
  label: string
  value: T | null
  /** What stands for no choice. */
  usual: string
  options: readonly { value: T, label: string }[]
  onChange: (value: T | null) => void
}

function Select<T extends string>({ label, value, usual, options, onChange }: SelectProps<T>) {
  return (
    <select
      className={styles.filter} aria-label={label} value={value ?? ''} data-set={value !== null}
      onChange={({ target }) => onChange(options.find(one => one.value === target.value)?.value ?? null)}
    >
      <option value="">{usual}</option>
      {options.map(({ value: each, label: says }) => <option key={each} value={each}>{says}</option>)}
    </select>
  )
}

interface Props {
  view: View
  /** The whole basket, which says what there is to choose from. */
  cases: readonly ApplicationDocument[]
  onChange: (change: Partial<View>) => void
}

/** By item, by stage, in which order; all of it is in the address. */
export function Filters({ view, cases, onChange }: Props) {
  const { t } = useTranslation('desk')
  const items = byItem(cases).map(({ key, title, count }) => ({ value: key, label: `${title} ${count}` }))
  const byStage = openStatuses.map(value => ({ value, count: cases.filter(({ status }) => status === value).length }))
    .filter(({ value, count }) => count > 0 || value === view.stage).map(({ value, count }) => ({
      value, label: `${t(`stage.${value}`)} ${count}`,
    }))
  const order = sorts.filter(sort => sort !== 'left').map(value => ({ value, label: t(`sort.${value}`) }))
  const set = view.item !== null || view.stage !== null
  return (
    <>
      {(set || view.sort !== 'left') && <SaveFilter view={view} />}
      {set && <Button kind="bare" small onClick={() => onChange({ item: null, stage: null })}>{t('filter.clear')}</Button>}
      <Select
        label={t('filter.item')} value={view.item} usual={t('filter.allItems')} options={items} onChange={item => onChange({ item })}
      />
      <Select<Stage>
        label={t('filter.stage')} value={view.stage} usual={t('filter.allStages')} options={byStage} onChange={stage => onChange({ stage })}
      />
      <Select<Sort>
        label={t('filter.sort')} value={view.sort === 'left' ? null : view.sort} usual={t('sort.left')} options={order}
        onChange={sort => onChange({ sort: sort ?? 'left' })}
      />
    </>
  )
}

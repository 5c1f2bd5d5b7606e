import { isWholeRegion, regionPath, regionsIn } from '@qinqing/domain/language/regions'
import { useTranslation } from 'react-i18next'
import type { BoxProps } from './box.ts'
import styles from './boxes.module.css'

const levels = ['province', 'city', 'county'] as const

/** From the province down to the county, each list inside the one before; who is not there yet may stop and go on later. */
export function RegionBox({ field, value, tied: { id, ...tied }, lang, onType, onLeave }: BoxProps) {
  const { t } = useTranslation('form')
  const path = typeof value === 'string' ? regionPath(value) : []
  const open = path.length > 0 && isWholeRegion(path.at(-1)!.code) ? path : [...path, undefined]
  return (
    <div className={styles.cascade} role="group" aria-label={field.label[lang]}>
      {open.map((chosen, at) => {
        const outer = path[at - 1]?.code
        return (
          <span key={levels[at]} className={`${styles.box} ${styles.select}`}>
            <select
              {...tied} id={at === 0 ? id : undefined} aria-label={`${field.label[lang]} ${t(`box.${levels[at]!}`)}`} value={chosen?.code ?? ''} onBlur={onLeave}
              onChange={event => onType(event.target.value || outer || null)}
            >
              <option value="">{t(`box.${levels[at]!}`)}</option>
              {regionsIn(outer).map(({ code, label }) => <option key={code} value={code}>{label[lang]}</option>)}
            </select>
          </span>
        )
      })}
    </div>
  )
}

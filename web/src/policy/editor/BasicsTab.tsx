import type { Limit } from '@qinqing/domain/language/calendar'
import { type Lane, lane as lanes, laneLabels } from '@qinqing/domain/language/item'
import { daysText, fullDate } from '@qinqing/domain/language/when'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../kit/DateField.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectField } from '../../kit/SelectField.tsx'
import { officeName, useOffices } from '../../parts/offices.ts'
import { Clash } from './Clash.tsx'
import { useEditor, useFault, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import type { LooseItem } from './loose.ts'
import { NumberBox } from './NumberBox.tsx'
import type { Place } from './places.ts'
import { WordsRow } from './WordsRow.tsx'

interface Props {
  item: LooseItem
}

function LaneRow({ item: { id } }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const place: Place = `item:${id}/lane`
  const { value, set } = usePlace<Lane>(place)
  const { mayEdit } = useEditor()
  return (
    <fieldset className={styles.group}>
      <legend>{t('basics.lane')}</legend>
      <div className={styles.options}>
        {lanes.options.map(one => (
          <label key={one} className={styles.option}>
            <input type="radio" name={place} checked={value === one} disabled={!mayEdit} onChange={() => set(one)} />
            <span>{laneLabels[one][language]}<small>{t(`basics.lanes.${one}`)}</small></span>
          </label>
        ))}
      </div>
      <Clash place={place} tell={theirs => laneLabels[theirs as Lane][language]} />
    </fieldset>
  )
}

type Window = LooseItem['window']

function WindowRows({ item: { id } }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const place: Place = `item:${id}/window`
  const { value, set } = usePlace<Window>(place)
  const fault = useFault(place, 'window')
  const change = (patch: NonNullable<Window>) => {
    const next = { ...value, ...patch }
    set(next.from || next.to ? next : undefined)
  }
  return (
    <>
      <div className={`${styles.two} ${styles.gap}`}>
        <FormRow label={t('basics.from')} fault={fault?.message[language]}>
          {field => <DateField field={field} value={value?.from} to={value?.to} onChange={from => change({ from })} />}
        </FormRow>
        <FormRow label={t('basics.to')}>
          {field => <DateField field={field} value={value?.to} from={value?.from} onChange={to => change({ to })} />}
        </FormRow>
      </div>
      <Clash
        place={place}
        tell={theirs => { const one = theirs as Window; return one?.from && one.to ? `${fullDate(one.from, language)} – ${fullDate(one.to, language)}` : '' }}
      />
    </>
  )
}

function LimitRow({ item: { id } }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const place: Place = `item:${id}/limit`
  const { value, set } = usePlace<LooseItem['limit']>(place)
  const fault = useFault(place, 'limit')
  const { flush } = useEditor()
  return (
    <FormRow label={t('basics.limit')} help={t('basics.limitHelp')} fault={fault?.message[language]}>
      {field => (
        <>
          <div className={styles.pair}>
            <NumberBox
              field={field} kind="number" value={value.days === 0 ? undefined : value.days}
              onType={days => set({ ...value, days: days ?? 0 })} onLeave={flush}
            />
            <Select<Limit['unit']>
              value={value.unit} aria-label={t('basics.unit')} onChange={unit => set({ ...value, unit })}
              options={[{ value: 'working', label: t('basics.working') }, { value: 'calendar', label: t('basics.calendar') }]}
            />
          </div>
          <Clash place={place} tell={theirs => daysText((theirs as Limit).days, (theirs as Limit).unit, language)} />
        </>
      )}
    </FormRow>
  )
}

function OfficeRow({ item: { id, office } }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { set, policy } = useEditor()
  const { documents } = useOffices()
  const place: Place = `item:${id}/office`
  const fault = useFault(place, 'office')
  const known = documents.some(one => one.id === office)
  const bureaus = [...Map.groupBy(documents, ({ bureau }) => bureau)]
  return (
    <FormRow label={t('basics.office')} help={t('basics.officeHelp')} fault={fault?.message[language]}>
      {field => (
        <>
          <SelectField
            field={field} value={office} placeholder={t('basics.officeHint')}
            choices={[
              ...(known || !office ? [] : [{ value: office, label: policy.items.find(one => one.id === id)?.officeName ?? office }]),
              ...bureaus.map(([bureau, all]) => ({ label: bureau, choices: all.map(one => ({ value: one.id, label: `${one.bureau} ${one.name}`, search: officeName(one) })) })),
            ]}
            onChange={chosen => {
              const found = documents.find(one => one.id === chosen)
              if (!found) return
              set(place, chosen)
              set(`item:${id}/officeName`, officeName(found))
            }}
          />
          <Clash place={`item:${id}/officeName`} tell={theirs => String(theirs)} />
        </>
      )}
    </FormRow>
  )
}

/** Name, way, time, office: what everybody asks first. */
export function BasicsTab({ item }: Props) {
  const { t } = useTranslation('editor')
  return (
    <>
      <WordsRow place={`item:${item.id}/title`} label={t('basics.name')} help={t('basics.nameHelp')} most={200} />
      <LaneRow item={item} />
      {(item.lane === 'window' || item.window) && <WindowRows item={item} />}
      <div className={`${styles.two} ${styles.gap}`}>
        <LimitRow item={item} />
        <WordsRow place={`item:${item.id}/phone`} label={t('basics.phone')} most={120} placeholder={t('basics.phoneHint')} />
      </div>
      <div className={styles.gap}><OfficeRow item={item} /></div>
    </>
  )
}

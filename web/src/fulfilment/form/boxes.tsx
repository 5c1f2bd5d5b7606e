import type { Field, FieldKind } from '@qinqing/domain/language/form'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { percent } from '@qinqing/domain/language/fact'
import { capitals, count, yuan } from '@qinqing/domain/language/money'
import type { Lang } from '@qinqing/domain/language/text'
import { fullDate } from '@qinqing/domain/language/when'
import { type ComponentType, type CompositionEvent, type InputHTMLAttributes, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field as Tied } from '../../kit/FormRow.tsx'
import styles from './boxes.module.css'
import type { BoxProps } from './box.ts'
import type { Value } from './edits.ts'
import { RegionBox } from './RegionBox.tsx'
import { TableBox } from './TableBox.tsx'

/** What stands in a box of text: what was typed, or a kept number as one would type it. */
const written: { [Kind in FieldKind]?: (value: number) => string } = {
  money: fen => yuan(fen), percent: value => percent(value).slice(0, -1), number: value => String(value),
}

const typedText = ({ kind }: Field, value: Value): string =>
  (typeof value === 'number' ? written[kind]?.(value) ?? String(value) : typeof value === 'string' ? value : '')

/** How a value that is right stands in the box while nobody types there. */
const tidy: { [Kind in FieldKind]?: (kept: Value) => string } = {
  money: kept => (typeof kept === 'number' ? yuan(kept) : ''),
  number: kept => (typeof kept === 'number' ? count(kept) : ''),
  percent: kept => (typeof kept === 'number' ? percent(kept).slice(0, -1) : ''),
  bankAccount: kept => String(kept).replace(/(.{4})(?=.)/g, '$1 '),
  creditCode: kept => String(kept),
}

const attributes: { [Kind in FieldKind]?: InputHTMLAttributes<HTMLInputElement> } = {
  number: { inputMode: 'numeric' }, money: { inputMode: 'decimal' }, percent: { inputMode: 'decimal' },
  phone: { inputMode: 'tel', autoComplete: 'tel' }, bankAccount: { inputMode: 'numeric' }, creditCode: { autoCapitalize: 'characters', spellCheck: false },
}

const composing = (tell: (on: boolean) => void) => ({
  onCompositionStart: (_: CompositionEvent) => tell(true), onCompositionEnd: (_: CompositionEvent) => tell(false),
})

interface Aside {
  before?: ReactNode
  after?: ReactNode
}

const asides: { [Kind in FieldKind]?: (props: BoxProps) => Aside } = {
  number: ({ field, lang }) => ({ after: field.unit?.[lang] }),
  percent: () => ({ after: '%' }),
  money: ({ kept, lang }) => ({ before: '¥', after: typeof kept === 'number' && lang === 'zh' ? capitals(kept) : undefined }),
  date: ({ kept, lang }) => ({ after: typeof kept === 'string' ? fullDate(kept, lang) : undefined }),
}

function Line(props: BoxProps) {
  const { field, value, kept, tied, onType, onLeave, onCompose } = props
  // It stands tidy until somebody types: coming in changes nothing, so that what is chosen stays chosen.
  const [writing, setWriting] = useState(false)
  const { before, after } = asides[field.kind]?.(props) ?? {}
  const tidied = !writing && kept !== null ? tidy[field.kind]?.(kept) : undefined
  return (
    <span className={`${styles.box} ${field.kind === 'money' ? styles.money : ''}`}>
      {before && <span className={styles.aside} aria-hidden="true">{before}</span>}
      <input
        {...tied} type="text" autoComplete="off" {...attributes[field.kind]} value={tidied ?? typedText(field, value)}
        onBlur={() => { setWriting(false); onLeave() }} onChange={event => { setWriting(true); onType(event.target.value) }} {...composing(onCompose)}
      />
      {after && <span className={styles.aside}>{after}</span>}
    </span>
  )
}

function Long({ field, value, tied, onType, onLeave, onCompose }: BoxProps) {
  return (
    <span className={`${styles.box} ${styles.long}`}>
      <textarea {...tied} rows={3} value={typedText(field, value)} onBlur={onLeave} onChange={event => onType(event.target.value)} {...composing(onCompose)} />
    </span>
  )
}

/** The device's own calendar; what it shows is said beside it in our words. */
function Day(props: BoxProps) {
  const { field, value, tied, onType, onLeave } = props
  const parsed = value === null ? undefined : kinds.date.parse(value, field)
  const { after } = asides.date!(props)
  return (
    <span className={styles.box}>
      <input {...tied} type="date" max="9999-12-31" value={typeof parsed === 'string' ? parsed : ''} onBlur={onLeave} onChange={event => onType(event.target.value || null)} />
      {after && <span className={styles.aside}>{after}</span>}
    </span>
  )
}

const manyChoices = 6

interface Option {
  value: string
  label: string
}

interface OptionsProps {
  tied: Tied
  label: string
  options: readonly Option[]
  isOn: (value: string) => boolean
  several?: boolean
  onPick: (value: string, on: boolean) => void
  onLeave: () => void
}

/** Each choice is a line that one can hit with a thumb. */
function Options({ tied: { id, ...tied }, label, options, isOn, several, onPick, onLeave }: OptionsProps) {
  return (
    <div id={id} role={several ? 'group' : 'radiogroup'} aria-label={label} aria-describedby={tied['aria-describedby']} className={styles.options} onBlur={onLeave}>
      {options.map(({ value, label: says }) => (
        <label key={value} className={styles.option}>
          <input
            type={several ? 'checkbox' : 'radio'} name={id} checked={isOn(value)} aria-invalid={tied['aria-invalid']}
            onChange={event => onPick(value, event.target.checked)}
          />
          <span>{says}</span>
        </label>
      ))}
    </div>
  )
}

const optionsOf = ({ choices = [] }: Field, lang: Lang): Option[] => choices.map(({ value, label }) => ({ value, label: label[lang] }))

function Choice(props: BoxProps) {
  const { field, value, tied, lang, onType, onLeave } = props
  const { t } = useTranslation('form')
  const options = optionsOf(field, lang)
  if (options.length <= manyChoices) {
    return <Options tied={tied} label={field.label[lang]} options={options} isOn={one => one === value} onPick={onType} onLeave={onLeave} />
  }
  return (
    <span className={`${styles.box} ${styles.select}`}>
      <select {...tied} value={typeof value === 'string' ? value : ''} onBlur={onLeave} onChange={event => onType(event.target.value || null)}>
        <option value="">{t('box.choose')}</option>
        {options.map(({ value: one, label }) => <option key={one} value={one}>{label}</option>)}
      </select>
    </span>
  )
}

const nothing = ' none'

function Choices({ field, value, tied, lang, onType, onLeave }: BoxProps) {
  const { t } = useTranslation('form')
  const chosen = Array.isArray(value) ? value.filter(each => typeof each === 'string') : null
  const pick = (one: string, on: boolean) => {
    if (one === nothing) return onType(on ? [] : null)
    const rest = (chosen ?? []).filter(each => each !== one)
    // In the order of the list, so that the same choice is the same answer.
    const all = on ? (field.choices ?? []).map(each => each.value).filter(each => each === one || rest.includes(each)) : rest
    onType(all.length ? all : null)
  }
  return (
    <Options
      several tied={tied} label={field.label[lang]} options={[...optionsOf(field, lang), { value: nothing, label: t('box.noneOfThese') }]}
      isOn={one => (one === nothing ? chosen?.length === 0 : chosen?.includes(one) === true)} onPick={pick} onLeave={onLeave}
    />
  )
}

function Flag({ field, value, tied, lang, onType, onLeave }: BoxProps) {
  const { t } = useTranslation('form')
  return (
    <Options
      tied={tied} label={field.label[lang]} options={[{ value: 'yes', label: t('box.yes') }, { value: 'no', label: t('box.no') }]}
      isOn={one => value === (one === 'yes')} onPick={one => onType(one === 'yes')} onLeave={onLeave}
    />
  )
}

/** How each kind is filled in. Files and declarations look otherwise and have components of their own. */
export const boxes: Readonly<Record<Exclude<FieldKind, 'file' | 'declaration'>, ComponentType<BoxProps>>> = {
  text: Line, longtext: Long, number: Line, money: Line, percent: Line, date: Day, choice: Choice, choices: Choices, flag: Flag, phone: Line,
  creditCode: Line, bankAccount: Line, region: RegionBox, table: TableBox,
}

import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './FormRow.module.css'
import { Icon } from './Icon.tsx'
import { SourceTag } from './SourceTag.tsx'

export interface Field {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

interface RowProps {
  label: ReactNode
  /** Beside the label: a unit, a way to count, 选填. */
  hint?: ReactNode
  /** Under the field: where a figure comes from, what it may be. */
  help?: ReactNode
  /** What is not right, by which clause, and what to do. */
  fault?: ReactNode
  /** How many characters of how many. */
  letters?: { used: number, most: number } | undefined
  optional?: boolean
  /** At the far end of the label. */
  action?: ReactNode
  /** Draws the field; the attributes tie it to its label, help and fault. */
  children: (field: Field) => ReactNode
  id?: string
}

/** A field that must be filled: label above, fault below, both read with it. */
export function FormRow({ label, hint, help, fault, letters, optional, action, children, id }: RowProps) {
  const { t } = useTranslation('kit')
  const own = useId()
  const field = id ?? own
  const described = [help && `${field}-help`, fault && `${field}-fault`].filter(Boolean).join(' ') || undefined
  return (
    <div className={`${styles.row} ${fault ? styles.bad : ''}`}>
      <div className={styles.label}>
        <label htmlFor={field}>{label}</label>
        {optional && <span className={styles.hint}>{t('form.optional')}</span>}
        {hint && <span className={styles.hint}>{hint}</span>}
        {letters && <span className={styles.hint}>{t('form.letters', letters)}</span>}
        {action && <span className={styles.action}>{action}</span>}
      </div>
      {children({ id: field, 'aria-describedby': described, 'aria-invalid': fault ? true : undefined, 'aria-required': optional ? undefined : true })}
      {help && <div className={styles.help} id={`${field}-help`}>{help}</div>}
      {fault && <FieldFault id={`${field}-fault`}>{fault}</FieldFault>}
    </div>
  )
}

/** What is wrong, at the place where it is. */
export function FieldFault({ id, children }: { id?: string, children: ReactNode }) {
  return <p className={styles.fault} id={id} role="alert"><Icon name="late" small /><span>{children}</span></p>
}

export interface Known {
  id: string
  label: string
  value: ReactNode
  source?: { name: string, at?: string | undefined } | undefined
  /** What one can do when it is wrong; without it nothing is offered. */
  onWrong?: (() => void) | undefined
  /** Under the value: what is doubted, what changed. */
  note?: ReactNode
}

/** What is known is text with its source, not a box to fill. */
export function Facts({ facts, label }: { facts: readonly Known[], label?: string }) {
  const { t } = useTranslation('kit')
  return (
    <dl className={styles.facts} aria-label={label}>
      {facts.map(({ id, label: name, value, source, onWrong, note }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{value}{note && <span className={`${styles.note} second`}>{note}</span>}</dd>
          <dd className={styles.from}>
            {source && <SourceTag source={source.name} at={source.at} />}
            {onWrong && <button type="button" className={styles.wrong} onClick={onWrong} aria-label={t('form.wrongOf', { label: name })}>{t('form.wrong')}</button>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface RailStep {
  id: string
  label: string
  /** 5 项已带出, 已填完, 1 处要改. */
  note?: string | undefined
  /** The note asks for something. */
  wants?: boolean | undefined
  state: 'done' | 'now' | 'next'
  to: string
}

/** Where one is in a long form; on a phone one bar with the name of the present step. */
export function StepRail({ steps, label }: { steps: readonly RailStep[], label: string }) {
  const { t } = useTranslation('kit')
  const at = steps.findIndex(({ state }) => state === 'now') + 1
  return (
    <nav className={styles.rail} aria-label={label}>
      <p className="second">{t('progress.step', { at: Math.max(at, 1), of: steps.length })}</p>
      <ol>
        {steps.map(({ id, label: says, note, wants, state, to }) => (
          <li key={id} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
            <Link to={to} preventScrollReset>
              <i className={styles.mark} aria-hidden="true" />
              <span>{says}{note && <small className={wants ? styles.wants : undefined}>{note}</small>}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface SectionProps {
  id: string
  title: ReactNode
  count?: ReactNode
  children: ReactNode
}

/** A part of a long form; its id is where the rail and the precheck lead to. */
export function FormSection({ id, title, count, children }: SectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <div className={styles.head}><h2 id={`${id}-title`}>{title}</h2>{count && <span className="second">{count}</span>}</div>
      {children}
    </section>
  )
}

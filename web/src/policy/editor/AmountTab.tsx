import { amount as amountShape, amountFactKinds, type AmountKind, amountKindLabels, amountSentence } from '@qinqing/domain/language/amount'
import { useTranslation } from 'react-i18next'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Clash } from './Clash.tsx'
import { useEditor, useFault, usePlace } from './editor.tsx'
import styles from './editor.module.css'
import { FactSelect } from './FactSelect.tsx'
import type { LooseAmount, LooseItem, LooseMoney, Typed } from './loose.ts'
import { NumberBox } from './NumberBox.tsx'
import type { Place } from './places.ts'
import { StepRows } from './StepRows.tsx'

interface PartProps {
  amount: LooseAmount
  change: (patch: Partial<LooseAmount>) => void
}

const moneyOf = (fen: Typed): LooseMoney | undefined => (fen === undefined ? undefined : { fen, currency: 'CNY' })

const kindsInOrder = Object.keys(amountKindLabels) as AmountKind[]

function SumRow({ amount, change, label, help }: PartProps & { label: string; help?: string }) {
  const { flush } = useEditor()
  return (
    <FormRow label={label} help={help}>
      {field => (
        <NumberBox field={field} kind="money" value={amount.money?.fen} onType={fen => change({ money: moneyOf(fen) })} onLeave={flush} />
      )}
    </FormRow>
  )
}

function FactRow({ amount, change }: PartProps) {
  const { t } = useTranslation('editor')
  return (
    <FormRow label={t('amount.fact')}>
      {field => <FactSelect field={field} value={amount.fact} kinds={amountFactKinds[amount.kind]} onChange={fact => change({ fact })} />}
    </FormRow>
  )
}

function BoundRows({ amount, change }: PartProps) {
  const { t } = useTranslation('editor')
  const { flush } = useEditor()
  return (
    <div className={`${styles.two} ${styles.gap}`}>
      {(['floor', 'cap'] as const).map(which => (
        <FormRow key={which} label={t(`amount.${which}`)} optional>
          {field => (
            <NumberBox
              field={field} kind="money" value={amount[which]?.fen} onType={fen => change({ [which]: moneyOf(fen) })} onLeave={flush}
            />
          )}
        </FormRow>
      ))}
    </div>
  )
}

function RateRow({ amount, change }: PartProps) {
  const { t } = useTranslation('editor')
  const { flush } = useEditor()
  return (
    <FormRow label={t('amount.rate')}>
      {field => (
        <NumberBox
          field={field} kind="percent" value={amount.basisPoints} onType={basisPoints => change({ basisPoints })} onLeave={flush}
        />
      )}
    </FormRow>
  )
}

function FixedPart(props: PartProps) {
  const { t } = useTranslation('editor')
  return <SumRow {...props} label={t('amount.sum')} help={t('amount.sumHelp')} />
}

const RatePart = (props: PartProps) => <><div className={styles.two}><FactRow {...props} /><RateRow {...props} /></div><BoundRows {...props} /></>

function PerUnitPart(props: PartProps) {
  const { t } = useTranslation('editor')
  return <><div className={styles.two}><FactRow {...props} /><SumRow {...props} label={t('amount.each')} /></div><BoundRows {...props} /></>
}

const StepsPart = (props: PartProps) => <><FactRow {...props} /><StepRows {...props} /></>

const parts: Record<AmountKind, (props: PartProps) => React.ReactNode> = {
  none: () => null, fixed: FixedPart, rate: RatePart, perUnit: PerUnitPart, steps: StepsPart,
}

/** What of one way of reckoning can be taken over into another. */
const turned = ({ money, fact, floor, cap, basisPoints, steps }: LooseAmount, kind: AmountKind): LooseAmount => ({
  none: { kind },
  fixed: { kind, money },
  rate: { kind, basisPoints, fact, floor, cap },
  perUnit: { kind, money, fact, floor, cap },
  steps: { kind, fact, steps: steps?.length ? steps : [{ from: undefined, money: { fen: undefined, currency: 'CNY' as const } }] },
}[kind])

/** How much one may get: chosen by kind, filled in, and read back as a sentence. */
export function AmountTab({ item }: { item: LooseItem }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const place: Place = `item:${item.id}/amount`
  const { value: amount, set } = usePlace<LooseAmount>(place)
  const fault = useFault(place, 'amount')
  const { mayEdit, flush } = useEditor()
  const whole = amountShape.safeParse(amount)
  const Part = parts[amount.kind]
  return (
    <>
      <div className={whole.success && !fault ? styles.read : `${styles.read} ${styles.unread}`} aria-live="polite">
        <span>{t('condition.reads')}</span>
        <strong data-testid="amount-sentence">{whole.success ? amountSentence(whole.data, language) : t('amount.readsNothing')}</strong>
      </div>
      <fieldset className={styles.group}>
        <legend>{t('amount.kind')}</legend>
        <div className={styles.options}>
          {kindsInOrder.map(kind => (
            <label key={kind} className={styles.option}>
              <input
                type="radio" name={place} checked={amount.kind === kind} disabled={!mayEdit}
                onChange={() => { set(turned(amount, kind)); flush() }}
              />
              <span>{amountKindLabels[kind][language]}<small>{t(`amount.kinds.${kind}`)}</small></span>
            </label>
          ))}
        </div>
      </fieldset>
      {amount.kind !== 'none' && <div className={styles.gap}><Part amount={amount} change={patch => set({ ...amount, ...patch })} /></div>}
      {fault && <FieldFault>{fault.message[language]}</FieldFault>}
      <Clash
        place={place}
        tell={theirs => { const read = amountShape.safeParse(theirs); return read.success ? amountSentence(read.data, language) : '' }}
      />
      {amount.kind !== 'none' && !whole.success && <p className={`${styles.gap} second`}>{t('amount.kept')}</p>}
    </>
  )
}

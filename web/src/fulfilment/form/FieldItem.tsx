import { sourceText } from '@qinqing/domain/language/bureaus'
import type { Field, ReadField } from '@qinqing/domain/language/form'
import { lazy, memo, type ReactNode, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Facts, FormRow } from '../../kit/FormRow.tsx'
import { boxes } from './boxes.tsx'
import { ClauseLink } from './ClauseLink.tsx'
import { type Typing, useForm, useTyping } from './drafting.tsx'
import { FileField } from './FileField.tsx'
import { Changed } from './Changed.tsx'
import styles from './form.module.css'
import { useShown } from './Judging.tsx'
import { fieldPlace } from './places.ts'
import { isDependent, readField, settled } from './reading.ts'

interface PartProps {
  field: Field
  read: ReadField
  typing: Typing
}

/** A field as it is now. Typing in one draws no other but those that depend on it. */
export const FieldItem = memo(function FieldItem({ field }: { field: Field }) {
  return isDependent(field) ? <Dependent field={field} /> : <Single field={field} />
})

/** There, required or worked out by what stands in other fields, a moment after it was typed there. */
function Dependent({ field }: { field: Field }) {
  const now = useShown(field.id)
  const required = now?.required ?? false
  const alone = useMemo(() => settled(field, required), [field, required])
  if (!now) return null
  return field.formula ? <Computed read={now} /> : <Single field={alone} />
}

function Computed({ read }: { read: ReadField }) {
  const { insists, lang } = useForm()
  const { t } = useTranslation('form')
  return (
    <div id={fieldPlace(read.id)} className={styles.known} tabIndex={-1}>
      <Facts facts={[{
        id: read.id, label: read.label[lang], value: read.display || <span className="second">{t('computed.wait')}</span>,
        source: read.display ? { name: t('computed.by') } : undefined, note: insists && read.fault ? read.fault.message[lang] : read.hint?.[lang],
      }]}
      />
    </div>
  )
}

/** Known and quiet, or open to be filled in. */
const Single = memo(function Single({ field }: { field: Field }) {
  const { facts, lang } = useForm()
  const typing = useTyping(field.id)
  const { value } = typing
  const read = useMemo(() => readField(field, value, facts, lang), [field, value, facts, lang])
  // While somebody writes an own value over a fact, a value that happens to equal it does not take the box away.
  const [own, setOwn] = useState(false)
  if (field.kind === 'file') return <FileField field={field} read={read} typing={typing} />
  if (read.origin === 'fact' && !own) return <Known field={field} read={read} typing={typing} onWrong={() => setOwn(true)} />
  return <Open field={field} read={read} typing={typing} own={own} onOwn={setOwn} />
})

function Known({ field, read, typing, onWrong }: PartProps & { onWrong: () => void }) {
  const { lang } = useForm()
  return (
    <div id={fieldPlace(field.id)} className={styles.known} tabIndex={-1}>
      <Facts facts={[{
        id: field.id, label: field.label[lang], value: read.display, onWrong,
        source: { name: sourceText(read.source ?? '', lang), at: read.asOf }, note: <Changed field={field} typing={typing} />,
      }]}
      />
    </div>
  )
}

/** After a field was left, what is wrong with it is said there; and at once when it came like that, or when somebody wants to submit. */
function useFault(read: ReadField, { edit }: Typing): { fault: ReactNode; onLeave: () => void } {
  const { insists, lang } = useForm()
  const [left, setLeft] = useState(() => read.origin === 'answer' && !edit)
  const { t } = useTranslation('form')
  const said = read.fault?.message[lang]
  const fault = edit?.refused?.[lang] ?? (left || insists ? said : undefined)
  return {
    fault: fault && <>{fault}{read.clause && <>{t('clause.before')}<ClauseLink clause={read.clause} />{t('clause.after')}</>}</>,
    onLeave: () => setLeft(true),
  }
}

const DisputeDialog = lazy(async () => ({ default: (await import('../../parts/DisputeDialog.tsx')).DisputeDialog }))

/** The source itself can be told, so that the fact is right the next time. */
function Tell({ fact }: { fact: string }) {
  const { enterprise, facts, disputes, lang } = useForm()
  const { t } = useTranslation('form')
  const [telling, setTelling] = useState(false)
  const known = facts[fact]
  if (!known) return null
  const source = sourceText(known.source, lang)
  if (Object.hasOwn(disputes, fact)) return <span>{t('own.told', { source })}</span>
  return (
    <>
      <Button kind="bare" small onClick={() => setTelling(true)}>{t('own.tell', { source })}</Button>
      {telling && <Suspense><DisputeDialog enterprise={enterprise} fact={known} onClose={() => setTelling(false)} /></Suspense>}
    </>
  )
}

const usualLength = 2_000

function Open({ field, read, typing, own, onOwn }: PartProps & { own: boolean; onOwn: (own: boolean) => void }) {
  const { saver, facts, lang } = useForm()
  const { t } = useTranslation('form')
  const { fault, onLeave } = useFault(read, typing)
  const Box = boxes[field.kind as keyof typeof boxes]
  const { instead } = read
  const known = field.fact !== undefined && Object.hasOwn(facts, field.fact)
  // One begins with what is recorded, and changes it.
  const [begun, setBegun] = useState(typing.value !== null)
  const value = begun || read.origin !== 'fact' ? typing.value : read.value
  const warning = !fault && read.warning?.[lang]
  const back = () => {
    onOwn(false)
    setBegun(false)
    if (typing.value !== null) typing.type(null)
    typing.leave()
  }
  const help = [
    instead && (
      <span key="instead" className={styles.instead}>{t('own.instead', { source: sourceText(instead.source, lang), value: instead.display })}</span>
    ),
    (instead || own) && field.fact && <Tell key="tell" fact={field.fact} />,
    field.hint && <span key="hint">{field.hint[lang]}</span>,
    !fault && field.clause && <span key="clause">{t('clause.by')}<ClauseLink clause={field.clause} /></span>,
    warning && <span key="warning" className={styles.warning}>{warning}</span>,
  ].filter(Boolean)
  return (
    <div className={styles.item}>
      <FormRow
        id={fieldPlace(field.id)} label={field.label[lang]} optional={!field.required} fault={fault}
        hint={field.kind === 'money' ? t('box.yuan') : undefined}
        letters={field.kind === 'longtext' ? { used: typeof typing.value === 'string' ? typing.value.length : 0, most: field.max ?? usualLength } : undefined}
        help={help.length > 0 && <span className={styles.helps}>{help}</span>}
        action={known && <Button kind="bare" small onClick={back}>{t('own.back')}</Button>}
      >
        {tied => (
          <Box
            field={field} value={value} kept={read.fault?.code === 'unreadable' ? null : read.value} tied={tied} lang={lang}
            onType={next => { if (known) onOwn(true); setBegun(true); typing.type(next) }}
            onLeave={() => { onLeave(); typing.leave() }} onCompose={on => saver.compose(on)}
          />
        )}
      </FormRow>
      <Changed field={field} typing={typing} />
    </div>
  )
}

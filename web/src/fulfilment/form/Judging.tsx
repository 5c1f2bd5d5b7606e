import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type Answers, deriveForm, type FormDefinition, type ReadField, type Reading, read } from '@qinqing/domain/language/form'
import { createContext, type ReactNode, startTransition, use, useEffect, useMemo, useState } from 'react'
import { useNow } from '../../kit/now.ts'
import { answersOf } from './command.ts'
import { useForm } from './drafting.tsx'
import { type Held, shown as typedIn } from './edits.ts'
import { type Precheck, precheck } from './precheck.ts'
import { fieldsOf } from './reading.ts'
import type { Saver } from './saver.ts'

const pauseMs = 150

/** The whole form at one glance: a moment behind the fields, so that typing never waits for it. */
export interface Judged {
  document: ApplicationDocument
  form: FormDefinition
  answers: Answers
  reading: Reading
  /** The fields that are there now. */
  shown: ReadonlyMap<string, ReadField>
  check: Precheck
}

const Judgement = createContext<Judged | null>(null)

export function useJudged(): Judged {
  const judged = use(Judgement)
  if (!judged) throw new Error('There is no Judging above.')
  return judged
}

interface Props {
  document: ApplicationDocument
  /** Whether the policy in force still has the item; null while that is not known. */
  inForce: boolean | null
  already: boolean
  children: ReactNode
}

/** What is typed, once there is a pause: nobody waits for the whole form to be read while typing in one field. */
function useSettled(saver: Saver): Held {
  const [typed, setTyped] = useState(saver.state.held)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => startTransition(() => setTyped(saver.state.held))
    const hear = () => {
      clearTimeout(timer)
      timer = setTimeout(settle, pauseMs)
    }
    const stop = saver.subscribe(hear)
    settle()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [saver])
  return typed
}

/** Reads the form as the server will, with what is typed here. */
export function Judging({ document, inForce, already, children }: Props) {
  const { saver, facts, lang } = useForm()
  const { item } = document
  const typed = useSettled(saver)
  const minute = useNow().slice(0, 16)
  const form = useMemo(() => item.form ?? deriveForm(item), [item])
  const answers = useMemo(() => answersOf(typedIn(typed)), [typed])
  const reading = useMemo(() => read(form, answers, facts, lang), [form, answers, facts, lang])
  const check = useMemo(
    () => precheck({ item, reading, facts, now: `${minute}:00.000Z`, inForce, already }), [item, reading, facts, minute, inForce, already])
  const shown = useMemo(() => new Map(fieldsOf(reading).map(one => [one.id, one])), [reading])
  const judged = useMemo(() => ({ document, form, answers, reading, shown, check }), [document, form, answers, reading, shown, check])
  return <Judgement value={judged}>{children}</Judgement>
}

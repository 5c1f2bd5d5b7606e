import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type Answers, deriveForm, type FormDefinition, type ReadField, type Reading, read } from '@qinqing/domain/language/form'
import { createContext, type ReactNode, startTransition, use, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useNow } from '../../kit/now.ts'
import { answersOf } from './command.ts'
import { useForm } from './drafting.tsx'
import { type Held, shown as typedIn } from './edits.ts'
import { type Precheck, precheck } from './precheck.ts'
import { fieldsOf, isDependent } from './reading.ts'
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

/** A field that reads as before stays the same object, so that nobody draws it again. */
const steady = (before: Judged['shown'], came: Judged['shown']): Judged['shown'] => new Map([...came].map(([id, now]) => {
  const old = before.get(id)
  return [id, old && isDependent(old) && JSON.stringify(old) === JSON.stringify(now) ? old : now]
}))

/** What was judged last. Whoever shows something of it listens here: React would look for them in every field of the form, each time. */
class Judgement {
  now: Judged
  private readonly listeners = new Set<() => void>()

  constructor(first: Judged) {
    this.now = first
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  become(next: Judged): void {
    if (next === this.now) return
    this.now = { ...next, shown: steady(this.now.shown, next.shown) }
    for (const listener of this.listeners) listener()
  }
}

const Judgements = createContext<Judgement | null>(null)

function useJudgement(): Judgement {
  const judgement = use(Judgements)
  if (!judgement) throw new Error('There is no Judging above.')
  return judgement
}

export function useJudged(): Judged {
  const judgement = useJudgement()
  return useSyncExternalStore(judgement.subscribe, () => judgement.now)
}

/** One field as it is judged; undefined while a rule hides it. */
export function useShown(id: string): ReadField | undefined {
  const judgement = useJudgement()
  return useSyncExternalStore(judgement.subscribe, () => judgement.now.shown.get(id))
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
  const [judgement] = useState(() => new Judgement(judged))
  useLayoutEffect(() => judgement.become(judged), [judgement, judged])
  return <Judgements value={judgement}>{children}</Judgements>
}

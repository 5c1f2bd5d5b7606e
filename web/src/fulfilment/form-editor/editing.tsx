import { ask } from '@qinqing/api/client'
import type { Field, FormDefinition } from '@qinqing/domain/language/field'
import { deriveForm } from '@qinqing/domain/language/form'
import { formFaults } from '@qinqing/domain/language/form-faults'
import type { Item } from '@qinqing/domain/language/item'
import type { Located } from '@qinqing/domain/language/text'
import { type PolicyDraftDocument, policyMoves, policyRoles } from '@qinqing/domain/policy/policy/contract'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import { useSession } from '../../kit/session.tsx'
import { setField, type Spot, spotOf } from './drawing.ts'
import { type Drawing, type Drawn, FormSaver, type Remote } from './saver.ts'

export interface Editing {
  policy: PolicyDraftDocument
  item: Item
  /** The form as it is now: drawn, or as it follows from the item. */
  form: FormDefinition
  derived: FormDefinition
  drawn: boolean
  drawing: Drawing
  saver: FormSaver
  mayEdit: boolean
  faults: readonly Located[]
  /** What is chosen: the id of a part or a field, and where it is. */
  chosen: string | null
  spot: Spot | undefined
  choose: (id: string | null) => void
  draw: (form: FormDefinition, step?: boolean) => void
  /** The field that is chosen, changed. */
  change: (field: Field, step?: boolean) => void
  /** What was done last, as long as it can be taken back; null when there is nothing to say. */
  done: string | null
  tell: (what: string | null) => void
}

const Editings = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = use(Editings)
  if (!editing) throw new Error('There is no EditingProvider above.')
  return editing
}

const remoteOf = ({ items, revision, updatedBy, updatedAt }: PolicyDraftDocument, item: string): Remote =>
  ({ form: items.find(({ id }) => id === item)?.form ?? null, revision, by: updatedBy, at: updatedAt })

function useFormSaver(policy: PolicyDraftDocument, item: string): FormSaver {
  const [saver] = useState(() => new FormSaver({
    send: (form, basis) => ask('policy', policy.id, { type: 'PutForm', data: { item, form } }, { basis }),
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
  }, remoteOf(policy, item)))
  useEffect(() => saver.receive(remoteOf(policy, item)), [saver, policy, item])
  useEffect(() => () => saver.stop(), [saver])
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => { if (!saver.isSaved) event.preventDefault() }
    window.addEventListener('beforeunload', leave)
    return () => window.removeEventListener('beforeunload', leave)
  }, [saver])
  return saver
}

/** Holds a form while it is edited; what is typed is kept by itself. */
export function EditingProvider({ policy, item, children }: { policy: PolicyDraftDocument; item: Item; children: ReactNode }) {
  const saver = useFormSaver(policy, item.id)
  const drawing = useSyncExternalStore(saver.watch, saver.snapshot)
  const [query, setQuery] = useSearchParams()
  const chosen = query.get('at')
  const [done, tell] = useState<string | null>(null)
  const { viewer } = useSession()
  const { conditions, materials, amount } = item
  const derived = useMemo(() => deriveForm({ conditions, materials, amount }), [conditions, materials, amount])
  const form = drawing.form ?? derived
  const faults = useMemo(() => formFaults(form), [form])
  const spot = useMemo(() => spotOf(form, chosen), [form, chosen])
  const choose = useCallback((id: string | null) => setQuery(id ? { at: id } : {}, { replace: true }), [setQuery])
  const draw = useCallback((next: FormDefinition, step = true) => saver.draw({ ...next, version: 1, drawn: true } satisfies Drawn, step), [saver])
  const mayEdit = policyMoves[policy.status].includes('PutForm') && policyRoles.PutForm.some(role => viewer.roles.includes(role))
  const editing = useMemo((): Editing => ({
    policy, item, form, derived, drawn: drawing.form !== null, drawing, saver, mayEdit, faults, chosen, spot, choose, done, tell,
    draw(next, step) {
      tell(null)
      draw(next, step)
    },
    change(field, step) {
      if (spot) draw(setField(form, spot, field), step)
    },
  }), [policy, item, form, derived, drawing, saver, mayEdit, faults, chosen, spot, choose, done, draw])
  return <Editings value={editing}>{children}</Editings>
}

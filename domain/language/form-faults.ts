import type { Field, FormDefinition } from './field.ts'
import { noFact, predicate } from './predicates.ts'
import { type Fault, type Located, say } from './text.ts'

const chosen = ['choice', 'choices']

const checks: ((of: Field) => Fault | false)[] = [
  ({ label }) => !label.zh.trim() && { code: 'no-label', message: say('请填写这一项的名称', 'Give this field a name') },
  ({ kind, choices }) => chosen.includes(kind) && !choices?.length
    && { code: 'no-choices', message: say('请填写可选的内容', 'Say what can be chosen') },
  ({ fact }) => fact !== undefined && !predicate(fact)
    && { code: 'unknown-fact', message: noFact(fact) },
  ({ fact, kind }) => fact !== undefined && predicate(fact) !== undefined && predicate(fact)?.kind !== kind
    && { code: 'fact-does-not-fit', message: say('带出的数据和这一项的类型不同', 'The fact is of another kind than the field') },
  ({ min, max }) => min !== undefined && max !== undefined && min > max
    && { code: 'min-above-max', message: say('最小值比最大值大，请改一个', 'The least is more than the most') },
]

/** What is wrong with a form that somebody drew. */
export function formFaults(form: FormDefinition): Located[] {
  const seen = new Set<string>()
  return form.sections.flatMap(({ fields }, section) => fields.flatMap((of, index) => {
    const path = `sections.${section}.fields.${index}`
    const again = seen.has(of.id)
    seen.add(of.id)
    const found: (Fault | false)[] = [
      again && { code: 'id-twice', message: say('这一项的编号已用过，请换一个', 'This field repeats the id of another') },
      ...checks.map(check => check(of)),
    ]
    return found.flatMap(fault => (fault ? [{ ...fault, path }] : []))
  }))
}

import type { Amount } from './amount.ts'
import type { Condition } from './condition.ts'
import type { Field, FormDefinition, Section } from './field.ts'
import type { Material } from './material.ts'
import { type Predicate, predicate } from './predicates.ts'
import { say } from './text.ts'

const factField = (key: string, of: Predicate, clause: string | undefined): Field => ({
  id: `fact.${key}`, label: of.label, kind: of.kind, required: true, fact: key,
  ...(of.negative ? { min: -Number.MAX_SAFE_INTEGER } : {}),
  ...(of.unit ? { unit: of.unit } : {}), ...(of.choices ? { choices: of.choices } : {}), ...(clause ? { clause } : {}),
})

function enterprise(conditions: Condition[], amount: Amount): Field[] {
  const asked = new Set([...conditions.map(({ fact }) => fact), ...('fact' in amount ? [amount.fact] : [])])
  return [...asked].flatMap(key => {
    const of = predicate(key)
    return of ? [factField(key, of, conditions.find(({ fact }) => fact === key)?.clause.ref)] : []
  })
}

const contact: Field[] = [
  { id: 'contact.name', label: say('联系人姓名', 'Name of contact'), kind: 'text', required: true, max: 40, personal: true, fact: 'contactName' },
  {
    id: 'contact.phone', label: say('联系电话', 'Phone of contact'), kind: 'phone', required: true, personal: true, fact: 'contactPhone',
    hint: say('补正和办理结果会通知到这里', 'Corrections and the decision are announced here'),
  },
]

const payee: Field[] = [
  {
    id: 'payee.name', label: say('户名', 'Account holder'), kind: 'text', required: true, max: 100, fact: 'accountHolder',
    hint: say('要和企业名称一致', 'The same as the name of the enterprise'),
  },
  { id: 'payee.bank', label: say('开户银行', 'Bank'), kind: 'text', required: true, max: 100, fact: 'accountBank' },
  { id: 'payee.account', label: say('账号', 'Account number'), kind: 'bankAccount', required: true, personal: true, fact: 'accountNumber' },
]

const paper = ({ id, name, required, note }: Material): Field => ({
  id: `material.${id}`, label: say(name, name), kind: 'file', required,
  hint: note ? say(note, note) : say('盖章后拍照或扫描', 'A photo or scan of the stamped paper'),
})

const declaration: Field = {
  id: 'declaration.truth', kind: 'declaration', required: true,
  label: say('以上内容和材料真实有效，如有不实，退回资金并承担责任', 'All of this is true; otherwise we return the money and answer for it'),
}

interface Needs {
  conditions: Condition[]
  materials: Material[]
  amount: Amount
}

/** The form that an item needs when nobody has drawn one for it. */
export function deriveForm({ conditions, materials, amount }: Needs): FormDefinition {
  const sections: Section[] = [
    { id: 'enterprise', title: say('企业信息', 'Enterprise'), fields: enterprise(conditions, amount) },
    { id: 'contact', title: say('联系人', 'Contact'), fields: contact },
    { id: 'payee', title: say('收款账户', 'Account for payment'), fields: amount.kind === 'none' ? [] : payee },
    { id: 'materials', title: say('材料', 'Materials'), fields: materials.map(paper) },
    { id: 'declaration', title: say('承诺', 'Declaration'), fields: [declaration] },
  ]
  return { version: 1, sections: sections.filter(({ fields }) => fields.length > 0) }
}

import '../../kit/theme.css'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type Field, type FieldKind, type FormDefinition } from '@qinqing/domain/language/form'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { CheckNotice } from './CheckNotice.tsx'
import { type Form, FormProvider } from './drafting.tsx'
import form from './form.module.css'
import { Judging } from './Judging.tsx'
import { Parts } from './Parts.tsx'
import { Rail } from './Rail.tsx'
import { partsOf } from './reading.ts'
import { Saver } from './saver.ts'
import { Ground } from '../../kit/Ground.tsx'
import { learn, speak } from '../../kit/i18n.ts'
import { wearMode } from '../../kit/mode.ts'
import { followClock } from '../../kit/now.ts'
import { Surface } from '../../kit/Section.tsx'

const kinds: FieldKind[] = [
  'text', 'longtext', 'number', 'money', 'percent', 'date', 'choice', 'choices', 'flag', 'phone', 'creditCode', 'bankAccount', 'region', 'number', 'file',
  'text', 'number', 'money', 'text', 'date', 'table', 'flag', 'text', 'money', 'number', 'longtext', 'percent', 'money', 'text', 'text',
]
const choices = ['甲', '乙', '丙'].map((name, at) => ({ value: String(at), label: { zh: `示例${name}类`, en: `Example ${at + 1}` } }))

const columns = [
  { id: 'what', label: { zh: '名称', en: 'Name' }, kind: 'text' as const, required: true },
  { id: 'sum', label: { zh: '金额', en: 'Sum' }, kind: 'money' as const, required: true, sum: true },
]

/** What makes fields depend on others: the first flag, a sum of the table, a sum of sums. */
const dependent = (part: number, at: number): Partial<Field> => {
  if (at === 22) return { showWhen: { all: true, tests: [{ field: `p${part}.21`, asks: 'yes' }] } }
  if (at === 23) return { required: false, formula: { op: 'sum', of: [{ table: `p${part}.20`, column: 'sum' }] } }
  if (at === 27) return { required: false, formula: { op: 'sum', of: [{ field: `p${part}.3` }, { field: `p${part}.23` }] } }
  return at === 28 ? { required: false, requiredWhen: { all: true, tests: [{ field: `p${part}.0`, asks: 'filled' }] } } : {}
}

const field = (part: number, at: number): Field => {
  const kind = kinds[at % kinds.length]!
  return {
    id: `p${part}.${at}`, kind, required: at % 3 !== 2, label: { zh: `示例项目 ${part + 1}-${at + 1}`, en: `Example ${part + 1}-${at + 1}` },
    hint: { zh: '照证件填写', en: 'As on the certificate' }, clause: '第三条', ...(kind === 'choice' || kind === 'choices' ? { choices } : {}),
    ...(kind === 'table' ? { columns } : {}), ...dependent(part, at),
  }
}

const definition: FormDefinition = {
  version: 1,
  sections: Array.from({ length: 10 }, (_, part) => ({
    id: `p${part}`, title: { zh: `第 ${part + 1} 部分`, en: `Part ${part + 1}` }, fields: Array.from({ length: 30 }, (__, at) => field(part, at)),
  })),
}

const item: ApplicationDocument['item'] = {
  id: 'long', title: '示例长表', lane: 'instant', limit: { days: 10, unit: 'working' }, office: 'o', officeName: '示例局', phone: '0772-0000000', conditions: [], materials: [],
  amount: { kind: 'none' }, form: definition,
}

const document = { id: 'long', item, policy: 'p', officeName: '示例局' } as ApplicationDocument
const holder = { name: '柳州示例汽配有限公司', creditCode: '914502000000000000' }
const none = {}

/** Three hundred fields of every kind: whoever types in one must not wait for the others. No part of a release. */
function LongForm() {
  const [saver] = useState(() => new Saver({
    send: async () => ({ how: 'kept' }), keeper: { load: () => none, keep: () => undefined, forget: () => undefined }, now: () => '2026-11-23T02:32:08.000Z',
    later(run, after) {
      const timer = setTimeout(run, after)
      return () => clearTimeout(timer)
    },
  }))
  const shared = useMemo((): Form => ({
    application: 'long', enterprise: 'e', policy: 'p', item: 'long', saver, facts: none, disputes: none, lang: 'zh', insists: false,
  }), [saver])
  const parts = useMemo(() => partsOf(definition), [])
  return (
    <Ground density="portal">
      <FormProvider value={shared}>
        <Judging document={document} inForce already={false}>
          <div className={`wrap ${form.page}`}>
            <Rail now="p0" />
            <Surface className={form.sheet}>
              <Parts parts={parts} holder={holder} />
              <div className={form.check}><CheckNotice other={null} /></div>
            </Surface>
          </div>
        </Judging>
      </FormProvider>
    </Ground>
  )
}

wearMode('light')
followClock('2026-11-23T02:32:08.000Z')
await speak('zh')
await learn(['form'])

const root = globalThis.document.getElementById('root')
if (root) createRoot(root).render(<RouterProvider router={createMemoryRouter([{ path: '*', Component: LongForm }])} />)

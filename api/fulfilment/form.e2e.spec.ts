import { type Answers, deriveForm, type Field, type FormDefinition, read } from '@qinqing/domain/language/form'
import { say } from '@qinqing/domain/language/text'
import { realWorld } from '../kernel/world.ts'
import { documentOf, found, plainAnswers, plainItem, publish, settle, type Town, town, Visit } from '../spec.ts'

let it_: Town
let editor: Visit

const people = 50
const firms = Array.from({ length: people }, (_, n) => `f${n}`)
const agents: Visit[] = []

beforeAll(async () => {
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await settle(it_, 'editor', { posts: [{ office: 'labour', roles: ['editor'] }] })
  editor = await new Visit(it_.url).signIn('editor')
  await Promise.all(firms.map(firm => found(it_, firm, { employees: 86 })))
  await Promise.all([0, 1].map(n => settle(it_, `agent${n}`, { enterprises: firms.filter((_, at) => at % 2 === n) })))
  for (const n of [0, 1]) agents.push(await new Visit(it_.url).signIn(`agent${n}`))
}, 60_000)
afterAll(() => it_.end())

const derived = deriveForm(plainItem('labour'))

/** The form with another question in front: a version that no draft of the one before could complete. */
const asking = (...fields: Field[]): FormDefinition => ({ version: 1, drawn: true, sections: [{ id: 'more', title: say('补充', 'More'), fields }, ...derived.sections] })
const question = (n: number): Field => ({ id: `more.${n}`, label: say(`补充说明 ${n}`, `More ${n}`), kind: 'text', required: true })

const put = (form: FormDefinition | null) => editor.ask('policy', 'jobs', 'PutForm', { item: 'item', form })
const fine = ({ status, body }: { status: number; body: unknown }) => (status === 200 ? [] : [JSON.stringify(body)])

test('fifty drafts are finished on the version they were begun with, while the form is changed under them', async () => {
  const cases = firms.map((firm, n) => ({ id: realWorld.ids.fresh(), firm, who: agents[n % 2]! }))
  const start = await Promise.all(cases.map(({ id, firm, who }) => who.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise: firm })))
  expect(start.flatMap(fine)).toEqual([])
  const changing = (async () => {
    for (const n of [1, 2, 3]) {
      const changed = await put(asking(...Array.from({ length: n }, (_, at) => question(at))))
      const published = await editor.ask('policy', 'jobs', 'PublishPolicy', { why: `第 ${n} 次改表单` })
      expect([changed, published].flatMap(fine)).toEqual([])
    }
  })()
  const ends = await Promise.all(cases.map(async ({ id, who }) => {
    const half = await who.ask('application', id, 'PatchAnswers', { patch: { 'contact.name': '示例联系人' } })
    const rest = await who.ask('application', id, 'PatchAnswers', { patch: plainAnswers })
    return [half, rest, await who.ask('application', id, 'SubmitApplication', {})].flatMap(fine)
  }))
  await changing
  expect(ends.flat()).toEqual([])
  const documents = await Promise.all(cases.map(({ id, who }) => documentOf(who, 'applications', id)))
  expect(documents.filter(({ status }) => status !== 'submitted')).toEqual([])
  expect(new Set(documents.map(({ item }) => (item as { form: FormDefinition }).form.version))).toEqual(new Set([1]))

  // Whoever begins now gets the new one, and is held to it.
  await found(it_, 'late', { employees: 86 })
  await settle(it_, 'later', { enterprises: ['late'] })
  const later = await new Visit(it_.url).signIn('later')
  const id = realWorld.ids.fresh()
  await later.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise: 'late' })
  await later.ask('application', id, 'PatchAnswers', { patch: plainAnswers })
  const refused = await later.ask('application', id, 'SubmitApplication', {})
  expect(refused).toMatchObject({ status: 409, body: { code: 'application/incomplete' } })
  expect((refused.body.details as { field: string }[]).map(({ field }) => field)).toEqual(['more.0', 'more.1', 'more.2'])
}, 60_000)

const rules: FormDefinition = asking(
  { id: 'loan', label: say('用了贷款', 'Loan'), kind: 'flag', required: true },
  { id: 'bank', label: say('贷款银行', 'Bank'), kind: 'text', required: true, max: 4, showWhen: { all: true, tests: [{ field: 'loan', asks: 'yes' }] } },
  { id: 'where', label: say('地点', 'Place'), kind: 'region', required: false, requiredWhen: { all: true, tests: [{ field: 'loan', asks: 'no' }] } },
  {
    id: 'rows', label: say('清单', 'List'), kind: 'table', required: true, max: 2, columns: [
      { id: 'n', label: say('数量', 'Number'), kind: 'number', required: true }, { id: 'price', label: say('单价', 'Price'), kind: 'money', required: true },
      { id: 'sum', label: say('金额', 'Sum'), kind: 'money', required: false, sum: true, product: ['n', 'price'] },
    ],
  },
  { id: 'all', label: say('总额', 'All'), kind: 'money', required: false, max: 100_000, formula: { op: 'sum', of: [{ table: 'rows', column: 'sum' }] } },
)

const samples: Answers[] = [
  {}, { loan: true }, { loan: true, bank: '示例' }, { loan: true, bank: '示例银行分行' }, { loan: false, bank: '写过的' }, { loan: false, where: '450203' }, { loan: false, where: '450200' },
  { loan: true, bank: '示例', rows: [{ n: '2', price: '10' }] }, { loan: false, where: '440000', rows: [{ n: '2', price: '1,000' }] },
  { loan: true, bank: '示例', rows: [{ n: '二', price: '10' }] }, { loan: true, bank: '示例', rows: [{ price: '10' }] },
  { loan: true, bank: '示例', rows: [{ n: 1, price: 1 }, { n: 1, price: 1 }, { n: 1, price: 1 }] },
  { loan: true, bank: '示例', rows: [{ n: '9007199254740991', price: '99999999' }] },
]

test('the server judges as the browser does, by the same rules', async () => {
  expect(fine(await put(rules))).toEqual([])
  expect(fine(await editor.ask('policy', 'jobs', 'PublishPolicy', { why: '加上条件和算式' }))).toEqual([])
  const [who] = agents as [Visit]
  await found(it_, 'judged', { employees: 86 })
  await settle(it_, 'judge', { enterprises: ['judged'] })
  const own = await new Visit(it_.url).signIn('judge')
  for (const answers of samples) {
    const id = realWorld.ids.fresh()
    await own.ask('application', id, 'StartApplication', { policy: 'jobs', item: 'item', enterprise: 'judged' })
    const all = { ...plainAnswers, ...answers }
    expect(fine(await own.ask('application', id, 'PatchAnswers', { patch: all }))).toEqual([])
    const { item } = await documentOf(own, 'applications', id) as unknown as { item: { form: FormDefinition } }
    const facts = { employees: { predicate: 'employees', value: 86, source: '市场监管局', validFrom: '2025-01-01', receivedAt: '2025-01-01T00:00:00.000Z' } }
    const here = read(item.form, all, facts, 'zh')
    const { status, body } = await own.ask('application', id, 'SubmitApplication', {})
    expect([answers, status, status === 200 ? [] : body.details]).toEqual([answers, here.complete ? 200 : 409, here.faults])
    if (here.complete) {
      expect(Object.keys((await documentOf(own, 'applications', id)).answers as object)).not.toContain(answers.loan ? 'where' : 'bank')
      await own.ask('application', id, 'WithdrawApplication', { reason: '再试一次' })
    }
  }
  expect(fine(await who.ask('application', realWorld.ids.fresh(), 'StartApplication', { policy: 'jobs', item: 'item', enterprise: 'f0' }))).toEqual([])
}, 60_000)

test.each([
  ['a program instead of a formula', { op: 'eval', of: [{ field: 'constructor' }] }], ['a formula without end', { op: 'sum', of: Array.from({ length: 11 }, () => ({ number: 1 })) }],
  ['text where a number belongs', { op: 'sum', of: [{ number: '1; process.exit()' }] }], ['a field that no form can have', { op: 'sum', of: [{ field: '__proto__' }] }],
])('no form keeps %s', async (_, formula) => {
  const form = asking({ ...question(1), kind: 'number', formula: formula as never })
  expect(await put(form)).toMatchObject({ status: 400, body: { code: 'malformed' } })
})

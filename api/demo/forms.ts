import { deriveForm } from '@qinqing/domain/language/form'
import type { Field, FormDefinition, Section } from '@qinqing/domain/language/field'
import type { Item } from '@qinqing/domain/language/item'
import { say } from '@qinqing/domain/language/text'

const yes = (field: string): Field['showWhen'] => ({ all: true, tests: [{ field, asks: 'yes' }] })

/** What the renewal is about: the machines one by one, added up, and a loan that is asked about only by those who took one. */
const machines: Section = {
  id: 'project', title: say('改造项目', 'The project'), fields: [
    { id: 'project.name', label: say('项目名称', 'Name of the project'), kind: 'text', required: true, max: 60, clause: '第四条' },
    { id: 'project.place', label: say('项目所在地', 'Place of the project'), kind: 'region', required: true, hint: say('选到县、市或区', 'Down to the county or district') },
    { id: 'project.from', label: say('开工日期', 'Begun on'), kind: 'date', required: true },
    { id: 'project.to', label: say('完工日期', 'Completed on'), kind: 'date', required: true },
    {
      id: 'project.days', label: say('工期', 'Duration'), kind: 'number', required: false, unit: say('天', 'days'),
      formula: { op: 'days', of: [{ field: 'project.from' }, { field: 'project.to' }] },
    },
    {
      id: 'project.machines', label: say('设备清单', 'Machines'), kind: 'table', required: true, min: 1, max: 50, clause: '第四条',
      hint: say('一台一行，或同型号一行', 'One row a machine, or one row a model'),
      columns: [
        { id: 'name', label: say('设备名称', 'Machine'), kind: 'text', required: true },
        { id: 'count', label: say('数量', 'Number'), kind: 'number', required: true, unit: say('台', 'pcs') },
        { id: 'price', label: say('不含税单价', 'Price without tax'), kind: 'money', required: true },
        { id: 'sum', label: say('金额', 'Sum'), kind: 'money', required: false, sum: true, product: ['count', 'price'] },
      ],
    },
    {
      id: 'project.total', label: say('设备总额', 'All machines'), kind: 'money', required: false,
      formula: { op: 'sum', of: [{ table: 'project.machines', column: 'sum' }] },
    },
    { id: 'project.loan', label: say('是否用了贷款', 'By a loan'), kind: 'flag', required: true },
    { id: 'project.bank', label: say('贷款银行', 'Bank of the loan'), kind: 'text', required: true, showWhen: yes('project.loan') },
    { id: 'project.credit', label: say('贷款金额', 'Sum of the loan'), kind: 'money', required: true, showWhen: yes('project.loan') },
  ],
}

const joint: Field['showWhen'] = { all: false, tests: [{ field: 'research.how', asks: 'includes', value: 'joint' }, { field: 'research.how', asks: 'includes', value: 'ordered' }] }

/** What was researched, project by project; a partner is asked about only where there is one. */
const research: Section = {
  id: 'research', title: say('研发项目', 'Research'), fields: [
    {
      id: 'research.how', label: say('研发方式', 'How'), kind: 'choices', required: true,
      choices: [
        { value: 'own', label: say('自主研发', 'by ourselves') }, { value: 'joint', label: say('合作研发', 'with a partner') },
        { value: 'ordered', label: say('委托研发', 'by order') },
      ],
    },
    { id: 'research.partner', label: say('合作或受托单位', 'Partner'), kind: 'text', required: true, showWhen: joint },
    { id: 'research.code', label: say('合作单位信用代码', 'Credit code of the partner'), kind: 'creditCode', required: false, showWhen: joint },
    {
      id: 'research.projects', label: say('项目明细', 'Projects'), kind: 'table', required: true, min: 1, max: 30, clause: '第四条',
      columns: [
        { id: 'name', label: say('项目名称', 'Project'), kind: 'text', required: true },
        { id: 'from', label: say('立项日期', 'Begun on'), kind: 'date', required: true },
        { id: 'cost', label: say('上年研发费用', 'Cost of last year'), kind: 'money', required: true, sum: true },
      ],
    },
    {
      id: 'research.total', label: say('研发费用合计', 'All costs'), kind: 'money', required: false,
      formula: { op: 'sum', of: [{ table: 'research.projects', column: 'cost' }] },
    },
    {
      id: 'research.share', label: say('占上年营业收入', 'Share of revenue'), kind: 'percent', required: false,
      formula: { op: 'share', of: [{ field: 'research.total' }, { field: 'research.revenue' }] },
    },
    { id: 'research.revenue', label: say('上年营业收入', 'Revenue of last year'), kind: 'money', required: true, fact: 'lastYearRevenue' },
    { id: 'research.summary', label: say('主要成果', 'Results'), kind: 'longtext', required: true, max: 500 },
  ],
}

const parts: Readonly<Record<string, Section>> = { equipment: machines, research }

/** The items whose form an official of the demo has drawn: a part of its own before the contact. */
export function drawnForm(item: Item): Item {
  const part = parts[item.id]
  if (!part) return item
  const { sections } = deriveForm(item)
  const form: FormDefinition = { version: 1, drawn: true, sections: sections.toSpliced(1, 0, part) }
  return { ...item, form }
}

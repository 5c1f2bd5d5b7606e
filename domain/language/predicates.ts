import { bureaus } from './bureaus.ts'
import { brief, say, type Text } from './text.ts'

export type FactKind = 'number' | 'money' | 'percent' | 'text' | 'flag' | 'date' | 'choice' | 'choices'

export interface Choice {
  value: string
  label: Text
}

/** What can be known of an enterprise. Numbers are whole, money is in 分, a percentage in hundredths of a percent. */
export interface Predicate {
  label: Text
  kind: FactKind
  authority: Text
  /** Whether an enterprise can bring about another value within reason. */
  changeable: boolean
  /** What to do about it: how to change it, or whom to ask when it cannot be changed. */
  advice: Text
  unit?: Text
  /** Whether it may lie below nought. */
  negative?: boolean
  choices?: Choice[]
  /** How yes and no are said of a flag. */
  said?: { yes: Text; no: Text }
  /** A percentage of one sum in another, so that what is missing can be told in money. */
  share?: { part: string; whole: string }
}

const choice = (value: string, zh: string, en: string): Choice => ({ value, label: say(zh, en) })
const { market, tax, statistics, labour, industry, science, commerce, finance, credit, patents, ecology, housing } = bureaus

const people = say('人', 'people')
const items = say('项', 'items')
const wrong = (bureau: Text) => say(`如果登记有误，请联系${bureau.zh}更正`, `If the record is wrong, ask the ${bureau.en} to correct it`)
const award = (zh: string, en: string) => ({ yes: say(`是${zh}`, `is ${en}`), no: say(`不是${zh}`, `is not ${en}`) })
const fixed = (bureau: Text) => ({ authority: bureau, changeable: false, advice: wrong(bureau) })
const open = (bureau: Text, zh: string, en: string) => ({ authority: bureau, changeable: true, advice: say(zh, en) })

const table = {
  registrationStatus: {
    label: say('登记状态', 'Registration status'), kind: 'choice', ...fixed(market),
    choices: [choice('active', '存续', 'active'), choice('suspended', '停业', 'suspended'), choice('revoked', '吊销', 'revoked'),
      choice('cancelled', '注销', 'cancelled')],
  },
  registrationPlace: {
    label: say('登记地', 'Place of registration'), kind: 'choice', ...fixed(market),
    choices: [choice('450202', '城中区', 'Chengzhong'), choice('450203', '鱼峰区', 'Yufeng'), choice('450204', '柳南区', 'Liunan'),
      choice('450205', '柳北区', 'Liubei'), choice('450206', '柳江区', 'Liujiang'), choice('450222', '柳城县', 'Liucheng'),
      choice('450223', '鹿寨县', 'Luzhai'), choice('450224', '融安县', "Rong'an"), choice('450225', '融水苗族自治县', 'Rongshui'),
      choice('450226', '三江侗族自治县', 'Sanjiang'), choice('elsewhere', '柳州市以外', 'outside Liuzhou')],
  },
  legalRepresentative: { label: say('法定代表人', 'Legal representative'), kind: 'text', ...fixed(market) },
  foundedOn: { label: say('成立日期', 'Date of founding'), kind: 'date', ...fixed(market) },
  industrySector: {
    label: say('行业', 'Industry'), kind: 'choice', ...fixed(statistics),
    choices: [choice('automotive', '汽车制造业', 'automotive'), choice('machinery', '机械制造业', 'machinery'), choice('steel', '钢铁冶金业', 'steel'),
      choice('chemical', '化工及医药制造业', 'chemicals and pharmaceuticals'), choice('electronics', '电子信息制造业', 'electronics'),
      choice('food', '食品加工业', 'food'), choice('software', '软件和信息服务业', 'software'), choice('logistics', '交通运输和物流业', 'logistics'),
      choice('construction', '建筑业', 'construction'), choice('trade', '批发和零售业', 'trade'), choice('services', '其他服务业', 'other services'),
      choice('farming', '农林牧渔业', 'farming')],
  },
  enterpriseScale: {
    label: say('企业规模', 'Size of enterprise'), kind: 'choice', ...fixed(statistics),
    choices: [choice('large', '大型企业', 'large'), choice('medium', '中型企业', 'medium'), choice('small', '小型企业', 'small'),
      choice('micro', '微型企业', 'micro')],
  },
  registeredCapital: {
    label: say('注册资本', 'Registered capital'), kind: 'money',
    ...open(market, '向市场监管局办理增资变更登记', 'Register an increase of capital with the Market Regulation Bureau'),
  },
  lastYearRevenue: { label: say('上年营业收入', 'Revenue of last year'), kind: 'money', ...fixed(tax) },
  revenueGrowth: {
    label: say('今年营业收入增长', 'Growth of revenue this year'), kind: 'percent', negative: true,
    ...open(tax, '按期申报收入，增长以税务局数据为准', 'Declare revenue on time; the figures of the Tax Bureau count'),
  },
  lastYearResearchCost: {
    label: say('上年研发费用', 'Research cost of last year'), kind: 'money',
    ...open(tax, '把研发支出单独归集入账，在汇算清缴时申报加计扣除', 'Book research cost separately and declare it in the annual settlement'),
  },
  researchShare: {
    label: say('研发费用占比', 'Research cost in revenue'), kind: 'percent', share: { part: 'lastYearResearchCost', whole: 'lastYearRevenue' },
    ...open(tax, '研发支出入账并申报后再算一次', 'Book and declare your research cost, then look again'),
  },
  lastYearTax: { label: say('上年纳税额', 'Tax paid last year'), kind: 'money', ...fixed(tax) },
  taxGrade: {
    label: say('纳税信用等级', 'Tax credit grade'), kind: 'choice',
    ...open(tax, '补报漏报后向税务局申请信用修复', 'File what is missing, then ask the Tax Bureau to restore your grade'),
    choices: ['A', 'B', 'M', 'C', 'D'].map(grade => choice(grade, `${grade} 级`, `grade ${grade}`)),
  },
  employees: {
    label: say('从业人数', 'Employees'), kind: 'number', unit: people,
    ...open(labour, '新招员工后办理用工备案', 'Register new employees with the Human Resources Bureau'),
  },
  insured: {
    label: say('参保人数', 'Employees insured'), kind: 'number', unit: people,
    ...open(labour, '为员工缴纳社会保险，次月更新', 'Insure your employees; the figure follows next month'),
  },
  newJobs: {
    label: say('本年新增就业人数', 'New jobs this year'), kind: 'number', unit: people,
    ...open(labour, '与新员工签订劳动合同并参保', 'Sign contracts with new employees and insure them'),
  },
  layoffRate: {
    label: say('上年裁员率', 'Layoffs last year'), kind: 'percent', ...fixed(labour),
  },
  seriousDishonesty: {
    label: say('近两年严重失信记录数', 'Records of serious dishonesty in two years'), kind: 'number', unit: say('条', 'records'), ...fixed(credit),
  },
  ecologyPenalties: {
    label: say('近一年环保处罚数', 'Environmental penalties in a year'), kind: 'number', unit: say('次', 'times'), ...fixed(ecology),
  },
  highTech: {
    label: say('高新技术企业', 'High-tech enterprise'), kind: 'flag', said: award('高新技术企业', 'a high-tech enterprise'),
    ...open(science, '向科技局申请高新技术企业认定，一般每年三批', 'Apply to the Science Bureau; there are usually three rounds a year'),
  },
  technologySme: {
    label: say('科技型中小企业', 'Technology SME'), kind: 'flag', said: award('科技型中小企业', 'a technology SME'),
    ...open(science, '在科技型中小企业信息服务平台自评入库', 'Enter the register of technology SMEs by self-assessment'),
  },
  specialised: {
    label: say('专精特新企业', 'Specialised and sophisticated SME'), kind: 'flag', said: award('专精特新企业', 'a specialised and sophisticated SME'),
    ...open(industry, '向工信局申请专精特新中小企业认定', 'Apply to the Industry Bureau for recognition'),
  },
  aboveScale: {
    label: say('规模以上工业企业', 'Industrial enterprise above designated size'), kind: 'flag',
    said: award('规模以上工业企业', 'an industrial enterprise above designated size'),
    ...open(statistics, '年主营业务收入达到 2,000 万元后，向统计局申请入库', 'Ask the Statistics Bureau once yearly revenue reaches ¥20,000,000'),
  },
  firstAboveScale: {
    label: say('本年首次升规', 'First above designated size this year'), kind: 'flag',
    said: {
      yes: say('本年首次升规', 'came above designated size for the first time this year'),
      no: say('本年没有首次升规', 'did not come above designated size this year'),
    },
    ...open(statistics, '达到标准后在本年内申请入库', 'Ask for entry within the year in which you reach the size'),
  },
  greenFactory: {
    label: say('绿色工厂', 'Green factory'), kind: 'flag', said: award('绿色工厂', 'a green factory'),
    ...open(industry, '请第三方机构评价后向工信局申报绿色工厂', 'Have a third party assess you, then apply to the Industry Bureau'),
  },
  certificates: {
    label: say('管理体系认证', 'Management certificates'), kind: 'choices',
    ...open(market, '找认证机构办理，一般要 40 个工作日', 'Ask a certification body; it usually takes 40 working days'),
    choices: [choice('quality', '质量管理体系认证', 'quality management'), choice('environment', '环境管理体系认证', 'environmental management'),
      choice('energy', '能源管理体系认证', 'energy management'), choice('safety', '职业健康安全管理体系认证', 'occupational safety')],
  },
  smartEquipment: {
    label: say('智能设备投资额', 'Investment in smart equipment'), kind: 'money',
    ...open(industry, '购置设备并取得发票，按不含税金额计算', 'Buy equipment and keep the invoices; amounts count without tax'),
  },
  technicalRenewal: {
    label: say('技术改造投资额', 'Investment in technical renewal'), kind: 'money',
    ...open(industry, '完成项目备案并按进度投资', 'Register the project and invest as planned'),
  },
  rentedArea: {
    label: say('租赁厂房面积', 'Rented factory area'), kind: 'number', unit: say('㎡', 'm²'),
    ...open(housing, '办理房屋租赁登记备案', 'Register the lease'),
  },
  exports: {
    label: say('上年出口额', 'Exports of last year'), kind: 'money',
    ...open(commerce, '以海关数据为准，次年 2 月更新', 'Customs figures count; they follow in February'),
  },
  inventionPatents: {
    label: say('有效发明专利数', 'Invention patents in force'), kind: 'number', unit: items,
    ...open(patents, '申请发明专利，或受让有效专利并登记', 'Apply for patents, or acquire and register them'),
  },
  technologyContracts: {
    label: say('技术合同成交额', 'Value of technology contracts'), kind: 'money',
    ...open(science, '把技术合同送科技局认定登记', 'Have technology contracts registered by the Science Bureau'),
  },
  listingTutoring: {
    label: say('上市辅导', 'Preparing to go public'), kind: 'flag',
    said: { yes: say('已进入上市辅导', 'is registered as preparing to go public'), no: say('没有进入上市辅导', 'is not preparing to go public') },
    ...open(finance, '与券商签订辅导协议并向证监局备案', 'Sign with a sponsor and register with the securities regulator'),
  },
  energyUse: {
    label: say('上年综合能耗', 'Energy used last year'), kind: 'number', unit: say('吨标准煤', 'tce'),
    ...open(industry, '做节能改造后按年度报送能耗', 'Save energy and report the yearly figure'),
  },
  contactName: {
    label: say('登记联络员', 'Registered contact'), kind: 'text', ...open(market, '在市场监管局办理联络员备案变更', 'Register another contact with the Market Regulation Bureau'),
  },
  contactPhone: {
    label: say('登记联络电话', 'Registered phone'), kind: 'text', ...open(market, '在市场监管局办理联络员备案变更', 'Register another phone with the Market Regulation Bureau'),
  },
  accountHolder: {
    label: say('退税账户户名', 'Holder of the tax refund account'), kind: 'text', ...open(tax, '在电子税务局变更存款账户', 'Change the account with the Tax Bureau'),
  },
  accountBank: {
    label: say('退税账户开户银行', 'Bank of the tax refund account'), kind: 'text', ...open(tax, '在电子税务局变更存款账户', 'Change the account with the Tax Bureau'),
  },
  accountNumber: {
    label: say('退税账户账号', 'Number of the tax refund account'), kind: 'text', ...open(tax, '在电子税务局变更存款账户', 'Change the account with the Tax Bureau'),
  },
} as const satisfies Record<string, Predicate>

export type PredicateKey = keyof typeof table

/** Every predicate by its key, in the order in which lists show them. */
export const predicates: Readonly<Record<PredicateKey, Predicate>> = table

export const predicateKeys = Object.keys(table) as PredicateKey[]

/** What is said of a key that names nothing. */
export const noFact = (key: string): Text => say(`没有“${brief(key)}”这一项数据`, `There is no fact called "${brief(key)}"`)

/** The predicate of a key that somebody sent; undefined when there is none. */
export const predicate = (key: string): Predicate | undefined =>
  Object.hasOwn(predicates, key) ? predicates[key as PredicateKey] : undefined

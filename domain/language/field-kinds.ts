import { fitsLuhn, normalBankAccount, normalPhone } from './contact.ts'
import { isCreditCode, normalCreditCode } from './credit-code.ts'
import { listed, percent } from './fact.ts'
import type { AnswerValue, Field, FieldKind, FileRef } from './field.ts'
import { fileSize } from './file-size.ts'
import type { Kind } from './kind.ts'
import { count, exactly, parseYuan, yuan } from './money.ts'
import { isWholeRegion, regionName } from './regions.ts'
import { tableKind } from './table.ts'
import { brief, type Fault, type Lang, say } from './text.ts'
import { fullDate } from './when.ts'

const MEGABYTE = 1_048_576
const fine = (): undefined => undefined
const plain = (value: AnswerValue): string => String(value)
const asFile = (value: AnswerValue): FileRef | undefined => (typeof value === 'object' && !Array.isArray(value) ? value : undefined)

/** Text as it is kept: trimmed, without control characters or halves of characters. */
const cleaned = (value: AnswerValue, allowed: RegExp): string | undefined => {
  const trimmed = plain(value).trim()
  return trimmed.isWellFormed() && !/\p{Cc}/u.test(trimmed.replace(allowed, '')) ? trimmed : undefined
}

type Judge = Kind['fault']
type Show = (value: number, field: Field, lang: Lang) => string

const fault = (code: string, zh: string, en: string): Fault => ({ code, message: say(zh, en) })

const atMostCharacters = (usual: number): Judge => (value, { max = usual }) => (plain(value).length > max
  ? fault('too-long', `最多 ${count(max)} 个字，请删短一些`, `At most ${count(max)} characters; please shorten it`) : undefined)

const between = (show: Show): Judge => (value, field) => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = field
  if (Number(value) < min) return fault('too-small', `不能低于 ${show(min, field, 'zh')}`, `Not less than ${show(min, field, 'en')}`)
  if (Number(value) > max) return fault('too-large', `不能高于 ${show(max, field, 'zh')}`, `Not more than ${show(max, field, 'en')}`)
  return undefined
}

/** A number that was typed, or one that is kept already. */
const numeric = (read: (typed: string) => number | undefined) => (answer: AnswerValue): number | undefined => {
  const value = typeof answer === 'number' ? answer : read(plain(answer))
  return Number.isSafeInteger(value) ? value : undefined
}

/** More digits than can be counted exactly. */
const beyond = (answer: AnswerValue): boolean => {
  const typed = plain(answer).slice(0, 60).normalize('NFKC').trim()
  return /^[-¥]?\s*\d[\d,]*(\.\d{1,2})?\s*[元%]?$/.test(typed) && typed.replace(/\D/g, '').length > 15
}

function wholeNumber(typed: string): number | undefined {
  const digits = typed.slice(0, 60).normalize('NFKC').trim()
  return /^-?(\d{1,3}(,\d{3})+|\d{1,16})$/.test(digits) ? Number(digits.replaceAll(',', '')) : undefined
}

function isoDate(answer: AnswerValue): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain(answer).slice(0, 40).trim()) ?? []
  if (!year || !month || !day) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = Date.parse(iso)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(iso) ? iso : undefined
}

const offered = ({ choices = [] }: Field, value: string): boolean => choices.some(one => one.value === value)
const labelOf = ({ choices = [] }: Field, value: string, lang: Lang): string =>
  choices.find(one => one.value === value)?.label[lang] ?? brief(value)

const namesOf = (value: AnswerValue): string[] => (Array.isArray(value) ? value.filter(one => typeof one === 'string') : [])

const showNumber = (value: AnswerValue, { unit }: Field, lang: Lang): string =>
  (unit ? `${count(Number(value))} ${unit[lang]}` : count(Number(value)))

function code18(value: AnswerValue): string | undefined {
  const code = normalCreditCode(plain(value))
  return isCreditCode(code) ? code : undefined
}

function fileText(value: AnswerValue): string {
  const file = asFile(value)
  return file ? `${file.name} · ${fileSize(file.size)}` : ''
}

const doubtful = say('校验位对不上，请再核对一遍；对公账号可能没有校验位', 'The check digit does not fit; company accounts may have none')

const single: Readonly<Record<Exclude<FieldKind, 'table'>, Kind>> = {
  text: {
    label: say('短文字', 'Short text'), takes: ['string'], parse: value => cleaned(value, /\t/g), fault: atMostCharacters(200), display: plain,
    expected: say('请去掉无法识别的字符，只写一行', 'Remove characters that cannot be read and write one line'),
  },
  longtext: {
    label: say('长文字', 'Long text'), takes: ['string'], parse: value => cleaned(value, /[\t\r\n]/g), fault: atMostCharacters(2_000),
    display: plain,
    expected: say('请去掉无法识别的字符', 'Remove characters that cannot be read'),
  },
  number: {
    label: say('数字', 'Number'), takes: ['string', 'number'], parse: numeric(wholeNumber), beyond, fault: between(showNumber), display: showNumber,
    expected: say('请填整数，例如 86', 'Write a whole number, for example 86'),
  },
  money: {
    label: say('金额', 'Money'), takes: ['string', 'number'], parse: numeric(parseYuan), beyond,
    fault: between((value, _, lang) => exactly(value, lang)),
    display: (value, _, lang) => (lang === 'zh' ? `${yuan(Number(value))} 元` : `¥${yuan(Number(value))}`),
    expected: say('请按元填写金额，例如 128,600.00', 'Write the sum in yuan, for example 128,600.00'),
  },
  percent: {
    label: say('百分比', 'Percentage'), takes: ['string', 'number'], fault: between(value => percent(value)),
    display: value => percent(Number(value)),
    // Two decimals, as money has: 3.4 % are 340 hundredths.
    parse: numeric(typed => parseYuan(typed.slice(0, 40).normalize('NFKC').replace(/\s*%\s*$/, ''))),
    expected: say('请填百分比，最多两位小数，例如 3.40', 'Write a percentage with at most two decimals, for example 3.40'),
  },
  date: {
    label: say('日期', 'Date'), takes: ['string'], parse: isoDate, fault: fine, display: (value, _, lang) => fullDate(plain(value), lang),
    expected: say('请填日期，例如 2026-11-25', 'Write a date, for example 2026-11-25'),
  },
  choice: {
    label: say('单选', 'One of several'), takes: ['string'], fault: fine,
    parse: (value, of) => (offered(of, plain(value)) ? value : undefined),
    display: (value, of, lang) => labelOf(of, plain(value), lang),
    expected: say('请从列表中选一项', 'Choose one from the list'),
  },
  choices: {
    label: say('多选', 'Several of several'), takes: ['list'], fault: fine,
    parse: (value, of) => (Array.isArray(value) && namesOf(value).length === value.length && namesOf(value).every(one => offered(of, one))
      ? [...new Set(namesOf(value))] : undefined),
    display: (value, of, lang) => listed(namesOf(value).map(one => labelOf(of, one, lang)), lang),
    expected: say('请从列表中选择', 'Choose from the list'),
  },
  flag: {
    label: say('是否', 'Yes or no'), takes: ['boolean'], parse: value => value, fault: fine,
    display: (value, _, lang) => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[lang],
    expected: say('请选“是”或“否”', 'Choose yes or no'),
  },
  region: {
    label: say('地区', 'Region'), takes: ['string'], parse: value => (isWholeRegion(plain(value)) ? value : undefined), fault: fine,
    display: (value, _, lang) => regionName(plain(value), lang),
    expected: say('请一直选到县、市或区', 'Choose down to the county or district'),
  },
  phone: {
    label: say('电话', 'Phone'), takes: ['string'], parse: value => normalPhone(plain(value)), fault: fine, display: plain,
    expected: say('请填 11 位手机号，或带区号的座机', 'Write a mobile number of 11 digits or a landline with its area code'),
  },
  creditCode: {
    label: say('统一社会信用代码', 'Unified social credit code'), takes: ['string'], fault: fine, display: plain,
    parse: code18,
    expected: say('信用代码不对，请照营业执照填写 18 位', 'Not a credit code; copy its 18 characters from the business licence'),
  },
  bankAccount: {
    label: say('银行账号', 'Bank account'), takes: ['string'], parse: value => normalBankAccount(plain(value)), fault: fine,
    display: value => plain(value).replace(/(.{4})(?=.)/g, '$1 '),
    expected: say('请填 12 到 30 位数字的账号', 'Write an account of 12 to 30 digits'),
    warning: value => (fitsLuhn(plain(value)) ? undefined : doubtful),
  },
  file: {
    label: say('文件', 'File'), takes: ['file'], parse: asFile, display: fileText,
    fault: (value, { max = 20 * MEGABYTE }) => ((asFile(value)?.size ?? 0) > max
      ? fault('too-large', `文件不能超过 ${fileSize(max)}，请压缩后再传`, `A file has at most ${fileSize(max)}; please make it smaller`) : undefined),
    expected: say('请上传文件', 'Upload a file'),
  },
  declaration: {
    label: say('承诺', 'Declaration'), takes: ['boolean'], parse: value => (value === true ? true : undefined), fault: fine,
    display: (_, __, lang) => ({ zh: '已承诺', en: 'declared' })[lang],
    expected: say('请阅读后勾选承诺', 'Read and tick the declaration'),
  },
}

/** Every kind of field. Another kind is another row. */
export const kinds: Readonly<Record<FieldKind, Kind>> = { ...single, table: tableKind(single) }

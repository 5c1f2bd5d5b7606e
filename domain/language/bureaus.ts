import { type Lang, say, type Text } from './text.ts'

/** Who tells us what we know of an enterprise. */
export const bureaus = {
  market: say('市场监管局', 'Market Regulation Bureau'),
  tax: say('税务局', 'Tax Bureau'),
  statistics: say('统计局', 'Statistics Bureau'),
  labour: say('人社局', 'Human Resources Bureau'),
  industry: say('工信局', 'Industry Bureau'),
  science: say('科技局', 'Science Bureau'),
  commerce: say('商务局', 'Commerce Bureau'),
  finance: say('金融办', 'Finance Office'),
  credit: say('信用柳州', 'Credit Liuzhou'),
  patents: say('知识产权局', 'Patent Office'),
  ecology: say('生态环境局', 'Ecology Bureau'),
  housing: say('自然资源局', 'Land Bureau'),
  self: say('企业填报', 'stated by the enterprise'),
}

const byChinese = new Map<string, Text>(Object.values(bureaus).map(name => [name.zh, name]))

/** A source as a fact names it, in the reader's language where we know it. */
export const sourceText = (source: string, lang: Lang): string => byChinese.get(source)?.[lang] ?? source

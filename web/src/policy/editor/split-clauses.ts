import type { Clause } from '@qinqing/domain/language/condition'

const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** 二十三 and 23 are 23; undefined when it is no number. */
export function numberOf(written: string): number | undefined {
  const plain = written.normalize('NFKC').replaceAll('〇', '零').replaceAll('两', '二')
  if (/^\d+$/.test(plain)) return Number(plain)
  let [sum, digit] = [0, 0]
  for (const sign of plain) {
    const place = places[sign]
    if (place) [sum, digit] = [sum + (digit || 1) * place, 0]
    else if (digits.includes(sign)) digit = digits.indexOf(sign)
    else return undefined
  }
  return sum + digit
}

const number = '[零〇一二两三四五六七八九十百0-9０-９]{1,8}'

/** How texts number their clauses: by 条, or else by 一、 at the beginning of a paragraph. */
const ways: readonly { head: RegExp; ref: (written: string) => string }[] = [
  { head: new RegExp(`(?<=^|[\\n。；;])[ \\t　]*第[ 　]*(${number})[ 　]*条[ \\t　:：、]*`, 'g'), ref: written => `第${written}条` },
  { head: new RegExp(`(?<=^|\\n)[ \\t　]*(${number})、[ \\t　]*`, 'g'), ref: written => `第${written}项` },
]

const chapter = new RegExp(`^[ \\t　]*第[ 　]*${number}[ 　]*[章节][^。；]{0,30}$`, 'gm')

const tidy = (text: string): string => text.replace(chapter, '').replace(/[ \t　]+$/gm, '').replace(/\n{2,}/g, '\n').trim()

/**
 * A pasted text as clauses. Numbers must follow one another, so that a reference such as 第五条规定 at the beginning of a line
 * does not begin a clause; headings of chapters belong to none.
 */
export function splitClauses(pasted: string, before = '开头'): Clause[] {
  const text = pasted.replace(/\r\n?/g, '\n')
  for (const { head, ref } of ways) {
    const heads: { at: number; end: number; ref: string; number: number }[] = []
    for (const match of text.matchAll(head)) {
      const found = numberOf(match[1]!)
      const last = heads.at(-1)
      if (found === undefined || (last && found !== last.number + 1)) continue
      heads.push({ at: match.index, end: match.index + match[0].length, ref: ref(match[1]!), number: found })
    }
    if (heads.length < 2) continue
    const clauses = heads.map(({ end, ref: name }, n) => ({ ref: name, text: tidy(text.slice(end, heads[n + 1]?.at)) }))
    const opening = tidy(text.slice(0, heads[0]!.at))
    return opening ? [{ ref: before, text: opening }, ...clauses] : clauses
  }
  const whole = tidy(text)
  return whole ? [{ ref: '全文', text: whole }] : []
}

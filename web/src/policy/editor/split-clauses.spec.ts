import { numberOf, splitClauses } from './split-clauses.ts'

test.each([
  ['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['二十三', 23], ['一百零五', 105], ['一百一十', 110], ['23', 23], ['２３', 23], ['〇', 0], ['两', 2], ['甲', undefined],
])('%s is %p', (written, expected) => expect(numberOf(written)).toBe(expected))

const told = (text: string) => splitClauses(text).map(({ ref, text: says }) => `${ref}｜${says}`)

test.each<[string, string, string[]]>([
  ['by 条', '第一条 为了支持企业。\n第二条　补助设备。\n第三条：本办法自印发之日起施行。', ['第一条｜为了支持企业。', '第二条｜补助设备。', '第三条｜本办法自印发之日起施行。']],
  ['in one line', '第一条 甲。第二条 乙。第三条 丙。', ['第一条｜甲。', '第二条｜乙。', '第三条｜丙。']],
  ['with an opening', '柳州示例办法\n第一条 甲。\n第二条 乙。', ['开头｜柳州示例办法', '第一条｜甲。', '第二条｜乙。']],
  ['a reference begins no clause', '第一条 依照\n第五条规定的设备。\n第二条 按第一条办理。', ['第一条｜依照\n第五条规定的设备。', '第二条｜按第一条办理。']],
  ['a reference to the next but one after a full stop', '第一条 甲。第三条另行规定。\n第二条 乙。', ['第一条｜甲。第三条另行规定。', '第二条｜乙。']],
  ['chapters belong to no clause', '第一章 总则\n第一条 甲。\n第二章　补助\n第二条 乙。', ['第一条｜甲。', '第二条｜乙。']],
  ['paragraphs inside a clause', '第一条 甲：\n（一）子；\n\n（二）丑。\n第二条 乙。', ['第一条｜甲：\n（一）子；\n（二）丑。', '第二条｜乙。']],
  ['from the middle of a text', '第九条 甲。\n第十条 乙。\n第十一条 丙。', ['第九条｜甲。', '第十条｜乙。', '第十一条｜丙。']],
  ['by 一、', '一、支持范围\n二、支持标准\n三、附则', ['第一项｜支持范围', '第二项｜支持标准', '第三项｜附则']],
  ['from Windows', '第一条 甲。\r\n第二条 乙。\r\n', ['第一条｜甲。', '第二条｜乙。']],
  ['with nothing that numbers it', '只有一段话。', ['全文｜只有一段话。']],
  ['nothing', ' \n ', []],
])('a text %s', (_, text, clauses) => expect(told(text)).toEqual(clauses))

import { type Lang, say, type Text } from './text.ts'

export interface Region {
  code: string
  label: Text
}

/** Provinces by the first two digits of GB/T 2260. */
const provinces = `
11 北京市 Beijing
12 天津市 Tianjin
13 河北省 Hebei
14 山西省 Shanxi
15 内蒙古自治区 Inner Mongolia
21 辽宁省 Liaoning
22 吉林省 Jilin
23 黑龙江省 Heilongjiang
31 上海市 Shanghai
32 江苏省 Jiangsu
33 浙江省 Zhejiang
34 安徽省 Anhui
35 福建省 Fujian
36 江西省 Jiangxi
37 山东省 Shandong
41 河南省 Henan
42 湖北省 Hubei
43 湖南省 Hunan
44 广东省 Guangdong
45 广西壮族自治区 Guangxi
46 海南省 Hainan
50 重庆市 Chongqing
51 四川省 Sichuan
52 贵州省 Guizhou
53 云南省 Yunnan
54 西藏自治区 Tibet
61 陕西省 Shaanxi
62 甘肃省 Gansu
63 青海省 Qinghai
64 宁夏回族自治区 Ningxia
65 新疆维吾尔自治区 Xinjiang
71 台湾省 Taiwan
81 香港特别行政区 Hong Kong
82 澳门特别行政区 Macao
`

/** Cities and counties of Guangxi, in the order of their codes. Elsewhere the province is enough. */
const guangxi = `
4501 南宁市 Nanning
450102 兴宁区 Xingning | 450103 青秀区 Qingxiu | 450105 江南区 Jiangnan | 450107 西乡塘区 Xixiangtang
450108 良庆区 Liangqing | 450109 邕宁区 Yongning | 450110 武鸣区 Wuming | 450123 隆安县 Long'an
450124 马山县 Mashan | 450125 上林县 Shanglin | 450126 宾阳县 Binyang | 450181 横州市 Hengzhou
4502 柳州市 Liuzhou
450202 城中区 Chengzhong | 450203 鱼峰区 Yufeng | 450204 柳南区 Liunan | 450205 柳北区 Liubei
450206 柳江区 Liujiang | 450222 柳城县 Liucheng | 450223 鹿寨县 Luzhai | 450224 融安县 Rong'an
450225 融水苗族自治县 Rongshui | 450226 三江侗族自治县 Sanjiang
4503 桂林市 Guilin
450302 秀峰区 Xiufeng | 450303 叠彩区 Diecai | 450304 象山区 Xiangshan | 450305 七星区 Qixing
450311 雁山区 Yanshan | 450312 临桂区 Lingui | 450321 阳朔县 Yangshuo | 450323 灵川县 Lingchuan
450324 全州县 Quanzhou | 450325 兴安县 Xing'an | 450326 永福县 Yongfu | 450327 灌阳县 Guanyang
450328 龙胜各族自治县 Longsheng | 450329 资源县 Ziyuan | 450330 平乐县 Pingle | 450332 恭城瑶族自治县 Gongcheng
450381 荔浦市 Lipu
4504 梧州市 Wuzhou
450403 万秀区 Wanxiu | 450405 长洲区 Changzhou | 450406 龙圩区 Longxu | 450421 苍梧县 Cangwu | 450422 藤县 Teng
450423 蒙山县 Mengshan | 450481 岑溪市 Cenxi
4505 北海市 Beihai
450502 海城区 Haicheng | 450503 银海区 Yinhai | 450512 铁山港区 Tieshangang | 450521 合浦县 Hepu
4506 防城港市 Fangchenggang
450602 港口区 Gangkou | 450603 防城区 Fangcheng | 450621 上思县 Shangsi | 450681 东兴市 Dongxing
4507 钦州市 Qinzhou
450702 钦南区 Qinnan | 450703 钦北区 Qinbei | 450721 灵山县 Lingshan | 450722 浦北县 Pubei
4508 贵港市 Guigang
450802 港北区 Gangbei | 450803 港南区 Gangnan | 450804 覃塘区 Qintang | 450821 平南县 Pingnan
450881 桂平市 Guiping
4509 玉林市 Yulin
450902 玉州区 Yuzhou | 450903 福绵区 Fumian | 450921 容县 Rong | 450922 陆川县 Luchuan | 450923 博白县 Bobai
450924 兴业县 Xingye | 450981 北流市 Beiliu
4510 百色市 Baise
451002 右江区 Youjiang | 451003 田阳区 Tianyang | 451022 田东县 Tiandong | 451024 德保县 Debao | 451026 那坡县 Napo
451027 凌云县 Lingyun | 451028 乐业县 Leye | 451029 田林县 Tianlin | 451030 西林县 Xilin
451031 隆林各族自治县 Longlin | 451081 靖西市 Jingxi | 451082 平果市 Pingguo
4511 贺州市 Hezhou
451102 八步区 Babu | 451103 平桂区 Pinggui | 451121 昭平县 Zhaoping | 451122 钟山县 Zhongshan
451123 富川瑶族自治县 Fuchuan
4512 河池市 Hechi
451202 金城江区 Jinchengjiang | 451203 宜州区 Yizhou | 451221 南丹县 Nandan | 451222 天峨县 Tian'e
451223 凤山县 Fengshan | 451224 东兰县 Donglan | 451225 罗城仫佬族自治县 Luocheng | 451226 环江毛南族自治县 Huanjiang
451227 巴马瑶族自治县 Bama | 451228 都安瑶族自治县 Du'an | 451229 大化瑶族自治县 Dahua
4513 来宾市 Laibin
451302 兴宾区 Xingbin | 451321 忻城县 Xincheng | 451322 象州县 Xiangzhou | 451323 武宣县 Wuxuan
451324 金秀瑶族自治县 Jinxiu | 451381 合山市 Heshan
4514 崇左市 Chongzuo
451402 江州区 Jiangzhou | 451421 扶绥县 Fusui | 451422 宁明县 Ningming | 451423 龙州县 Longzhou
451424 大新县 Daxin | 451425 天等县 Tiandeng | 451481 凭祥市 Pingxiang
`

const region = (line: string): Region => {
  const [code = '', zh = '', ...en] = line.trim().split(' ')
  return { code: code.padEnd(6, '0'), label: say(zh, en.join(' ')) }
}
const all: readonly Region[] = [provinces, guangxi].flatMap(list => list.trim().split(/\n| \| /).map(region))
const byCode: ReadonlyMap<string, Region> = new Map(all.map(one => [one.code, one]))

/** The region that one lies in; undefined for a province. */
const above = (code: string): string | undefined =>
  (code.endsWith('0000') ? undefined : code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`)

/** From the province down to the region itself; empty when there is no such region. */
export function regionPath(code: string): Region[] {
  const found = byCode.get(code)
  if (!found) return []
  const outer = above(code)
  return outer ? [...regionPath(outer), found] : [found]
}

const inside: ReadonlyMap<string, Region[]> = Map.groupBy(all, ({ code }) => above(code) ?? '')

/** What can be chosen inside a region; without one, the provinces. */
export const regionsIn = (code = ''): readonly Region[] => inside.get(code) ?? []

/** Whether a region says enough: a county where counties are listed, a province elsewhere. */
export const isWholeRegion = (code: string): boolean => byCode.has(code) && regionsIn(code).length === 0

/** 广西壮族自治区柳州市鱼峰区 */
export const regionName = (code: string, lang: Lang): string => {
  const names = regionPath(code).map(({ label }) => label[lang])
  return lang === 'zh' ? names.join('') : names.toReversed().join(', ')
}

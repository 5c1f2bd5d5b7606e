import type { Role } from '@qinqing/domain/kernel/message'
import { officeName } from '../import/office.ts'

/** An office of a bureau that does not exist. */
interface DemoOffice {
  id: string
  bureau: string
  name: string
  phone: string
}

const office = (id: string, bureau: string, name: string, phone: string): DemoOffice => ({ id, bureau, name, phone })

/** The first one is established first: by its beginning a demo knows itself again. */
export const offices: readonly DemoOffice[] = [
  office('demo-industry', '示例市工信局', '企业服务科', '0772-2800201'),
  office('demo-science', '示例市科技局', '高新技术科', '0772-2800301'),
  office('demo-labour', '示例市人社局', '就业促进科', '0772-2800401'),
  office('demo-development', '示例市发改委', '产业发展科', '0772-2800501'),
  office('demo-ecology', '示例市生态环境局', '综合科', '0772-2800601'),
]

interface DemoPost {
  office: string
  officeName: string
  title: string
  roles: readonly Exclude<Role, 'agent' | 'operator' | 'system'>[]
}

/** Somebody of the demo; whoever has a post works for the offices named, all others for an enterprise. */
export interface DemoPerson {
  id: string
  username: string
  name: string
  post?: DemoPost
  /** A second hat. */
  also?: DemoPost
  enterprise?: number
}

type Kind = readonly [title: string, name: string, roles: DemoPost['roles']]

const editor: Kind = ['政策', 'zhengce', ['editor']]
const reviewer: Kind = ['审核', 'shenpi', ['reviewer']]
const lead: Kind = ['科长', 'kezhang', ['lead', 'reviewer']]
const admin: Kind = ['系统管理', 'guanli', ['admin']]

const services = '示例政务服务局综合受理科'

const posts: readonly [office: string, officeName: string, surnames: string, kinds: readonly Kind[]][] = [
  ...offices.map((one, n): [string, string, string, Kind[]] => [
    one.id, officeName(one), ['韦李覃黄', '陆莫蒙', '罗梁谭', '刘张陈', '王杨周'][n]!,
    [[editor, reviewer, reviewer, lead], [editor, reviewer, reviewer], [editor, reviewer, reviewer], [editor, reviewer, lead], [editor, reviewer, reviewer]][n]!,
  ]),
  ['government-services', services, '吴徐孙马', [editor, reviewer, reviewer, admin]],
]

/** The user names of a kind: the first has it plain, the others are numbered. */
const numbered = (all: readonly string[], index: number): string => {
  const before = all.slice(0, index).filter(one => one === all[index]).length
  return before ? `${all[index]}${before + 1}` : all[index]!
}

const officialRows = posts.flatMap(([id, name, surnames, kinds]) => kinds.map((kind, n) => ({ id, name, surname: [...surnames][n]!, kind })))

/** Twenty officials whose names nobody has. */
export const officials: readonly DemoPerson[] = officialRows.map(({ id, name, surname, kind: [title, , roles] }, n) => ({
  id: `demo-official-${String(n + 1).padStart(2, '0')}`,
  username: numbered(officialRows.map(({ kind }) => kind[1]), n),
  name: `${surname}示例`,
  post: { office: id, officeName: name, title, roles },
  // The first editor also looks after what is imported, and so has both to show.
  ...n === 0 ? { also: { office: 'government-services', officeName: services, title, roles } } : {},
}))

const surnames = '何郭林高郑胡朱秦许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔廖范汪石金邱侯邹熊'

/** How many enterprises the demo has; every fifth has two agents. */
export const enterpriseCount = 40

const agentOf = (enterprise: number, n: number): DemoPerson => ({
  id: `demo-agent-${String(n + 1).padStart(2, '0')}`, username: n ? `qiye${n + 1}` : 'qiye', name: `${[...surnames][n]}示例`, enterprise,
})

/** At least one agent for each enterprise, in the order of the enterprises; the second ones come behind. */
export const agents: readonly DemoPerson[] = [
  ...Array.from({ length: enterpriseCount }, (_, n) => n),
  ...Array.from({ length: enterpriseCount / 5 }, (_, n) => n * 5),
].map(agentOf)

export const officialsOf = (id: string, role: Role): DemoPerson[] => officials.filter(({ post }) => post?.office === id && (post.roles as readonly Role[]).includes(role))
export const agentsOf = (enterprise: number): DemoPerson[] => agents.filter(one => one.enterprise === enterprise)

import { cny } from '@qinqing/domain/language/money'
import { useEffect, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Deadline } from '../kit/Deadline.tsx'
import { DeskShell, Person, Team } from '../kit/DeskShell.tsx'
import { Newcomers, useHeld } from '../kit/HeldList.tsx'
import { Icon } from '../kit/Icon.tsx'
import { KeyLine } from '../kit/KeysOverlay.tsx'
import { Money } from '../kit/Money.tsx'
import { Figures, MiniList, Pane, PanePart, Panes, PaneTitle } from '../kit/Panes.tsx'
import { Pips } from '../kit/ProgressLine.tsx'
import { type Column, type RowGroup, RowTable } from '../kit/RowTable.tsx'
import { StatusMark } from '../kit/StatusMark.tsx'

interface Item { id: string, who: string, what: string, stage: string, at: number, due: string, left: number, paused?: string, on?: string, gone?: string }

const item = (id: number, who: string, what: string, stage: string, at: number, left: number, due: string, more: Partial<Item> = {}): Item => ({ id: String(id), who, what, stage, at, left, due, ...more })
const first: Item[] = [
  item(1, '柳州示例铸造有限公司', '技术改造设备补贴', '复核', 3, -1, '2026-11-20T09:30:00Z', { on: '覃示例' }),
  item(2, '柳北示例汽车零部件有限公司', '稳岗返还', '拨付', 5, 0, '2026-11-23T04:00:00Z', { on: '李示例' }),
  item(3, '融安示例金桔供应链有限公司', '冷链物流设施补助', '初审', 2, 0, '2026-11-23T09:30:00Z', { gone: '王示例已认领' }),
  item(4, '柳州市示例螺蛳粉食品有限公司', '电商企业上台阶奖励', '初审', 2, 0, '2026-11-23T09:30:00Z', { on: '我' }),
  item(5, '广西柳州示例新能源汽车动力电池系统集成与智能网联研究院有限责任公司', '首台（套）重大技术装备补贴', '受理', 1, 0, '2026-11-23T09:30:00Z'),
  item(6, '鹿寨示例木业有限公司', '绿色工厂奖励', '初审', 2, 1, '2026-11-24T09:30:00Z'),
  item(7, '柳州示例精密机械有限公司', '专精特新企业认定奖励', '初审', 2, 2, '2026-11-25T09:30:00Z', { on: '我 · 李示例在看' }),
  item(8, '三江示例茶业专业合作社', '农产品品牌建设补助', '复核', 3, 2, '2026-11-25T09:30:00Z', { on: '王示例' }),
  item(9, '柳州示例智能装备股份有限公司', '研发费用加计后补助', '初审', 2, 2, '2026-11-25T09:30:00Z', { on: '我' }),
  item(10, '融水示例香杉家居有限公司', '小升规入统奖励', '初审', 2, 5, '2026-11-30T09:30:00Z', { paused: '补正', on: '我' }),
  item(11, '柳南示例电子商务有限公司', '外贸出口信用保险补助', '公示', 4, 3, '2026-11-26T09:30:00Z', { on: '李示例' }),
  item(12, '柳城示例蜜橘产业有限公司', '冷链物流设施补助', '受理', 1, 4, '2026-11-27T09:30:00Z'),
]
const later = [item(20, '新来示例一有限公司', '稳岗返还', '受理', 1, 0, '2026-11-23T09:30:00Z'), item(21, '新来示例二有限公司', '稳岗返还', '受理', 1, 1, '2026-11-24T09:30:00Z'), item(22, '新来示例三有限公司', '稳岗返还', '受理', 1, 2, '2026-11-25T09:30:00Z')]

const groupOf = ({ left, paused }: Item): RowGroup =>
  paused !== undefined ? { id: 'later', title: '更晚', note: '28 件' } : left < 0 ? { id: 'late', title: '已逾期', note: '1 件', tone: 'late' } : left === 0 ? { id: 'today', title: '今天到期', note: '4 件' } : left <= 2 ? { id: 'two', title: '两个工作日内', note: '5 件' } : { id: 'later', title: '更晚', note: '28 件' }

const columns: Column<Item>[] = [
  { id: 'who', head: '企业', cell: ({ who }) => who, struck: true, title: ({ who }) => who },
  { id: 'what', head: '事项', width: 206, cell: ({ what }) => what, quiet: true, struck: true, title: ({ what }) => what },
  { id: 'stage', head: '阶段', width: 108, cell: ({ stage, at }) => <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>{stage}<Pips at={at} of={5} /></span> },
  { id: 'left', head: '剩余时间', width: 150, cell: ({ due, left, paused }) => <Deadline as="row" due={due} left={left} paused={paused} /> },
  { id: 'on', head: '谁在办', width: 146, cell: ({ on, gone }, left) => (left ? <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, color: 'var(--ink)' }}><Icon name="user" small />{gone}</span> : on ? <Person name={on} here={on !== '覃示例'} says={on !== '覃示例' ? '在线' : '离开'} /> : <Button kind="bare" small icon="plus">认领</Button>) },
]

export const desk = {
  home: '/desk', search: { hint: '搜索企业、事项、受理号', onOpen: () => undefined }, live: { state: 'live', caughtUp: 0 },
  identity: { name: '韦示例', post: '市工信局 企业服务科', onSignOut: () => undefined },
} as const

export function DeskGallery() {
  const [items, setItems] = useState(first)
  const [selected, setSelected] = useState('7')
  const held = useHeld(items, ({ id }) => id, true)
  useEffect(() => {
    const timer = setTimeout(() => setItems([...first.filter(({ id }) => id !== '3'), ...later].toSorted((a, b) => a.left - b.left)), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <DeskShell
      {...desk}
      rail={[
        {
          label: '任务篮', places: [
            { to: '/desk', label: '科室在办', icon: 'lines', count: 38 }, { to: '/desk?basket=free', label: '待认领', icon: 'inbox', count: 12 }, { to: '/desk?basket=mine', label: '我的', icon: 'user', count: 9 },
            { to: '/desk?basket=fix', label: '待补正', icon: 'edit', count: 4 }, { to: '/desk?basket=late', label: '将逾期', icon: 'due', count: 5, late: true }, { to: '/desk?basket=done', label: '已办', icon: 'tick', count: 126 },
          ],
        },
        { label: '常用筛选', title: '常用筛选', small: true, places: [{ to: '/desk?v=1', label: '专精特新奖励', count: 14 }, { to: '/desk?v=2', label: '技改设备补贴', count: 9 }, { to: '/desk?v=3', label: '金额 10 万元以上', count: 6 }] },
      ]}
      railFoot={<Team title="科室 4 人 · 在线 3 人" here="在线" away="离开" people={[{ id: '1', name: '韦示例（我）', here: true, note: '9 件' }, { id: '2', name: '李示例', here: true, note: '7 件' }, { id: '3', name: '王示例', here: true, note: '6 件' }, { id: '4', name: '覃示例', here: false, note: '外出 · 4 件' }]} />}
    >
      <Panes columns="minmax(0, 1fr) 408px">
        <Pane
          label="科室在办" flush
          head={<PaneTitle title="科室在办" count="38 件 · 按剩余时间"><Button small>事项：全部</Button><Button small>阶段：全部</Button><Button small>导出表格</Button></PaneTitle>}
          foot={<KeyLine keys={[{ keys: ['j', 'k'], label: '上下' }, { keys: ['Enter'], label: '打开' }, { keys: ['r'], label: '认领' }, { keys: ['/'], label: '搜索' }, { keys: ['?'], label: '全部快捷键' }]} end="今天已办 7 件，均在时限内" />}
        >
          <div style={{ padding: '0 16px' }}><Newcomers count={held.newcomers} onAdmit={held.admit} area="科室在办" /></div>
          <RowTable caption="科室在办案件，按剩余时间排列" columns={columns} held={held} groupOf={groupOf} selected={selected} onSelect={setSelected} words={{ up: '上一件', down: '下一件', open: '打开' }} keys={[{ key: 'r', label: '认领', run: () => undefined }]} />
        </Pane>
        <Pane
          label="预览" as="aside"
          foot={<div style={{ display: 'flex', gap: 8, padding: '12px 24px 16px' }}><Button kind="primary" hint="Enter" wide>打开办理</Button><Button hint="Z">转办</Button></div>}
        >
          <h2 style={{ fontSize: 'var(--fs-5)', lineHeight: 'var(--lh-5)' }}>柳州示例精密机械有限公司</h2>
          <p className="second">专精特新企业认定奖励 · 受理号 2026-1116-0412</p>
          <Figures figures={[{ label: '奖励金额', figure: <Money sum={cny(5_000_000)} />, note: '项目余额 ¥ 3,164,200.00' }, { label: '初审时限', figure: '还剩 2 个工作日', note: '11月25日 周三 17:30 前' }]} />
          <div style={{ height: 20 }} />
          <PanePart title="条款判定" count="5 符合 · 1 不符合 · 1 未知">
            <MiniList
              lines={[
                { id: '1', mark: <StatusMark status="unknown" mute />, says: '研发费用占营业收入 3% 以上', end: '等您判断', hot: true }, { id: '2', mark: <StatusMark status="failed" mute />, says: '自治区级质量奖另加 2 万元', end: '不影响通过' },
                { id: '3', mark: <StatusMark status="met" mute />, says: '在柳州注册且正常经营', end: '鱼峰区 · 存续' }, { id: '4', mark: <StatusMark status="met" mute />, says: '列入自治区专精特新名单', end: '第 128 位' },
              ]}
            />
          </PanePart>
          <PanePart title="材料" count="5 份齐全" action={<a href="#m">看材料</a>}>
            <MiniList lines={[{ id: '1', mark: <Icon name="document" />, says: '研发费用专项审计报告', end: '补正新交 · 11月19日' }, { id: '2', mark: <Icon name="document" />, says: '专精特新认定证书', end: '共享取得 · 11月02日' }]} />
          </PanePart>
        </Pane>
      </Panes>
    </DeskShell>
  )
}

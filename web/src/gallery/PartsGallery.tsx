import { cny } from '@qinqing/domain/language/money'
import { Input } from 'antd'
import { useState } from 'react'
import { AdminShell } from '../kit/AdminShell.tsx'
import { Button } from '../kit/Button.tsx'
import { Deadline } from '../kit/Deadline.tsx'
import { DeskShell } from '../kit/DeskShell.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Facts, FormRow } from '../kit/FormRow.tsx'
import { Flash } from '../kit/Flash.tsx'
import { HeldList } from '../kit/HeldList.tsx'
import { LivePill } from '../kit/LivePill.tsx'
import { Money } from '../kit/Money.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { Pane, PanePart, Panes } from '../kit/Panes.tsx'
import { PortalShell } from '../kit/PortalShell.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Section, Surface } from '../kit/Section.tsx'
import { SignedOutShell } from '../kit/SignedOutShell.tsx'
import { type Status, StatusMark } from '../kit/StatusMark.tsx'
import { StickyBar } from '../kit/StickyBar.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import { Forbidden } from '../kit/TroublePages.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { desk } from './DeskGallery.tsx'
import { portal } from './HomeGallery.tsx'

const statuses: Status[] = ['met', 'failed', 'unknown', 'late', 'due', 'paused', 'waiting']
const row = { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' } as const

export function PartsGallery() {
  const [list, setList] = useState(['柳州示例铸造有限公司', '鹿寨示例木业有限公司'])
  const [count, setCount] = useState(12)
  return (
    <AdminShell {...desk} rail={[{ label: '管理', places: [{ to: '/', label: '今天的事', icon: 'tick', count: 3 }, { to: '/people', label: '人员与岗位', icon: 'people' }, { to: '/offices', label: '单位', icon: 'building' }] }]}>
      <PageTitle tab="零件" sub="新同事周一到岗，还差一个岗位">系统一切正常，有 3 件事等您</PageTitle>
      <Section title="状态"><Surface padded><div style={row}>{statuses.map(status => <StatusMark key={status} status={status} />)}</div><div style={row}>{statuses.map(status => <StatusMark key={status} status={status} quiet />)}</div></Surface></Section>
      <Section title="连接"><Surface padded><div style={row}><LivePill state="live" /><LivePill state="live" caughtUp={12} /><LivePill state="reconnecting" asOf="2026-11-23T02:31:00Z" /><LivePill state="offline" asOf="2026-11-22T02:31:00Z" /><LivePill state="stale" asOf="2026-11-23T02:32:00Z" /></div></Surface></Section>
      <Section title="时限">
        <Surface padded>
          {([['2026-11-20T09:30:00Z', -1], ['2026-11-23T09:30:00Z', 0], ['2026-11-25T09:30:00Z', 2], ['2026-12-04T09:30:00Z', 9]] as const).map(([due, left]) => <div key={due} style={row}><Deadline due={due} left={left} /><Deadline as="tag" due={due} left={left} /><Deadline as="row" due={due} left={left} /></div>)}
          <div style={row}><Deadline due="2026-12-04T09:30:00Z" left={4} paused="企业补正" /><Deadline as="tag" due="2027-01-06T09:30:00Z" left={30} expected /></div>
        </Surface>
      </Section>
      <Section title="按钮和金额">
        <Surface padded>
          <div style={row}><Button kind="primary" hint="T">通过</Button><Button hint="B">补正</Button><Button kind="danger" hint="Y">不予</Button><Button kind="soft">一键申请</Button><Button kind="bare">看材料</Button><Button small>筛选</Button><Button kind="primary" busy>通过</Button><Button disabled>补正</Button></div>
          <div style={row}><Money sum={cny(5_000_000)} /><Money sum={cny(5_230_000)} as="short" about /><Money sum={cny(30_000_000)} as="short" most /><Money sum={cny(316_420_000)} plain /><span>待认领 <Flash value={count} /> 件</span><Button small onClick={() => setCount(count + 1)}>加一件</Button></div>
        </Surface>
      </Section>
      <Section title="列表不动" action={<Button small onClick={() => setList(['三江示例茶业专业合作社', ...list.slice(1)])}>换一件</Button>}>
        <Surface><HeldList items={list} idOf={name => name} label="列表" whyGone={() => '王五已认领'}>{name => <div style={{ padding: '8px 20px' }}>{name}</div>}</HeldList></Surface>
      </Section>
      <Section title="空、等、错">
        <Surface lined>
          <Empty what="这里会列出等您办的事" how="企业提交申请、或者您请企业补正的材料交回来时，会自动出现在这里。" action={<Button>看看别的篮子</Button>} />
          <Waiting as="rows" count={3} />
          <ProblemNotice tone="bad" what="没有提交成功：服务没有应答" kept="您填写的内容已保存（10:32）。" todo="请过一会儿再点“提交申请”，不会重复提交。" action={<Button small>再试一次</Button>} />
        </Surface>
      </Section>
      <Section title="已知信息"><Surface padded><Facts facts={[{ id: '1', label: '信用代码', value: '91450203示例0042X', source: { name: '市场监管局', at: '2026-11-20' } }, { id: '2', label: '登记地', value: '鱼峰区示例路 18 号', source: { name: '市场监管局', at: '2026-11-20' } }]} /></Surface></Section>
    </AdminShell>
  )
}

export function CaseGallery() {
  return (
    <DeskShell {...desk}>
      <Panes
        columns="408px minmax(0, 1fr) 344px" head={<div style={{ padding: '12px 20px' }}><h1>柳州示例精密机械有限公司</h1><p className="second">专精特新企业认定奖励 · 受理号 2026-1116-0412</p></div>}
        foot={
          <StickyBar
            label="办理" status={<StatusMark status="met" quiet>7 条都有判断，审查意见已写</StatusMark>}
            actions={[
              { id: 'pass', label: '通过', key: 'T', kind: 'primary', then: <><b>通过后</b> 将通知 王示例；预留资金 <Money sum={cny(5_000_000)} /></>, onAct: () => undefined },
              { id: 'fix', label: '补正', key: 'B', then: <><b>补正后</b> 将通知 梁示例；计时暂停，到企业交齐为止</>, onAct: () => undefined },
              { id: 'deny', label: '不予', key: 'Y', kind: 'danger', then: <><b>不予后</b> 将通知 梁示例，写明条款与救济途径</>, ask: { title: '不予柳州示例精密机械有限公司的申请？', consequences: ['将通知梁示例，写明第 5 条和救济途径', '不占用资金', '撤不回来；企业可以重新申请'] }, onAct: () => undefined },
              { id: 'hand', label: '转办', key: 'Z', apart: true, off: '您没有同科室的同事可以转', onAct: () => undefined },
              { id: 'back', label: '退回', key: 'H', then: <><b>退回后</b> 回到待认领；您写的意见保留</>, onAct: () => undefined },
            ]}
          />
        }
      >
        <Pane label="事实" ground>
          <PanePart level={2} title="企业事实" action={<a href="#f">更正信息</a>}>
            <Facts facts={['信用代码', '法定代表', '登记地', '从业人数'].map(label => ({ id: label, label, value: '鱼峰区示例路 18 号', source: { name: '市场监管局', at: '2026-11-20' } }))} />
          </PanePart>
        </Pane>
        <Pane label="判定"><PanePart level={2} title="条款判定"><p className="second">要人看的在前</p></PanePart></Pane>
        <Pane label="经过" as="aside">
          <PanePart level={2} title="时间线">
            <Timeline
              label="时间线" days={['used', 'paused', 'paused', 'used', 'used', 'left', 'left']} moments={[
                { id: '1', what: '企业提交', at: '2026-11-16T01:12:00Z', who: '经办人 梁示例', why: '系统核对 7 条', state: 'done' }, { id: '2', what: '受理', at: '2026-11-16T06:20:00Z', who: '韦示例', why: '承诺 5 个工作日', state: 'done' },
                { id: '3', what: '请企业补正，暂停计时', at: '2026-11-17T08:40:00Z', why: '缺研发费用专项审计报告', state: 'wait' }, { id: '4', what: '补正齐全，恢复计时', at: '2026-11-19T09:05:00Z', state: 'done' },
                { id: '5', what: '初审中，韦示例', at: '2026-11-20T01:40:00Z', state: 'now' }, { id: '6', what: '复核，王示例', at: '2026-11-24', state: 'next', expected: true }, { id: '7', what: '拨付到账', at: '2026-12-04', state: 'next', expected: true },
              ]}
            />
          </PanePart>
        </Pane>
      </Panes>
    </DeskShell>
  )
}

export function SignInGallery() {
  return (
    <SignedOutShell aside={<><h1>惠企政策，一看就懂，一键就办</h1><p style={{ marginTop: 12 }}>能享什么、差什么、办到哪一步，登录后都在第一屏。</p></>}>
      <h2 style={{ marginBottom: 16 }}>登录</h2>
      <FormRow label="账号">{field => <Input {...field} size="large" autoComplete="username" />}</FormRow>
      <FormRow label="密码" fault="账号或密码不对，还可以试 4 次。">{field => <Input.Password {...field} size="large" status="error" autoComplete="current-password" />}</FormRow>
      <div style={{ marginTop: 24 }}><Button kind="primary" wide>登录</Button></div>
    </SignedOutShell>
  )
}

export function TroubleGallery() {
  return <PortalShell {...portal}><Forbidden right="查看财政资金" who="市财政局管理员 黄示例" /></PortalShell>
}

import { cny } from '@qinqing/domain/language/money'
import { BellButton } from '../kit/Frame.tsx'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { Deadline } from '../kit/Deadline.tsx'
import { Scene } from '../kit/Logo.tsx'
import { Money } from '../kit/Money.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { PortalShell } from '../kit/PortalShell.tsx'
import { ProgressLine, type StepState } from '../kit/ProgressLine.tsx'
import { Section, Surface } from '../kit/Section.tsx'
import { Tag } from '../kit/Tag.tsx'

const steps = (states: string, labels: string) => labels.split(' ').map((label, at) => ({ label, state: states.split(' ')[at] as StepState }))

export const portal = {
  home: '/',
  places: [
    { to: '/', label: '首页', icon: 'home' },
    { to: '/applications', label: '我的申请', icon: 'list' },
    { to: '/policies', label: '找政策', icon: 'book' },
  ],
  search: { hint: '搜政策、申请、部门', onOpen: () => undefined },
  live: { state: 'live', asOf: '2026-11-23T02:32:08.000Z' },
  bell: <BellButton unread={3} open={false} controls="bell" onPress={() => undefined} />,
  identity: {
    name: '王示例', acting: '柳州示例汽配有限公司', onSignOut: () => undefined,
    hats: [{ id: 'a', label: '柳州示例汽配有限公司', detail: '经办人', worn: true }, { id: 'b', label: '柳州示例精密机械有限公司', detail: '法定代表人', worn: false }],
  },
} as const

export function HomeGallery() {
  return (
    <PortalShell {...portal}>
      <div className="wrap">
        <PageTitle tab="首页" aside={<Scene />} sub="最近的一件后天 17:30 截止。自上次访问（11月20日 16:08）以来，2 件申请有新进展。">王示例，上午好。有 2 件事等您补正</PageTitle>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 440px), 1fr))', gap: 24 }}>
          <Section title="待我处理" count="2 件">
            <Surface as="ol" lined>
              <li>
                <Deadline as="tag" due="2026-11-25T09:30:00Z" left={2} />
                <h3 style={{ marginTop: 10 }}>补上 3 名员工劳动合同的签字页</h3>
                <p className="second">新增就业岗位补贴 · 市人社局 陈示例 11月20日提出</p>
                <div style={{ marginTop: 12 }}><ButtonLink to="/a" kind="primary">去补正</ButtonLink></div>
              </li>
              <li>
                <Deadline as="tag" due="2026-11-27T09:30:00Z" left={4} />
                <h3 style={{ marginTop: 10 }}>说明租赁面积与房产登记为何差 180 ㎡</h3>
                <p className="second">厂房租金补贴 · 市工信局 李示例 11月19日提出</p>
                <div style={{ marginTop: 12 }}><ButtonLink to="/a">去补正</ButtonLink></div>
              </li>
            </Surface>
          </Section>
          <Section title="我的申请" count="办理中 4 件" more={{ to: '/applications', label: '看全部 11 件' }}>
            <Surface as="ul" lined>
              <li>
                <h3>研发投入后补助</h3>
                <p className="second"><Money sum={cny(8_640_000)} /> 预计 11月25日 周三到账</p>
                <div style={{ marginTop: 8 }}><ProgressLine steps={steps('done done done done now', '提交 受理 审核 公示 拨付中')} label="办理进度" /></div>
              </li>
              <li>
                <h3>高新技术企业认定奖励</h3>
                <p className="second">承诺 12月4日 周五前办结 · 已用 6/15 个工作日</p>
                <div style={{ marginTop: 8 }}><ProgressLine steps={steps('done done now next next', '提交 受理 审核中 公示 到账')} label="办理进度" /></div>
              </li>
              <li>
                <h3>新增就业岗位补贴</h3>
                <p className="second">补正后 6 个工作日内办结 · 已用 4/10，暂停计时</p>
                <div style={{ marginTop: 8 }}><ProgressLine steps={steps('done done wait next next', '提交 受理 等您补正 审核 到账')} label="办理进度" /></div>
              </li>
            </Surface>
          </Section>
        </div>
        <div style={{ marginTop: 32 }}>
          <Section title="可享" count={<>3 项，合计约 <Money sum={cny(28_090_000)} as="short" /></>} more={{ to: '/policies', label: '看全部 12 项政策' }}>
            <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))', gap: 24 }}>
              {([['ok', 'check', '免申即享', '稳岗返还', 5_230_000, '确认账户'], ['brand', 'bolt', '即申即享', '首次升规企业奖励', 10_000_000, '一键申请'], ['info', 'date', '限时申请 · 11月30日止', '智能化改造设备补助', 12_860_000, '继续填写']] as const).map(([tone, icon, lane, name, fen, act]) => (
                <Surface key={name} padded>
                  <p style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}><Tag tone={tone} icon={icon}>{lane}</Tag><span className="second">承诺 5 个工作日</span></p>
                  <h3 style={{ marginTop: 12, fontSize: '1.125rem' }}>{name}</h3>
                  <p className="second">您今年 8 月第一次成为规上工业企业，要用的 4 份材料都已有。</p>
                  <p style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', marginTop: 16 }}><Money sum={cny(fen)} as="big" about={fen !== 10_000_000} /><Button kind="soft">{act}</Button></p>
                </Surface>
              ))}
            </div>
          </Section>
        </div>
      </div>
    </PortalShell>
  )
}

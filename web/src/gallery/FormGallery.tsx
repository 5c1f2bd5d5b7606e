import { capitals } from '@qinqing/domain/language/money'
import { Input } from 'antd'
import { useState } from 'react'
import { DateField } from '../kit/DateField.tsx'
import { Facts, FormRow, FormSection, StepRail } from '../kit/FormRow.tsx'
import { Icon } from '../kit/Icon.tsx'
import { PageTitle } from '../kit/PageTitle.tsx'
import { PortalShell } from '../kit/PortalShell.tsx'
import { ProblemNotice } from '../kit/ProblemNotice.tsx'
import { Surface } from '../kit/Section.tsx'
import { StickyBar } from '../kit/StickyBar.tsx'
import { Tag } from '../kit/Tag.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import { type Slot, Uploader } from '../kit/Uploader.tsx'
import { portal } from './HomeGallery.tsx'

const limits = { kinds: ['pdf', 'jpg', 'png'], mostBytes: 20 * 1024 * 1024 }
const known = (label: string, value: string, name: string, at: string) => ({ id: label, label, value, source: { name, at }, onWrong: () => undefined })

export function FormGallery() {
  const [day, setDay] = useState<string | undefined>('2025-12-18')
  const [slot, setSlot] = useState<Slot>({ state: 'empty' })
  return (
    <PortalShell {...portal} focused>
      <div className="wrap">
        <PageTitle
          tab="填写申请" crumbs={[{ label: '首页', to: '/' }, { label: '政策说明', to: '/policies/a' }, { label: '填写申请' }]}
          sub={<><Tag icon="date">限时申请</Tag><span>市工信局</span><span>11月30日 周一 17:30 截止，还剩 5 个工作日</span></>}
        >
          智能化改造设备补助
        </PageTitle>
        <div className="gallery-form">
          <StepRail
            label="填写进度" steps={[
              { id: '1', label: '企业信息', note: '5 项已带出', state: 'done', to: '#s1' }, { id: '2', label: '改造项目', note: '已填完', state: 'done', to: '#s2' },
              { id: '3', label: '设备与金额', note: '1 处要改', wants: true, state: 'now', to: '#s3' }, { id: '4', label: '材料', note: '还缺 1 份', wants: true, state: 'next', to: '#s4' },
              { id: '5', label: '核对并提交', state: 'next', to: '#s5' },
            ]}
          />
          <Surface as="form" className="gallery-sheet">
            <FormSection id="s1" title="企业信息" count="从部门数据带出，不用填">
              <Facts
                facts={[
                  known('企业名称', '柳州示例汽配有限公司', '市场监管局', '2026-11-20'), known('信用代码', '9145 0200 示例 0000 0X', '市场监管局', '2026-11-20'),
                  known('法定代表人', '赵示例', '市场监管局', '2026-11-20'), known('上年营业收入', '¥ 62,480,000.00', '税务局', '2026-05-31'),
                ]}
              />
            </FormSection>
            <FormSection id="s2" title="改造项目">
              <FormRow label="项目名称">{field => <Input {...field} size="large" defaultValue="示例冲压车间智能化改造" />}</FormRow>
              <FormRow label="改造内容" letters={{ used: 50, most: 200 }}>
                {field => <Input.TextArea {...field} autoSize={{ minRows: 2 }} defaultValue="给冲压线加装机器人和在线检测，三道工序由人工改为自动；改造后每班少 6 人，不良率预计降到 0.5% 以下。" />}
              </FormRow>
              <FormRow label="开票日期" fault="这张发票开在 2025年，只补 2026年1月1日以后买的设备（第四条）">
                {field => <DateField field={field} value={day} onChange={setDay} />}
              </FormRow>
              <FormRow label="申请补助金额" help={<>合计 1,286,000.00 的 10%，最高 50 万元（<a href="#c5">第五条</a>）</>}>
                {field => <Input {...field} size="large" inputMode="decimal" prefix="¥" suffix={<span className="second">{capitals(12_860_000)}</span>} defaultValue="128,600.00" />}
              </FormRow>
            </FormSection>
            <FormSection id="s4" title="材料" count="3 份，已有 2 份">
              <Uploader title="设备发票" limits={limits} slot={{ state: 'known', says: '3 张电子发票，不用上传', source: '税务局', at: '2026-11-22' }} onPick={() => undefined} onView={() => undefined} />
              <Uploader title="设备采购合同" limits={limits} slot={{ state: 'done', name: '采购合同（示例）.pdf', bytes: 2_516_582 }} onPick={() => undefined} onView={() => undefined} />
              <Uploader title="付款凭证" limits={limits} slot={{ state: 'uploading', name: '付款凭证（示例）.pdf', bytes: 8_000_000, sent: 4_960_000 }} onPick={() => undefined} onStop={() => undefined} />
              <Uploader title="设备验收单" hint="盖章后拍照或扫描" limits={limits} slot={slot} onPick={file => setSlot({ state: 'done', name: file.name, bytes: file.size })} />
              <Uploader title="授权委托书" optional limits={limits} slot={{ state: 'empty' }} fault="上传到 62% 时断开了，已传的部分没有保留。请重新上传。" onPick={() => undefined} />
            </FormSection>
            <div style={{ marginTop: 48 }}>
              <ProblemNotice
                what="现在提交会因 2 处被退回"
                faults={[
                  { id: '1', says: <>第 3 台设备的发票早于 2026年1月1日。去掉它，补助是 <b className="money">¥ 100,600.00</b>。</>, fix: <a href="#s3">去修改</a> },
                  { id: '2', says: '缺设备验收单。', fix: <a href="#s4">去上传</a> },
                ]}
              />
            </div>
          </Surface>
          <Surface padded className="gallery-after">
            <h2>提交以后</h2>
            <p className="second" style={{ marginTop: 8 }}>今天提交，最晚到账</p>
            <p style={{ fontSize: 'var(--fs-5)', lineHeight: 'var(--lh-5)', fontWeight: 600, marginBottom: 16 }}>12月14日</p>
            <Timeline
              label="提交以后" moments={[
                { id: '1', what: '填写申请', at: '2026-11-23', who: '王示例', why: '可随时接着填', state: 'now' },
                { id: '2', what: '受理', at: '2026-11-24', who: '市工信局', why: '1 个工作日', state: 'next' },
                { id: '3', what: '审核', at: '2026-12-01', who: '市工信局', why: '5 个工作日', state: 'next' },
                { id: '4', what: '到账', at: '2027-01-06', expected: true, who: '市财政局', why: '4 个工作日', state: 'next' },
              ]}
            />
          </Surface>
        </div>
      </div>
      <div style={{ marginTop: 32 }}>
        <StickyBar
          label="填写" wrapped keys={false} status={<><Icon name="tick" small />已保存 10:32</>}
          actions={[{ id: 'b', label: '上一步', onAct: () => undefined }, { id: 'n', label: '下一步：材料', kind: 'primary', then: '还有 2 处会被退回', onAct: () => undefined }]}
        />
      </div>
      <style>{`
        .gallery-form { display: grid; grid-template-columns: 168px minmax(0, 696px) minmax(0, 272px); gap: 32px; align-items: start; }
        .gallery-sheet { padding: 32px; }
        @media (max-width: 1199px) { .gallery-form { grid-template-columns: minmax(0, 1fr); gap: 16px; } }
        @media (max-width: 719px) { .gallery-sheet { margin-inline: -16px; padding: 24px 16px; border-radius: 0; } }
      `}</style>
    </PortalShell>
  )
}

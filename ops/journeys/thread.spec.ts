import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { act, chooses, confirms, fillsIn, handsIn, opensCase, paper, rowsOf, saved, sees, submits, types } from './acts.ts'
import { openCity } from './city.ts'
import { serviceItemsFile } from './service-items.ts'

const city = openCity()
const enterprise = '柳州示例龙城精密机械有限公司'
const fresh = '数字化车间接入奖励'
const clause = '参保人数不低于 50 人的本市企业，完成车间数据接入的，奖励 8 万元。'

/** From an imported draft to something that enterprises see: clause, condition, amount by form, tried on three enterprises. */
async function publishes(editor: Page): Promise<void> {
  await editor.getByRole('link', { name: fresh }).click()
  await editor.getByRole('link', { name: /^原文条款/ }).click()
  await editor.getByRole('button', { name: '添加一条' }).first().click()
  await types(editor, '第一条的原文', clause)
  await editor.getByRole('link', { name: fresh }).last().click()
  await editor.getByRole('link', { name: /^享受条件/ }).click()
  await editor.getByRole('button', { name: '添加条件' }).click()
  await chooses(editor, '看企业的哪一项数据', '参保人数')
  await chooses(editor, '怎样比较', '不低于')
  await types(editor, '比较的值', '50')
  expect(await editor.getByTestId('condition-sentence').innerText()).toBe('参保人数不低于 50 人')
  await editor.getByRole('link', { name: '金额', exact: true }).click()
  await editor.getByText('固定金额').click()
  await types(editor, '金额', '8万')
  await editor.getByRole('button', { name: '随便试 3 家' }).click()
  await editor.getByTestId('trial').nth(2).waitFor()
  await chooseTrial(editor)
  await editor.getByRole('button', { name: '发布', exact: true }).click()
  await editor.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await sees(editor, '已发布第 1 版')
}

/** The one that will apply is among those tried, and fits. */
async function chooseTrial(editor: Page): Promise<void> {
  await editor.getByRole('button', { name: /^不试/ }).first().click()
  await chooses(editor, '搜索企业名称或信用代码', enterprise)
  const tried = editor.getByRole('region', { name: enterprise })
  await sees(tried, '参保人数不低于 50 人')
  await sees(tried, '可享')
  await sees(tried, '80,000')
}

city.journey('import, edit, publish, match, apply, correction, approval: three people at once, each sees each step', async () => {
  const [{ page: editor }, { page: firm }, { page: desk }] = await Promise.all([
    city.enter('zhengce', '/desk/policies?tab=draft'), city.enter('qiye'), city.enter('shenpi', '/desk?basket=free'),
  ])
  const card = firm.getByTestId('eligible').filter({ hasText: fresh })
  const mine = rowsOf(desk, enterprise, fresh)
  await firm.getByTestId('eligible').first().waitFor()
  await desk.getByTestId('case-row').first().waitFor()

  const report = await city.take(serviceItemsFile(dirname(city.folder), fresh), 'demo-industry')
  expect(report).toMatch(/1 {2}新增草稿/)
  expect(report).toMatch(/第 2 行 未导入/)
  expect(await card.count()).toBe(0)
  await publishes(editor)
  await sees(card, '参保人数 89 人')
  await sees(card, '8 万元')

  await card.getByRole('button').click()
  const known = firm.getByRole('region', { name: '企业信息' })
  await sees(known, '参保人数')
  await sees(known, '人社局')
  await fillsIn(firm, enterprise)
  await sees(firm, '现在提交会因 1 处被退回')
  await handsIn(firm, '车间数据接入说明')
  await sees(firm, '现在提交不会被退回')
  await saved(firm)
  expect(await mine.count()).toBe(0)
  const number = await submits(firm)
  await mine.waitFor()
  await sees(firm, `${fresh}：已提交，等待受理`)

  await opensCase(desk, enterprise, fresh)
  await sees(desk, number)
  await act(desk, '认领').click()
  await sees(firm, `${fresh}：正在审核`)

  await act(desk, '补正').click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('第 1 项补正哪一栏').selectOption({ label: '车间数据接入说明' })
  await types(dialog, '第 1 项要补正什么', '缺第 2 页，请补齐后重新上传')
  await dialog.getByRole('button', { name: '加一项' }).click()
  await dialog.getByLabel('第 2 项补正哪一栏').selectOption({ label: '开户银行' })
  await types(dialog, '第 2 项要补正什么', '请写明到支行')
  await dialog.getByRole('button', { name: '请企业补正 2 项' }).click()

  await sees(firm, `${fresh}：请您补正 2 项`)
  await sees(firm, '请写明到支行')
  await firm.getByRole('link', { name: '去补正' }).first().click()
  const [first, second] = [firm.getByRole('region', { name: '第 1 项' }), firm.getByRole('region', { name: '第 2 项' })]
  await handsIn(first, '车间数据接入说明', paper('补齐的接入说明', '第 1 页', '第 2 页'))
  await types(second, '开户银行', '示例银行柳州分行龙城支行')
  await saved(firm)
  await firm.getByRole('button', { name: '提交补正' }).click()
  await sees(firm, `${fresh}：补正已交回，正在审核`)
  await sees(desk, '补正交回，恢复计时')

  await types(desk, '审查意见', '材料齐全，数据已接入，同意')
  await confirms(desk, '通过')
  await sees(firm, `${fresh}：已通过`)
  await sees(firm, '材料齐全，数据已接入，同意')
  await sees(firm, '80,000')
  await sees(desk.getByRole('main'), /李示例.*通过/)
})

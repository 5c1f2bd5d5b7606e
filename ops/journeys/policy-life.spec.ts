import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sees, types } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()
const policy = 'demo-policy-specialised'
const title = '专精特新企业奖励办法（示例）'
const why = '按市政府常务会议决定，补充诚信要求'

city.journey('a policy is amended with its differences seen, enterprises see the new version at once, and it ends with what is open said before', async () => {
  const [{ page: editor }, { page: firm }, { page: desk }] = await Promise.all([
    city.enter('zhengce', `/desk/policies/${policy}?part=guide`), city.enter('qiye', `/policies/${policy}`), city.enter('shenpi', '/desk?basket=free'),
  ])
  await sees(firm, '政策原文')
  await sees(firm, '第 1 版')

  await editor.getByRole('button', { name: '添加一段解读' }).click()
  await types(editor, '第 1 段的标题或问题', '哪些企业能申请')
  await types(editor, '哪些企业能申请的解释', '在本市登记的企业都可以。')
  await editor.getByRole('link', { name: /^原文条款/ }).click()
  const clause = editor.getByLabel('第一条的原文', { exact: true })
  await clause.fill(`${await clause.inputValue()}没有严重失信记录。`)
  await clause.blur()
  await editor.getByRole('status').getByText(/^已保存/).waitFor()

  await editor.getByRole('button', { name: '发布新版本' }).click()
  const dialog = editor.getByRole('dialog')
  await dialog.getByTestId('change').filter({ hasText: '第一条' }).locator('ins').filter({ hasText: '没有严重失信记录。' }).waitFor()
  await dialog.getByTestId('told-open').getByText(/\d+ 件在办申请：仍按提交时的版本办理/).waitFor()
  await dialog.getByTestId('told').first().waitFor()
  await dialog.getByRole('button', { name: '发布第 2 版' }).click()
  await sees(dialog, '请用一句话写明为什么改')
  await types(dialog, '为什么改（企业会看到）', why)
  await dialog.getByRole('button', { name: '发布第 2 版' }).click()
  await sees(editor, '已发布第 2 版')

  await sees(firm, why)
  await sees(firm, '哪些企业能申请')
  await firm.getByRole('button', { name: '看改了什么' }).click()
  await firm.getByTestId('change').filter({ hasText: '第一条' }).locator('ins').waitFor()
  await firm.getByRole('button', { name: '复制第一条的链接' }).waitFor()

  await editor.getByRole('button', { name: '停用', exact: true }).click()
  const ending = editor.getByRole('dialog')
  await ending.getByText(/\d+ 件在办的申请照常办完/).waitFor()
  await types(ending, '停用的原因', '到期退出')
  await ending.getByRole('button', { name: '停用', exact: true }).click()
  await sees(editor, '这项政策已停用，不能再改')
  await sees(firm, '这项政策已经退出')
  await sees(firm, '没有严重失信记录。')

  await desk.getByTestId('case-row').filter({ hasText: /专精特新/ }).first().getByRole('link').click()
  await desk.getByRole('link', { name: '打开办理' }).click()
  await desk.getByRole('toolbar', { name: '办理' }).getByRole('button', { name: '认领', exact: true }).click()
  await desk.getByRole('toolbar', { name: '办理' }).getByRole('button', { name: '通过', exact: true }).waitFor()
  await firm.goto('/policies')
  await firm.getByTestId('match').first().waitFor()
  expect(await firm.getByText(title).count()).toBe(0)
})

city.journey('a file with faults is seen through before anything is written, and goes in once', async () => {
  const row = { TASK_NAME: '示例导入事项', DEPT_NAME: '示例省厅', handle_time_limit: '10(工作日)', consult_phone: '0772-2800000' }
  const path = join(dirname(city.folder), '示例清单.json')
  writeFileSync(path, JSON.stringify([
    { ...row, TASK_CODE: 'JOURNEY-1' }, { ...row, TASK_CODE: '' }, { ...row, TASK_CODE: 'JOURNEY-3', handle_time_limit: '很快' }, { ...row, TASK_CODE: 'JOURNEY-1' },
  ]))
  const { page: editor } = await city.enter('zhengce', '/desk/import')
  await editor.getByLabel('选择文件').first().setInputFiles(path)
  await sees(editor, '预览：1 行可以导入，3 行有问题')
  expect(await editor.getByTestId('fault').allInnerTexts()).toEqual([
    expect.stringMatching(/2.*没有事项编码/s), expect.stringMatching(/3.*很快.*读不懂/s), expect.stringMatching(/4.*和第 1 行相同/s),
  ])
  expect(await editor.getByTestId('imported-row').filter({ hasText: '示例导入事项' }).count()).toBe(0)
  expect(await editor.getByRole('radio', { name: '正式内容' }).isChecked()).toBe(true)
  await editor.getByRole('button', { name: '导入 1 行' }).click()
  await sees(editor, '导入完成')
  const taken = editor.getByTestId('imported-row').filter({ hasText: '示例导入事项' })
  await taken.waitFor()
  expect(await taken.getByText('样例', { exact: true }).count()).toBe(0)
  expect(await editor.getByTestId('imported-row').getByText('样例', { exact: true }).count()).toBeGreaterThan(0)
  expect(await editor.getByTestId('count-new').innerText()).toMatch(/1$/)
  const waiting = editor.waitForEvent('download')
  await editor.getByRole('link', { name: '下载问题清单（CSV）' }).click()
  expect((await waiting).suggestedFilename()).toBe('导入问题-示例清单.csv')
  await editor.getByRole('button', { name: '再导一次' }).click()
  await editor.getByTestId('count-unchanged').getByText('1', { exact: true }).waitFor()
  expect(await editor.getByTestId('count-new').innerText()).toMatch(/0$/)
})

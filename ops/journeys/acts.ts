import { pdf } from '@qinqing/api/demo/pdf'
import type { Locator, Page } from 'playwright-core'

/** Resolves when a text is seen. */
export const sees = (where: Page | Locator, text: string | RegExp): Promise<void> => where.getByText(text).first().waitFor()

/** A small paper to hand in. */
export const paper = (name: string, ...lines: string[]) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf([name, ...lines]) })

/** Types into a box and leaves it. */
export async function types(where: Page | Locator, label: string, text: string): Promise<void> {
  const box = where.getByLabel(label, { exact: true })
  // What the platform knows is no box until somebody says that it is wrong.
  const wrong = where.getByRole('button', { name: `${label}信息有误？`, exact: true })
  await box.or(wrong).first().waitFor()
  if (await wrong.isVisible()) await wrong.click()
  await box.fill(text)
  await box.blur()
}

/** Chooses in a list that is searched by words. */
export async function chooses(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: words }).first().click()
}

/** Hands a file in at the place that is named so. */
export async function handsIn(where: Page | Locator, place: string, file = paper(place, '演示材料')): Promise<void> {
  const slot = where.getByRole('group', { name: place })
  await slot.locator('input[type=file]').setInputFiles(file)
  await sees(slot, `${file.name} · `)
  await sees(slot, '已上传')
}

/** Everything typed is kept by the server. */
export const saved = (page: Page): Promise<void> => page.getByRole('status').getByText(/^已保存/).waitFor()

const payee = { 开户银行: '示例银行柳州分行', 账号: '6200001234567890128' }

/** Fills in what nobody knows yet: whom to reach, where to pay. */
export async function fillsIn(page: Page, enterprise: string): Promise<void> {
  await types(page, '联系人姓名', '示例联系人')
  await types(page, '联系电话', '19900001234')
  await types(page, '户名', enterprise)
  for (const [label, text] of Object.entries(payee)) await types(page, label, text)
}

/** Goes to 核对, promises, submits; answers the number of the receipt. */
export async function submits(page: Page): Promise<string> {
  await page.getByRole('navigation', { name: '填写进度' }).getByRole('link', { name: /^核对并提交/ }).click()
  const promises = page.getByRole('checkbox')
  await promises.first().waitFor()
  for (const promise of await promises.all()) await promise.check()
  await page.getByRole('button', { name: '提交申请' }).click()
  await sees(page, '提交成功，这是您的回执')
  return /LZ-[\d-]+/.exec(await page.getByRole('main').innerText())![0]
}

/** The act of a case's bar, by its verb. */
export const act = (page: Page, verb: string): Locator => page.getByRole('toolbar', { name: '办理' }).getByRole('button', { name: verb, exact: true })

/** The rows of a queue, of one enterprise and item. */
export const rowsOf = (page: Page, enterprise: string, item: string): Locator => page.getByTestId('case-row').filter({ hasText: enterprise }).filter({ hasText: item })

/** Opens a case from the queue: the first click looks, the second opens. */
export async function opensCase(page: Page, enterprise: string, item: string): Promise<void> {
  await rowsOf(page, enterprise, item).getByRole('link').click()
  await page.getByRole('link', { name: '打开办理' }).click()
  await act(page, '通过').waitFor()
}

/** Presses an act and answers the question what it will do. */
export async function confirms(page: Page, verb: string): Promise<void> {
  await act(page, verb).click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
}

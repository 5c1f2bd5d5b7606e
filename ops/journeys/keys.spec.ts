import type { Page } from 'playwright-core'
import { act, sees } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()

/** A row is the one that the keys act on. */
const isSelected = (page: Page, id: string | null | undefined) => page.locator(`[data-testid=case-row][data-id="${id}"][aria-selected=true]`).waitFor()
const dialog = (page: Page) => page.getByRole('dialog')

city.journey('a queue and a case without a mouse, as the list of keys says', async () => {
  const { page } = await city.enter('shenpi', '/desk?basket=free')
  const rows = page.getByTestId('case-row')
  await rows.nth(2).waitFor()
  const ids = await Promise.all([0, 1, 2].map(n => rows.nth(n).getAttribute('data-id')))
  const keys = page.keyboard

  await keys.press('?')
  for (const says of ['上一件', '下一件', '打开', '认领', '搜索']) await sees(dialog(page), says)
  await keys.press('j')
  await isSelected(page, ids[0])
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })

  await keys.press('j')
  await keys.press('j')
  await isSelected(page, ids[2])
  await keys.press('k')
  await isSelected(page, ids[1])
  await keys.press('/')
  await keys.type('jkr')
  expect(await page.getByRole('combobox', { name: /受理号/ }).inputValue()).toBe('jkr')
  await isSelected(page, ids[1])
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('r')
  await sees(page.locator(`[data-id="${ids[1]}"]`), '李示例已认领')

  await keys.press('k')
  await isSelected(page, ids[0])
  await keys.press('Enter')
  await act(page, '通过').waitFor()
  expect(page.url()).toContain(`/desk/cases/${ids[0]}`)
  await keys.press('r')
  await act(page, '放回').waitFor()
  await keys.press('f')
  await act(page, '认领').waitFor()

  await page.getByLabel('审查意见').focus()
  await keys.type('t b y r f j k ?')
  expect(await dialog(page).count()).toBe(0)
  expect(await page.getByLabel('审查意见').inputValue()).toBe('t b y r f j k ?')
  await page.getByLabel('审查意见').blur()
  await keys.press('b')
  await sees(dialog(page), '补正')
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('y')
  await sees(dialog(page), '依据哪一条')
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('t')
  await sees(page, /先逐条判断|先填核定金额|通过.*的申请？|不能通过/)
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('Escape')
  await page.waitForURL('**/desk?*')
})

import { sees, types } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()

city.journey('what is thought of one case stays with that case, also for who goes from case to case', async () => {
  const { page } = await city.enter('shenpi', '/desk?basket=free')
  await page.getByTestId('case-row').first().waitFor()
  const address = `/desk/cases/${await page.getByTestId('case-row').first().getAttribute('data-id')}?basket=free`
  await page.goto(address)
  await types(page, '审查意见', '只对这一件的意见')
  await sees(page, /^已保存/)
  const of = new URL(page.url()).pathname
  await page.getByLabel('审查意见', { exact: true }).blur()
  await page.keyboard.press('j')
  await page.waitForURL(url => url.pathname.startsWith('/desk/cases/') && url.pathname !== of)
  await page.getByLabel('审查意见', { exact: true }).waitFor()
  expect(await page.getByLabel('审查意见', { exact: true }).inputValue()).toBe('')
  await page.goto(address)
  await page.getByText('只对这一件的意见').first().waitFor()
})

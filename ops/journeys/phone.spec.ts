import { fillsIn, handsIn, saved, sees, submits } from './acts.ts'
import { openCity, phone } from './city.ts'
import { misfits } from './measures.ts'
import { pages, shows } from './pages.ts'

const city = openCity()
const enterprise = '柳州示例龙城精密机械有限公司'
const item = '技术合同成交补助'

/** What is left of an office screen at 200 %. */
const zoomed = { width: 720, height: 450 }

const people = [...new Set(pages.map(one => one.who))]

for (const [language, thumb] of [['zh', true], ['en', false]] as const) for (const who of people) {
  city.journey(`the pages of ${who ?? 'nobody yet'} fit a phone, and a screen at 200 %, in ${language}`, async () => {
    city.expects(/status of 404/)
    const look = { viewport: phone, language }
    const { page } = who ? await city.enter(who, '/', look) : await city.visitor(look)
    const found: string[] = []
    for (const one of pages.filter(other => other.who === who)) {
      await shows(page, one)
      found.push(...await misfits(page, one.name, { thumb }))
      await page.setViewportSize(zoomed)
      found.push(...await misfits(page, one.name))
      await page.setViewportSize(phone)
    }
    expect(found).toEqual([])
  }, 180_000)
}

city.journey('an enterprise applies on a phone, from the tabs at the foot to the receipt', async () => {
  const { page } = await city.enter('qiye', '/', { viewport: phone })
  await sees(page, '待我处理')
  await page.getByTestId('todo').filter({ hasText: '补正' }).first().waitFor()
  const tabs = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: '找政策' }) })
  const foot = (await tabs.boundingBox())!
  expect(foot.y + foot.height).toBeGreaterThanOrEqual(phone.height - 1)
  await tabs.getByRole('link', { name: '找政策' }).tap()
  await page.getByTestId('match').filter({ hasText: item }).getByRole('link', { name: item, exact: true }).tap()
  await sees(page, '我能享受吗')
  await page.getByRole('toolbar').getByRole('button', { name: '一键申请' }).tap()
  await fillsIn(page, enterprise)
  await handsIn(page, '技术合同登记证明')
  await saved(page)
  expect(await submits(page)).toMatch(/^LZ-2\d{3}/)
  await tabs.getByRole('link', { name: '我的申请' }).tap()
  await page.getByRole('link', { name: item }).first().waitFor()
})

import { fillsIn, handsIn, saved, sees, submits } from './acts.ts'
import { openCity, phone } from './city.ts'
import { pages, shows } from './pages.ts'

const city = openCity()
const enterprise = '柳州示例龙城精密机械有限公司'
const item = '技术合同成交补助'

/** What is left of an office screen at 200 %. */
const zoomed = { width: 720, height: 450 }

/** What is too small for a thumb; links inside a running text are as high as their line. */
const small = `(() => {
  const shown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 1
  const targets = [...document.querySelectorAll('button, select, textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), nav a, a[class*=Button]')]
  return targets.filter(shown).flatMap(element => {
    const box = element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, label') ?? element
    const { height } = box.getBoundingClientRect()
    return height >= 43.5 ? [] : [\`\${element.getAttribute('aria-label') || element.innerText || element.placeholder || element.tagName} \${Math.round(height)}px\`]
  })
})()`

for (const who of new Set(pages.map(one => one.who))) {
  city.journey(`the pages of ${who ?? 'nobody yet'} fit a phone, and a screen at 200 %`, async () => {
    const { page } = who ? await city.enter(who, '/', { viewport: phone }) : await city.visitor({ viewport: phone })
    const found: string[] = []
    for (const one of pages.filter(other => other.who === who)) {
      await shows(page, one)
      const width = await page.evaluate<number>('document.scrollingElement.scrollWidth')
      if (width > phone.width) found.push(`${one.name}: ${width} px wide`)
      await page.setViewportSize(zoomed)
      const twice = await page.evaluate<number>('document.scrollingElement.scrollWidth')
      if (twice > zoomed.width) found.push(`${one.name} at 200 %: ${twice} px wide`)
      await page.setViewportSize(phone)
      if (who === 'qiye' || who === null) found.push(...(await page.evaluate<string[]>(small)).map(text => `${one.name}: ${text}`))
    }
    expect(found).toEqual([])
  })
}

city.journey('an enterprise applies on a phone, from the tabs at the foot to the receipt', async () => {
  const { page } = await city.enter('qiye', '/', { viewport: phone })
  await sees(page, '待我处理')
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

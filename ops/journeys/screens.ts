import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { City, desktop, phone } from './city.ts'
import { pages, type Shown, settled, shows } from './pages.ts'
import { root } from './served.ts'

const best = join(root, 'ops/screens')
const all = join(best, 'all')

/** Beside the pages: what one sees right after handing in, and when one may not. */
const besides: readonly Shown[] = [
  { name: 'handed-in', who: 'qiye', address: '/applications/demo-application-004?submitted=1' },
  { name: 'forbidden', who: 'shenpi', address: '/admin' },
]

/** What the README shows, and from which page at 1440 pixels. */
const chosen: Readonly<Record<string, string>> = {
  home: 'home', desk: 'desk', case: 'case', form: 'form', policy: 'policy', editor: 'conditions', application: 'answer', correction: 'correction', admin: 'people',
}
const onPhone = ['home', 'policy', 'application']

/** The home goes on below the first screen: what one can get is there. */
const firstScreens = { fullPage: true, clip: { x: 0, y: 0, width: 1440, height: 1200 } }

const widths = [['1440', desktop], ['390', phone]] as const
const file = (name: string, width: string) => join(all, `${name}-${width}.png`)

/** Everybody's pages at one width, in the order of the list; each person has one browser. */
async function take(city: City, width: string, viewport: typeof desktop): Promise<void> {
  const shown = [...pages, ...besides]
  for (const who of new Set(shown.map(one => one.who))) {
    const { page, context } = who ? await city.enter(who, '/', { viewport }) : await city.visitor({ viewport })
    for (const one of shown.filter(other => other.who === who)) {
      await shows(page, one)
      // The browser's own viewer of papers draws when it likes, and tells nobody.
      if (await page.locator('iframe, embed, object').count() > 0) await page.waitForTimeout(2_000)
      await page.screenshot({ path: file(one.name, width), animations: 'disabled', ...(one.name === 'home' && width === '1440' ? firstScreens : {}) })
    }
    await context.close()
  }
}

/** The pages that were open when the server went away. */
async function takeAway(city: City): Promise<void> {
  const open = await Promise.all(widths.flatMap(([width, viewport]) => [['qiye', '/'], ['shenpi', '/desk']].map(async ([who, address]) => {
    const { page } = await city.enter(who!, address!, { viewport })
    await settled(page)
    return { page, path: file(`away-${who}`, width) }
  })))
  await city.stop()
  for (const { page, path } of open) {
    await page.getByRole('status').getByText(/数据截至 \d/).first().waitFor()
    await page.screenshot({ path })
  }
}

/** Three telephones side by side. */
async function takePhones(city: City): Promise<void> {
  const { page } = await city.visitor({ viewport: { width: 1250, height: phone.height } })
  const pictures = onPhone.map(name => `<img src="data:image/png;base64,${readFileSync(file(name, '390')).toString('base64')}">`)
  await page.setContent(`<body style="margin:0;display:flex;justify-content:space-between;background:#dfe6e8">${pictures.join('')}</body>`)
  await page.screenshot({ path: join(best, 'phone.png') })
}

const city = new City()
rmSync(all, { recursive: true, force: true })
mkdirSync(all, { recursive: true })
try {
  await city.begin()
  for (const [width, viewport] of widths) await take(city, width, viewport)
  for (const [name, from] of Object.entries(chosen)) copyFileSync(file(from, '1440'), join(best, `${name}-1440.png`))
  await takePhones(city)
  await takeAway(city)
} finally {
  await city.end()
}

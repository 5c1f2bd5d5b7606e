import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { root, Served } from './served.ts'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars']
/** Without a locale the browser cannot give a downloaded file its Chinese name. */
const env = { ...process.env, LANG: 'C.UTF-8' }
const patience = 30_000
const opening = 90_000

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

interface Look {
  viewport?: { width: number; height: number }
  language?: 'zh' | 'en'
}

/** Somebody at a browser of their own. */
export interface Person {
  page: Page
  context: BrowserContext
}

/** A served city and one browser for a whole file of journeys; whoever comes in has a context of their own. */
export class City extends Served {
  private browser: Browser | undefined
  private open: Person[] = []
  private faults: string[] = []
  private expected: RegExp[] = []

  async begin(): Promise<void> {
    const executablePath = process.env['QQ_CHROMIUM'] ?? '/usr/bin/chromium'
    const [browser] = await Promise.all([chromium.launch({ executablePath, args: flags, env }), this.start()])
    this.browser = browser
  }

  async end(): Promise<void> {
    await this.browser?.close()
    await this.close()
  }

  /** A browser where nobody has signed in yet. */
  async visitor({ viewport = desktop, language = 'zh' }: Look = {}): Promise<Person> {
    const context = await this.browser!.newContext({
      viewport, baseURL: this.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: viewport.width < 600, isMobile: viewport.width < 600, reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(patience)
    // A frame of the browser's own, or one that is shut in, such as a viewer of papers, has no storage.
    await context.addInitScript(`if (window.origin !== 'null') window.localStorage?.setItem('qinqing/language', '${language}')`)
    const page = await context.newPage()
    page.on('console', message => { if (message.type() === 'error') this.faults.push(`${page.url()}: ${message.text()}`) })
    page.on('pageerror', error => { this.faults.push(`${page.url()}: ${error.message}`) })
    const person = { page, context }
    this.open.push(person)
    return person
  }

  /** Somebody of the demo who has signed in, at a page. */
  async enter(username: string, address = '/', look: Look = {}): Promise<Person> {
    const person = await this.visitor(look)
    const answer = await person.context.request.post('/api/session', { data: { username, password: this.passwordOf(username) } })
    if (!answer.ok()) throw new Error(`${username} cannot sign in: ${await answer.text()}`)
    await person.page.goto(address)
    return person
  }

  /** An answer that the browser will put into its console, because this journey provokes it. */
  expects(...patterns: RegExp[]): void {
    this.expected.push(...patterns)
  }

  /** One journey: fails by what the browsers' consoles say, too; leaves pictures when it fails; everybody goes home afterwards. */
  journey(name: string, run: () => Promise<void>, limit = 90_000): void {
    test(name, async () => {
      this.faults = []
      this.expected = []
      try {
        await run()
        expect(this.faults.filter(fault => !this.expected.some(pattern => pattern.test(fault)))).toEqual([])
        expect(this.complaints).toBe('')
      } catch (error) {
        await this.picture(name)
        if (this.complaints) process.stderr.write(`\n${this.complaints}`)
        throw error
      } finally {
        await Promise.all(this.open.map(({ context }) => context.close()))
        this.open = []
      }
    }, limit)
  }

  /** What everybody saw when it went wrong. */
  private async picture(name: string): Promise<void> {
    const folder = join(root, '.cache/journeys')
    mkdirSync(folder, { recursive: true })
    await Promise.all(this.open.map(({ page }, n) =>
      page.screenshot({ path: join(folder, `${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}-${n + 1}.png`), timeout: 5_000 }).catch(() => undefined)))
  }
}

/** Opens a city before the journeys of a file and closes it after them, also when one failed. */
export function openCity(...options: string[]): City {
  const city = new City(options)
  beforeAll(() => city.begin(), opening)
  afterAll(() => city.end(), opening)
  return city
}

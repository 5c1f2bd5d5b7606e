import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openCity, type Person } from './city.ts'
import { shutsOut } from './measures.ts'
import { pages, settled, shows } from './pages.ts'
import { root } from './served.ts'

const city = openCity()
const people = [...new Set(pages.map(one => one.who))]

/** Every address that the pages have, as its route says it. */
const routes = ((): string[] => {
  const table = readFileSync(join(root, 'web/src/routes.tsx'), 'utf8').split('export const routes')[1]!
  const way: { path: string; leads: boolean }[] = []
  const found: string[] = []
  for (const [token, path] of table.matchAll(/\{|\}|\bpath: '([^']*)'|\bindex: true|\bchildren:/g)) {
    const here = way.at(-1)
    if (token === '{') way.push({ path: '', leads: false })
    else if (token === 'children:') here!.leads = true
    else if (path !== undefined) here!.path = path
    else if (token === '}' && !way.pop()!.leads) found.push(`/${[...way.map(one => one.path), here!.path].filter(Boolean).join('/')}`)
  }
  return found
})()

const patternOf = (route: string) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+').replace(/\*/, '.+')}$`)
const routeOf = (path: string) => routes.find(route => !route.endsWith('*') && patternOf(route).test(path)) ?? routes.findLast(route => route.endsWith('*') && patternOf(route).test(path))

interface Visited {
  who: string | null
  address: string
}

/** One address for each route, and who was there. */
const visited = new Map<string, Visited>()

for (const who of people) {
  city.journey(`nothing on the pages of ${who ?? 'nobody yet'} shuts anybody out`, async () => {
    city.expects(/status of 404/)
    const { page } = who ? await city.enter(who, '/') : await city.visitor()
    const found: string[] = []
    for (const one of pages.filter(other => other.who === who)) {
      await shows(page, one)
      found.push(...await shutsOut(page, one.name))
      const { pathname, search, hash } = new URL(page.url())
      const route = routeOf(pathname)
      if (route && !visited.has(route)) visited.set(route, { who, address: pathname + search + hash })
    }
    expect(found).toEqual([])
  }, 180_000)
}

test('every address of the pages was looked at', () => {
  expect(routes.filter(route => !visited.has(route))).toEqual([])
})

const addressesOf = (who: string | null) => [...visited.values()].filter(one => one.who === who).map(one => one.address)

/** A few windows at a time, because most of what they do here is to wait. */
async function inWindows({ context }: Person, addresses: readonly string[], look: (page: Page, address: string) => Promise<string[]>): Promise<string[]> {
  const left = [...addresses]
  const found: string[] = []
  await Promise.all(Array.from({ length: 3 }, async () => {
    const page = await context.newPage()
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      await page.goto(address)
      found.push(...await look(page, address))
    }
    await page.close()
  }))
  return found
}

/** Who tries whose pages, and may not see them. */
const strangers = [['guanli', 'qiye'], ['zhengce', 'shenpi'], ['qiye', 'zhengce'], ['shenpi', 'guanli']] as const

for (const [stranger, owner] of strangers) {
  city.journey(`the pages of ${owner} tell ${stranger} that they are not for everybody, and that shuts nobody out`, async () => {
    city.expects(/status of 40[34]/)
    const found = await inWindows(await city.enter(stranger), addressesOf(owner), async (page, address) => {
      await settled(page)
      return shutsOut(page, address)
    })
    expect(found).toEqual([])
  }, 180_000)
}

const problem = { type: 'urn:qinqing:problem:unavailable', title: 'unavailable', status: 503, code: 'unavailable', detail: { zh: '服务暂时不可用', en: 'Not available now' } }
const unavailable = { status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }
/** Nobody listens there. */
const unanswered = `window.WebSocket = class extends WebSocket { constructor() { super('ws://127.0.0.1:9/') } }`

for (const who of people) {
  city.journey(`the pages of ${who ?? 'nobody yet'} say that the service answers nothing, and that shuts nobody out`, async () => {
    city.expects(/status of (404|503)/, /WebSocket/)
    const person = who ? await city.enter(who) : await city.visitor()
    await person.context.addInitScript(unanswered)
    await person.context.route(({ pathname }) => pathname.startsWith('/api/') && (who === null || pathname !== '/api/session'), route => route.fulfill(unavailable))
    const found = await inWindows(person, addressesOf(who), async (page, address) => {
      await page.getByText(/^离线$|暂时连不上服务|服务暂时不可用|没有找到这个页面/).first().waitFor()
      return shutsOut(page, address)
    })
    expect(found).toEqual([])
  }, 180_000)
}

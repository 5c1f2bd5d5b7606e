import type { Page } from 'playwright-core'

/** A page as somebody looks at it with the demo in it. */
export interface Shown {
  name: string
  /** Who; nobody has signed in when it is null. */
  who: string | null
  address: string
  /** What is pressed until it looks so. */
  then?: (page: Page) => Promise<void>
}

/** The page stands: nothing in it is still being waited for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('[role=status][aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready.then(() => true)')
}

interface Row {
  id: string
  document: { verdicts: { result: string }[]; item: { materials: unknown[] } }
}

const isDoubtful = ({ document: { verdicts } }: Row) => verdicts.some(({ result }) => result !== 'met')

/** An open case, rather one with papers, where a condition is open or failed, so that there is something to judge. */
const opensCase = async (page: Page): Promise<void> => {
  const where = JSON.stringify(['in', 'status', ['submitted', 'claimed', 'resubmitted']])
  const answer = await page.request.get(`/api/rows/applications?where=${encodeURIComponent(where)}&limit=50`)
  const { rows } = await answer.json() as { rows: Row[] }
  const best = rows.find(row => isDoubtful(row) && row.document.item.materials.length > 0) ?? rows.find(isDoubtful) ?? rows[0]!
  await page.goto(`/desk/cases/${best.id}`)
  await page.getByRole('toolbar').waitFor()
}

/** Begins an application, or goes on with the one that there is. */
const opensForm = async (page: Page): Promise<void> => {
  await page.getByRole('toolbar').getByRole('button').last().click()
  await page.waitForURL('**/form')
  await page.getByRole('toolbar').getByRole('status').waitFor()
}

const firstPolicy = (part: string) => async (page: Page): Promise<void> => {
  const link = page.getByRole('main').getByRole('row').getByRole('link').first()
  await page.goto(`${await link.getAttribute('href')}${part}`)
}

const shown = (who: string | null, name: string, address: string, then?: Shown['then']): Shown => ({ who, name, address, ...then ? { then } : {} })

/** The first paper that this page leads to. */
const opensPaper = async (page: Page): Promise<void> => {
  const link = page.locator('a[href^="/papers/"]').first()
  await link.waitFor()
  await page.goto((await link.getAttribute('href'))!)
}

/** Every page, full. */
export const pages: readonly Shown[] = [
  shown(null, 'sign-in', '/sign-in'),
  shown(null, 'begin', '/begin#first-administrator.nothing'),
  shown(null, 'invited', '/invited#nobody.nothing'),
  shown('qiye', 'home', '/'),
  shown('qiye', 'policies', '/policies?tab=near'),
  shown('qiye', 'policy', '/policies/demo-policy-specialised?item=patents'),
  shown('qiye', 'applications', '/applications'),
  shown('qiye', 'application', '/applications/demo-application-005'),
  shown('qiye', 'approved', '/applications/demo-application-003'),
  shown('qiye', 'refused', '/applications/demo-application-010'),
  shown('qiye', 'receipt', '/applications/demo-application-005/receipt'),
  shown('qiye', 'notice', '/applications/demo-application-010/notice'),
  shown('qiye', 'form', '/policies/demo-policy-specialised?item=patents', opensForm),
  shown('qiye', 'papers', '/applications/demo-application-011/form'),
  shown('qiye', 'review', '/applications/demo-application-011/form?step=review'),
  shown('qiye', 'account', '/account'),
  shown('qiye', 'answer', '/applications/demo-application-002/form'),
  shown('qiye', 'notices', '/notices'),
  shown('qiye', 'settings', '/notices?tab=settings'),
  shown('qiye', 'nothing-found', '/policies?q=没有这样的政策'),
  shown('qiye', 'paper', '/applications/demo-application-005', opensPaper),
  shown('qiye', 'not-found', '/no/such/page'),
  shown('shenpi', 'desk', '/desk'),
  shown('shenpi', 'case', '/desk', opensCase),
  shown('shenpi', 'correction', '/desk', async page => {
    await opensCase(page)
    await page.keyboard.press('b')
    await page.getByRole('dialog').waitFor()
  }),
  shown('shenpi', 'account-desk', '/desk/account'),
  shown('shenpi', 'done', '/desk?basket=done'),
  shown('shenpi', 'desk-nothing', '/desk?q=没有这样的企业'),
  shown('shenpi', 'desk-not-found', '/desk/no/such/page'),
  shown('shenpi', 'keys', '/desk', async page => {
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  }),
  shown('zhengce', 'list', '/desk/policies'),
  shown('zhengce', 'editor', '/desk/policies/demo-policy-smart'),
  shown('zhengce', 'conditions', '/desk/policies/demo-policy-smart?item=equipment&part=conditions', async page => {
    await page.getByRole('button', { name: /^随便试|^Try any/ }).click()
    await page.getByTestId('trial').nth(2).waitFor()
    await page.getByTestId('condition-row').nth(1).getByRole('button').first().click()
    await page.getByTestId('condition-sentence').waitFor()
  }),
  shown('zhengce', 'form-editor', '/desk/policies/demo-policy-smart/items/equipment/form?at=project.machines'),
  shown('zhengce', 'form-rule', '/desk/policies/demo-policy-smart/items/equipment/form?at=project.bank'),
  shown('zhengce', 'form-versions', '/desk/policies/demo-policy-smart/items/equipment/form?at=project.total', async page => {
    await page.keyboard.press('v')
    await page.getByTestId('changes').or(page.getByText(/这两版没有差别|no difference/)).waitFor()
  }),
  shown('zhengce', 'publish', '/desk/policies?tab=draft', firstPolicy('?part=publish')),
  shown('zhengce', 'import', '/desk/import'),
  shown('shenpi', 'told', '/desk/notices'),
  shown('guanli', 'admin', '/admin'),
  shown('guanli', 'account-admin', '/admin/account'),
  shown('guanli', 'admin-not-found', '/admin/no/such/page'),
  shown('guanli', 'told-admin', '/admin/notices'),
  shown('guanli', 'people', '/admin?view=people'),
  shown('guanli', 'offices', '/admin?view=offices'),
  shown('guanli', 'invitations', '/admin?view=invitations'),
  shown('guanli', 'invite', '/admin?view=invitations', async page => {
    await page.getByRole('button', { name: /^邀请同事|^Invite a colleague/ }).click()
    await page.getByRole('dialog').waitFor()
  }),
  shown('guanli', 'system', '/admin/system'),
]

/** Goes to a page as it is to be seen. */
export async function shows(page: Page, { address, then }: Shown): Promise<void> {
  await page.goto(address)
  await settled(page)
  await then?.(page)
  await settled(page)
}

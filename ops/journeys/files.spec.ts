import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { fileRef } from '@qinqing/domain/language/field'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { crc32, deflateSync } from 'node:zlib'
import { act, opensCase, saved, sees, submits } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()
const enterprise = '柳州示例龙城精密机械有限公司'
const item = '专精特新企业发明专利奖励'
const place = '专利登记簿副本'

const scratch = mkdtempSync(join(tmpdir(), 'qinqing-journey-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A picture that no compression makes smaller: some pieces long. */
function picture(side: number): Buffer {
  const part = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2], 8)
  const rows = Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(side * 3)]))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), part('IHDR', head), part('IDAT', deflateSync(Buffer.concat(rows), { level: 1 })),
    part('IEND', Buffer.alloc(0)),
  ])
}

/** Does something at one piece of the uploads of a page, instead of sending it. */
const atPiece = async (page: Page, which: number, instead: (route: Route) => Promise<void>) => {
  let pieces = 0
  await page.route('**/uploads/*', route => (route.request().method() === 'PATCH' && ++pieces >= which ? instead(route) : route.continue()))
  return () => page.unroute('**/uploads/*')
}

const frameOf = (page: Page) => page.frameLocator('iframe[data-state=shown]')
/** What a script in the paper's own page finds; of the frame that is shown, for the one before it may still be going. */
const inPaper = <Found>(page: Page, script: string): Promise<Found> => frameOf(page).locator('body').evaluate<Found, void>(script)

city.journey('an upload that is cut goes on after a reload, and after the server was killed; the office sees the picture', async () => {
  city.expects(/uploads\//, /ERR_CONNECTION/, /status of 50/, /WebSocket/)
  const { page } = await city.enter('qiye', '/policies/demo-policy-specialised?item=patents')
  await page.getByRole('toolbar').getByRole('button').last().click()
  await page.waitForURL('**/form')
  page.on('dialog', dialog => void dialog.accept())
  const slot = page.getByRole('group', { name: place })
  await sees(slot, 'PDF、PNG、JPG，每份 20 MB 以内')
  const paper = join(scratch, '专利登记簿（示例）.png')
  writeFileSync(paper, picture(1_050))

  let free = await atPiece(page, 2, route => route.abort('connectionreset'))
  await slot.locator('input[type=file]').setInputFiles(paper)
  await sees(slot, /^没有连上/)
  await page.reload()
  await sees(slot, /^上次传到 [1-9]\d*% 停下了，再选“专利登记簿（示例）\.png”/)
  await free()

  const begun: string[] = []
  page.on('request', request => { if (/\/uploads/.test(request.url())) begun.push(request.method()) })
  let killed = false
  free = await atPiece(page, 2, async route => {
    if (killed) return route.continue()
    killed = true
    await city.stop('SIGKILL')
    await route.abort('connectionreset')
    await city.start()
  })
  await slot.locator('input[type=file]').setInputFiles(paper)
  await slot.getByText('已上传').waitFor({ timeout: 60_000 })
  await free()
  // It was never begun anew.
  expect([killed, begun[0], begun.includes('POST')]).toEqual([true, 'HEAD', false])

  await saved(page)
  await submits(page)
  await page.getByRole('link', { name: '打印回执' }).click()
  await page.getByRole('heading', { name: '收件回执', level: 1 }).waitFor()
  await sees(page, '专利登记簿（示例）.png')

  const { page: desk } = await city.enter('shenpi', '/desk')
  await opensCase(desk, enterprise, item)
  await frameOf(desk).getByRole('img', { name: place }).waitFor()
  expect(await inPaper(desk, 'document.querySelector("img").naturalWidth')).toBe(1_050)
})

const filesOf = ({ answers }: ApplicationDocument) => Object.values(answers).flatMap(one => fileRef.safeParse(one).data ?? [])

/** An open case with several papers. */
async function opensPapers(page: Page): Promise<ApplicationDocument> {
  const where = JSON.stringify(['in', 'status', ['submitted', 'claimed', 'resubmitted']])
  const answer = await page.request.get(`/api/rows/applications?where=${encodeURIComponent(where)}&limit=50`)
  const { rows } = await answer.json() as { rows: { document: ApplicationDocument }[] }
  const found = rows.find(({ document }) => filesOf(document).length > 1)!.document
  await page.goto(`/desk/cases/${found.id}`)
  await act(page, '通过').waitFor()
  return found
}

city.journey('papers are seen in the case, one after the other by key, in a frame that reaches nothing; one that was changed is not shown', async () => {
  city.expects(/409/, /CORS policy/, /ERR_FAILED/)
  const { page } = await city.enter('shenpi', '/desk')
  const application = await opensPapers(page)
  const figure = page.getByRole('figure')
  await frameOf(page).locator('.sheet > canvas').waitFor()
  await frameOf(page).getByText('演示材料，不是真实文件').waitFor({ state: 'attached' })
  const first = await figure.getAttribute('aria-label')

  const reached = await inPaper<string[]>(page, `Promise.all([
    Promise.resolve(origin),
    fetch('/api/session', { signal: AbortSignal.timeout(10_000) }).then(answer => 'answered ' + answer.status, () => 'unreached'),
    new Promise(done => { try { done(parent.document.title) } catch { done('closed') } }),
    new Promise(done => { try { done(document.cookie) } catch { done('closed') } }),
  ])`)
  expect(reached).toEqual(['null', 'unreached', 'closed', 'closed'])

  await page.keyboard.press(']')
  await figure.and(page.locator(`:not([aria-label="${first}"])`)).waitFor()
  await frameOf(page).locator('.sheet > canvas').waitFor()
  await page.keyboard.press('+')
  await sees(figure, '125%')
  await figure.getByRole('button', { name: '旋转' }).click()
  // Also when one has clicked into the paper.
  await frameOf(page).locator('.sheet').click()
  await page.keyboard.press('[')
  await page.getByRole('figure', { name: first! }).waitFor()

  for (const { hash } of filesOf(application)) writeFileSync(join(city.folder, 'files', application.id, hash), '%PDF-1.5\nanother')
  await page.reload()
  await sees(figure, '文件校验失败')
  expect(await page.locator('iframe').count()).toBe(0)
})

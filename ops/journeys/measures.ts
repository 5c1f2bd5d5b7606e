import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './served.ts'

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string | null
  nodes: { target: string[]; failureSummary?: string }[]
}

const asked = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`

/** What shuts somebody out of a page as it stands: axe's serious and critical faults. */
export async function shutsOut(page: Page, name: string): Promise<string[]> {
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>(asked)
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

const shownOf = `const shown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 1
  const said = element => (element.getAttribute('aria-label') || element.innerText || element.placeholder || element.tagName).trim().slice(0, 40)`

/** What is too small for a thumb; links inside a running text are as high as their line. */
const small = `(() => {
  ${shownOf}
  const targets = [...document.querySelectorAll('button, select, textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden]), nav a, a[class*=Button]')]
  return targets.filter(shown).flatMap(element => {
    const box = element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, label') ?? element
    const { height } = box.getBoundingClientRect()
    return height >= 43.5 ? [] : [\`\${said(element)} \${Math.round(height)}px high\`]
  })
})()`

/** Words of headings and buttons that do not fit into them; the way back names in short what the heading says in full. */
const cut = `(() => {
  ${shownOf}
  const clips = element => element.clientWidth > 1 && getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
  return [...document.querySelectorAll('h1, h2, h3, h4, button, a[class*=Button], nav a')]
    .filter(element => shown(element) && !element.closest('[class*=crumbs]') && [element, ...element.querySelectorAll('*')].some(clips))
    .map(element => \`cut: \${said(element)}\`)
})()`

/** What does not fit at the width that the page has now. */
export async function misfits(page: Page, name: string, { thumb = false } = {}): Promise<string[]> {
  const width = page.viewportSize()!.width
  const wide = await page.evaluate<number>('document.scrollingElement.scrollWidth')
  const found = [...wide > width ? [`${wide} px wide`] : [], ...await page.evaluate<string[]>(cut), ...thumb ? await page.evaluate<string[]>(small) : []]
  return found.map(text => `${name} at ${width}: ${text}`)
}

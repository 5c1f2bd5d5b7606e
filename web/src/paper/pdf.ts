import { getDocument, type PDFDocumentProxy, type PDFPageProxy, PDFWorker, TextLayer, version } from 'pdfjs-dist'
import type { Look, Shown } from './shown.ts'

const parts = new URL(`/assets/pdf-${version}/`, location.href).href

/** A frame without an origin may start a worker only from what it has written itself; that one then fetches the real one. */
async function worker(): Promise<PDFWorker> {
  const script = new Blob([`void import(${JSON.stringify(`${parts}worker.mjs`)})`], { type: 'text/javascript' })
  const port = new Worker(URL.createObjectURL(script))
  // What is said before it listens is lost.
  await new Promise((ready, failed) => {
    port.addEventListener('message', ready, { once: true })
    port.addEventListener('error', failed, { once: true })
  })
  return PDFWorker.create({ port })
}

/** More than this a canvas does not take everywhere. */
const mostPixels = 16_000_000

interface Sheet {
  element: HTMLElement
  page?: PDFPageProxy
  /** As it was drawn last. */
  drawn?: string
  stop?: () => void
}

/** Opens a PDF; its pages are drawn when they come near, so that a long one costs no more than a short one. */
export async function showPdf(bytes: ArrayBuffer, place: HTMLElement): Promise<Shown> {
  const opened: PDFDocumentProxy = await getDocument({
    data: bytes, worker: await worker(),
    cMapUrl: `${parts}cmaps/`, standardFontDataUrl: `${parts}standard_fonts/`, wasmUrl: `${parts}wasm/`, iccUrl: `${parts}iccs/`,
    enableXfa: false, useSystemFonts: true,
  }).promise
  const first = await opened.getPage(1)
  const sheets: Sheet[] = Array.from({ length: opened.numPages }, () => ({ element: document.createElement('section') }))
  const look: Look = { zoom: 1, turn: 0 }
  const near = new Set<number>()

  const sizeOf = (page: PDFPageProxy) => page.getViewport({ scale: 1, rotation: (page.rotate + look.turn) % 360 })
  const shape = ({ element, page = first }: Sheet) => {
    const { width, height } = sizeOf(page)
    element.style.aspectRatio = `${width} / ${height}`
  }

  const draw = async (n: number) => {
    const sheet = sheets[n]!
    sheet.page ??= await opened.getPage(n + 1)
    shape(sheet)
    const wide = sheet.element.clientWidth
    const wanted = `${wide} ${look.turn}`
    if (sheet.drawn === wanted || !near.has(n)) return
    sheet.stop?.()
    sheet.drawn = wanted
    const whole = sizeOf(sheet.page)
    const scale = wide / whole.width
    const sharp = Math.min(devicePixelRatio || 1, Math.sqrt(mostPixels / (whole.width * whole.height * scale * scale)))
    const viewport = sheet.page.getViewport({ scale: scale * sharp, rotation: whole.rotation })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const drawing = sheet.page.render({ canvas, viewport, background: '#ffffff' })
    sheet.stop = () => drawing.cancel()
    await drawing.promise
    const text = document.createElement('div')
    text.className = 'text'
    text.style.setProperty('--total-scale-factor', String(scale))
    const layer = new TextLayer({
      textContentSource: sheet.page.streamTextContent(), container: text, viewport: sheet.page.getViewport({ scale, rotation: whole.rotation }),
    })
    sheet.element.replaceChildren(canvas, text)
    await layer.render()
  }
  /** What was turned away or replaced meanwhile is no fault; what cannot be drawn stays white. */
  const quietly = (n: number) => void draw(n).catch(() => undefined)

  const watching = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const n = Number((target as HTMLElement).dataset['n'])
      if (isIntersecting) {
        near.add(n)
        quietly(n)
      } else {
        near.delete(n)
        sheets[n]!.stop?.()
        sheets[n]!.drawn = ''
        target.replaceChildren()
      }
    }
  }, { root: place, rootMargin: '100% 0px' })
  for (const [n, sheet] of sheets.entries()) {
    sheet.element.className = 'sheet'
    sheet.element.dataset['n'] = String(n)
    sheet.element.dataset['page'] = ''
    shape(sheet)
  }
  place.replaceChildren(...sheets.map(({ element }) => element))
  for (const { element } of sheets) watching.observe(element)
  const again = () => near.forEach(quietly)
  new ResizeObserver(again).observe(place)
  await draw(0)
  return {
    pages: opened.numPages,
    look(next) {
      Object.assign(look, next)
      place.style.setProperty('--zoom', String(next.zoom))
      sheets.forEach(shape)
      again()
    },
  }
}

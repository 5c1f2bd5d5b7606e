import './paper.css'
import { type FromPaper, paperKeys, type ToPaper } from '../parts/paper-talk.ts'
import { showPdf } from './pdf.ts'
import { showPicture } from './picture.ts'
import type { Look, Shown } from './shown.ts'

// This page has no origin of its own: it reaches neither the session nor the pages around it, and hears and says only this.
const tell = (said: FromPaper) => parent.postMessage(said, '*')
const place = document.getElementById('sheets')!
const sheets = () => [...place.querySelectorAll<HTMLElement>('[data-page]')]

let shown: Shown | undefined
let page = 1

async function show({ type, bytes, label }: Extract<ToPaper, { kind: 'show' }>) {
  try {
    place.setAttribute('aria-label', label)
    shown = type === 'application/pdf' ? await showPdf(bytes, place) : await showPicture(bytes, type, label, place)
    tell({ kind: 'shown', pages: shown.pages })
  } catch (error) {
    tell({ kind: 'failed', why: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken' })
  }
}

/** Zooming keeps what one looks at in sight. */
function look(next: Look) {
  const held = place.scrollHeight ? (place.scrollTop + place.clientHeight / 2) / place.scrollHeight : 0
  shown?.look(next)
  place.scrollTop = held * place.scrollHeight - place.clientHeight / 2
}

addEventListener('message', ({ source, data }: MessageEvent<ToPaper>) => {
  if (source !== parent) return
  if (data.kind === 'show') void show(data)
  if (data.kind === 'look') look(data)
  if (data.kind === 'go') sheets()[data.page - 1]?.scrollIntoView({ block: 'start' })
})

place.addEventListener('scroll', () => {
  const middle = place.scrollTop + place.clientHeight / 3
  const now = Math.max(1, sheets().filter(({ offsetTop }) => offsetTop <= middle).length)
  if (now !== page) tell({ kind: 'at', page: page = now })
}, { passive: true })

addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
  if (!ctrlKey && !metaKey && !altKey && paperKeys.includes(key)) tell({ kind: 'key', key })
})

tell({ kind: 'ready' })

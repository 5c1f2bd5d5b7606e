import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { partPlace } from './places.ts'
import { review } from './reading.ts'

const focusable = 'input, textarea, select, button, [tabindex]'

/** Leads to what the address names: a field, which gets the focus, or a part. */
function arrive(step: string, hash: string) {
  const place = document.getElementById(decodeURIComponent(hash.slice(1)))
  if (place) {
    place.scrollIntoView({ block: 'center' })
    const target = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable)
    target?.focus({ preventScroll: true })
  } else if (step === review) window.scrollTo({ top: 0 })
  else document.getElementById(partPlace(step))?.scrollIntoView()
}

const partOf = (element: Element): string => element.id.slice(partPlace('').length)
const moving = ['wheel', 'touchmove', 'pointerdown'] as const

/** In which part one is: the one that was chosen, that one works in, or that one has scrolled to. */
export function useGoing(step: string | null, parts: readonly string[]): string {
  const { key, hash } = useLocation()
  const first = parts[0] ?? review
  // What one has scrolled to or works in counts until one goes elsewhere.
  const [seen, see] = useState({ key, part: step ?? first })
  // After a jump the parts fly by; only what one scrolls by hand counts.
  const free = useRef(false)
  const jump = useEffectEvent(() => {
    free.current = false
    if (step !== null || hash) arrive(step ?? first, hash)
  })
  useEffect(() => jump(), [key])

  const scrolled = useEffectEvent((part: string) => { if (free.current) see({ key, part }) })
  const entered = useEffectEvent((target: EventTarget | null) => {
    const section = target instanceof Element ? target.closest(`[id^="${partPlace('')}"]`) : null
    if (section && parts.includes(partOf(section))) see({ key, part: partOf(section) })
  })
  const isForm = step !== review
  const all = parts.join(' ')
  useEffect(() => {
    if (!isForm) return
    const observer = new IntersectionObserver(entries => {
      const found = entries.find(({ isIntersecting }) => isIntersecting)
      if (found) scrolled(partOf(found.target))
    }, { rootMargin: '-25% 0px -70% 0px' })
    for (const part of all.split(' ')) {
      const section = document.getElementById(partPlace(part))
      if (section) observer.observe(section)
    }
    const release = () => { free.current = true }
    const enter = ({ target }: FocusEvent) => entered(target)
    for (const kind of moving) window.addEventListener(kind, release, { passive: true })
    document.addEventListener('focusin', enter)
    return () => {
      observer.disconnect()
      for (const kind of moving) window.removeEventListener(kind, release)
      document.removeEventListener('focusin', enter)
    }
  }, [all, isForm])
  const here = seen.key === key ? seen.part : step ?? first
  return isForm ? here : review
}

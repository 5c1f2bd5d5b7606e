import { useLayoutEffect, useRef } from 'react'

export interface Key {
  /** As it stands on the keyboard: j, Enter, Escape, /, ?. */
  key: string
  label: string
  run: () => void
  /** What it would do cannot be done now; it is listed all the same. */
  off?: boolean | undefined
}

export interface KeyGroup {
  area: string
  keys: readonly Key[]
  /** While it is there nothing else hears a key: what is open lies above the page. */
  modal?: boolean | undefined
}

/** Refs, so that a page may hand over new functions at each render without anybody being told. */
let groups: readonly { current: KeyGroup }[] = []

const typing = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true], [role=combobox], [role=textbox]'
const acting = 'a, button, summary, [role=button], [role=menuitem], [role=tab], [role=option]'
const antdAbove = '.ant-modal-wrap:not([style*="none"]), .ant-drawer-open, .ant-image-preview-wrap'

/** The key as named in a group, also when a Chinese input method is on. */
function named({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '？') return '?'
  if (key === 'Process' || key === 'Unidentified') {
    if (code.startsWith('Key')) return code.slice(3).toLowerCase()
    if (code === 'Slash') return shiftKey ? '?' : '/'
  }
  return key.length === 1 ? key.toLowerCase() : key
}

/** Whether a press of a key there is meant for the page, and not for what has the focus. */
export function meant(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'>, target: Element | null): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (target?.closest(typing)) return false
  return !((event.key === 'Enter' || event.key === ' ') && target?.closest(acting))
}

function hear(event: KeyboardEvent) {
  const target = event.target instanceof Element ? event.target : null
  if (!meant(event, target) || document.querySelector(antdAbove)) return
  const key = named(event)
  const listening = groups.map(({ current }) => current)
  const above = listening.findLast(group => group.modal)
  const heard = (above ? [above] : listening.toReversed())
    .flatMap(group => group.keys)
    .find(each => each.key.toLowerCase() === key.toLowerCase() && !each.off)
  if (!heard) return
  event.preventDefault()
  heard.run()
}

/** Lets the keys of a part of the page do something from the moment that it is seen and as long as it is there; never while one types. */
export function useKeys(area: string, keys: readonly Key[], modal = false) {
  const group = useRef<KeyGroup>({ area, keys, modal })
  useLayoutEffect(() => {
    group.current = { area, keys, modal }
  })
  useLayoutEffect(() => {
    if (groups.length === 0) document.addEventListener('keydown', hear)
    groups = [...groups, group]
    return () => {
      groups = groups.filter(each => each !== group)
      if (groups.length === 0) document.removeEventListener('keydown', hear)
    }
  }, [])
}

/** Every key that means something on this page now, by area; the nearest first. */
export function keysNow(): KeyGroup[] {
  const areas = Map.groupBy(groups.map(({ current }) => current).filter(({ modal }) => !modal).toReversed(), ({ area }) => area)
  return [...areas].map(([area, parts]) => ({ area, keys: parts.flatMap(({ keys }) => keys) })).filter(({ keys }) => keys.length > 0)
}

import { type FocusEvent, useState } from 'react'
import { flushSync } from 'react-dom'

interface Inside {
  inside: boolean
  enter: (event: FocusEvent<HTMLInputElement>) => void
  leave: () => void
}

/**
 * Whether somebody is in a box, where it shows what was typed instead of how it is kept. The text changes at the very moment of
 * coming in, and what was chosen stays so: whoever comes by Tab writes over all of it.
 */
export function useInside(): Inside {
  const [inside, setInside] = useState(false)
  return {
    inside,
    enter({ currentTarget: box }) {
      const all = box.value !== '' && box.selectionStart === 0 && box.selectionEnd === box.value.length
      flushSync(() => setInside(true))
      if (all) box.select()
    },
    leave: () => setInside(false),
  }
}

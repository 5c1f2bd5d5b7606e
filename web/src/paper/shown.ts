/** How one looks at it. */
export interface Look {
  zoom: number
  turn: number
}

/** A paper that is shown. */
export interface Shown {
  pages: number
  look: (look: Look) => void
}

/** The anchor of a clause in the text of its policy: 条-第四条. */
export const clauseAnchor = (ref: string): string => `条-${ref.replace(/\s+/g, '')}`

/** Where a clause of a policy stands. */
export const clauseTo = (policy: string, item: string, ref: string): string =>
  `/policies/${policy}?item=${encodeURIComponent(item)}#${encodeURIComponent(clauseAnchor(ref))}`

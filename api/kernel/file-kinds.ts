/** What is taken, told by its first bytes and not by its name: nothing that could act in a page. */
const kinds: readonly { type: string; starts: readonly number[] }[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
]

/** So many bytes are enough to tell. */
export const headBytes = 8

export const kindOf = (head: Uint8Array): string | undefined => kinds.find(({ starts }) => starts.every((byte, n) => head[n] === byte))?.type

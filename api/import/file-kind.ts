/** What an import takes: a workbook by its first bytes, else text, which the reader then judges. */
export const tableKind = (head: Uint8Array): string | undefined => {
  if (head[0] === 0x50 && head[1] === 0x4b) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const text = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
  if (text.some(byte => byte < 9)) return undefined
  return text.find(byte => byte > 0x20) === 0x5b ? 'application/json' : 'text/csv'
}

const most = 200

/** Signs that nobody sees, that turn the rest of a line around, or that lead to another folder. */
const strange = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\]+/gu

/** A name as it can be shown and kept: as it reads, in one line, its ending last; what is too long loses its middle. */
export function plainName(name: string): string {
  const plain = name.replace(strange, '_').trim() || '_'
  if (plain.length <= most) return plain
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : ''
  let start = ''
  for (const sign of plain) {
    if (start.length + sign.length + ending.length + 1 > most) break
    start += sign
  }
  return `${start}…${ending}`
}

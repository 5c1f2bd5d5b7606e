export { fileSize as sizeOf } from '@qinqing/domain/language/file-size'

/** What a slot takes, said before anybody chooses. */
export interface Limits {
  /** Endings without the dot: pdf, jpg, png. */
  kinds: readonly string[]
  mostBytes: number
}

const fileFaults = ['tooBig', 'wrongKind', 'empty'] as const
export type FileFault = (typeof fileFaults)[number]

export const kindsOf = ({ kinds }: Limits) => kinds.map(kind => kind.toUpperCase()).join('、')

/** Why a file cannot be taken; the server looks at its content again. */
export function faultOf({ name, size }: { name: string, size: number }, { kinds, mostBytes }: Limits): FileFault | undefined {
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
  const same = ending === 'jpeg' ? 'jpg' : ending
  if (!kinds.some(kind => kind.toLowerCase() === same || kind.toLowerCase() === ending)) return 'wrongKind'
  if (size === 0) return 'empty'
  return size > mostBytes ? 'tooBig' : undefined
}

import type { FileRef } from '@qinqing/domain/language/field'

/** The page on which a paper is seen by itself. */
export const paperAddress = (application: string, { hash, name }: Pick<FileRef, 'hash' | 'name'>): string =>
  `/papers/${encodeURIComponent(application)}/${hash}?name=${encodeURIComponent(name)}`

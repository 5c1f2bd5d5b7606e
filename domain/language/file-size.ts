/** 2.4 MB, 860 KB: as a file manager says it. */
export function fileSize(bytes: number): string {
  const [unit, by] = bytes < 1024 * 1024 ? ['KB', 1024] as const : ['MB', 1024 * 1024] as const
  if (bytes < 1024) return `${bytes} B`
  if (unit === 'KB') return `${Math.round(bytes / by)} KB`
  const tenths = Math.round(bytes / (by / 10))
  return `${tenths % 10 === 0 ? tenths / 10 : `${Math.floor(tenths / 10)}.${tenths % 10}`} MB`
}

import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Sees to it that what was made, renamed or removed in a folder is so after a power cut too. */
export function lasting(folder: string): void {
  if (process.platform === 'win32') return
  const open = openSync(folder, 'r')
  fsyncSync(open)
  closeSync(open)
}

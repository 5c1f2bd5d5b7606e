import { DatabaseSync } from 'node:sqlite'

/** Somebody else, here or in another process, has this log open. */
export class LogInUse extends Error {
  override readonly name = 'LogInUse'

  constructor(file: string) {
    super(`the log is in use by another process (${file})`)
  }
}

const busy = 5

/**
 * Holds a small file beside the log for as long as this process lives, however it ends: the system lets go of it by itself.
 * A transaction that stays open does it. Nobody may open and close this file otherwise: that would loosen the hold.
 */
export function hold(file: string): DatabaseSync {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    throw (error as { errcode?: number }).errcode === busy ? new LogInUse(file) : error
  }
}

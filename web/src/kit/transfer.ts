import type { Problem } from '@qinqing/realtime/client'
import { type DetailedError, Upload } from 'tus-js-client'

/** A file as the server keeps it. */
export interface Arrived {
  hash: string
  size: number
  type: string
}

/** An upload that has begun and not arrived, as this device remembers it. */
export interface Unfinished {
  address: string
  name: string
  bytes: number
  /** By which the same file is known again. */
  print: string
  sent: number
}

export interface Listener {
  onProgress: (sent: number) => void
  /** The line is gone; it is tried again by itself. */
  onWait: () => void
  onArrived: (file: Arrived) => void
  /** It has been given up for now; undefined when the server could not be reached. */
  onFailed: (why: Problem | undefined) => void
}

export interface Transfer {
  pause: () => void
  go: () => void
  /** Gives it up, here and on the server. */
  stop: () => void
}

const pieceBytes = 1024 * 1024
/** For about a minute; then one says so oneself. */
const delays = [500, 1_000, 2_000, ...Array.from({ length: 15 }, () => 4_000)]

/** What passes by itself: no line, a server that is busy or has no room, a piece that was not where the upload stands. */
const passes = (status: number, code: string | undefined) => status === 0 || status >= 500 || status === 423 || code === 'file/offset'

const keyOf = (place: string) => `qinqing/upload/${place}`

/** What had been begun at this place before the page was left; one has to choose the same file again. */
export function unfinishedAt(place: string): Unfinished | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null') as Partial<Unfinished> | null
    const { address, name, bytes, print, sent } = found ?? {}
    return typeof address === 'string' && typeof name === 'string' && typeof bytes === 'number' && typeof print === 'string' && typeof sent === 'number'
      ? { address, name, bytes, print, sent } : undefined
  } catch {
    return undefined
  }
}

const remember = (place: string, one: Unfinished) => localStorage.setItem(keyOf(place), JSON.stringify(one))
const forget = (place: string) => localStorage.removeItem(keyOf(place))

/** Gives up what had been begun at this place. */
export function giveUp(place: string): void {
  const before = unfinishedAt(place)
  forget(place)
  // Nobody waits for it: what is not thrown away now expires.
  if (before) void Upload.terminate(before.address, { retryDelays: null }).catch(() => undefined)
}

/** Only where the browser may hash; the server then notices what changed on the way. */
async function hashOf(file: File): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const isDetailed = (error: Error): error is DetailedError => 'originalResponse' in error

function problemIn(error: Error): Problem | undefined {
  try {
    const said: unknown = JSON.parse((isDetailed(error) && error.originalResponse?.getBody()) || 'null')
    return typeof said === 'object' && said !== null && 'code' in said && 'detail' in said ? said as Problem : undefined
  } catch {
    return undefined
  }
}

/** Whether what has arrived is still there afterwards: it is not when the file itself was refused. */
export const goesOnAfter = (why: Problem | undefined): boolean => why === undefined || why.status >= 500 || why.status === 401

const statusOf = (error: Error) => (isDetailed(error) ? error.originalResponse?.getStatus() ?? 0 : 0)

/** Sends a file to where uploads begin, in pieces; goes on where it stopped, also after a reload with the same file chosen again. */
export function transfer(to: string, place: string, file: File, { onProgress, onWait, onArrived, onFailed }: Listener): Transfer {
  let upload: Upload | undefined
  let listening = new AbortController()
  const begin = async () => {
    const sha256 = await hashOf(file)
    const print = sha256 ?? `${file.name} ${file.size} ${file.lastModified}`
    const before = unfinishedAt(place)
    if (before && before.print !== print) giveUp(place)
    const mark = (address: string, sent: number) => remember(place, { address, name: file.name, bytes: file.size, print, sent })
    const begun = new Upload(file, {
      endpoint: to,
      uploadUrl: before?.print === print ? before.address : null,
      metadata: sha256 ? { sha256 } : {},
      chunkSize: pieceBytes,
      retryDelays: delays,
      storeFingerprintForResuming: false,
      // Heard each time that it goes on, not only the first time.
      onUploadUrlAvailable: () => { if (begun.url && unfinishedAt(place)?.address !== begun.url) mark(begun.url, 0) },
      onProgress,
      onChunkComplete: (_, sent) => { if (begun.url) mark(begun.url, sent) },
      onShouldRetry: error => {
        if (!passes(statusOf(error), problemIn(error)?.code)) return false
        onWait()
        return true
      },
      onError: error => {
        listening.abort()
        const why = problemIn(error)
        if (why && !goesOnAfter(why)) forget(place)
        onFailed(why)
      },
      onSuccess: ({ lastResponse }) => {
        listening.abort()
        forget(place)
        onArrived({ hash: lastResponse.getHeader('x-file-hash') ?? '', size: file.size, type: lastResponse.getHeader('x-file-type') ?? '' })
      },
    })
    return begun
  }
  const go = async () => {
    listening.abort()
    const own = listening = new AbortController()
    try {
      const ready = upload ??= await begin()
      if (own.signal.aborted) return
      // A network that is back is not waited for by the clock.
      window.addEventListener('online', () => void ready.abort().then(() => ready.start()), { signal: own.signal })
      ready.start()
    } catch {
      // The file itself cannot be read any more: it was moved or changed.
      if (!own.signal.aborted) onFailed(undefined)
    }
  }
  const pause = () => {
    listening.abort()
    void upload?.abort()
  }
  void go()
  return {
    pause,
    go: () => void go(),
    stop: () => {
      pause()
      giveUp(place)
    },
  }
}

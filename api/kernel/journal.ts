import { Injectable, type LoggerService } from '@nestjs/common'
import { pino, type Logger } from 'pino'

/** The process's log: what happened to the machine, never what people wrote. Only these fields exist, so none can leak. */
@Injectable()
export class Journal {
  private readonly log: Logger

  constructor(destination?: { write(line: string): void }) {
    const options = { level: process.env.QQ_LOG_LEVEL ?? 'warn', base: null }
    this.log = destination ? pino(options, destination) : pino(options, pino.destination(2))
  }

  /** The message of an error may quote input; its place in the code may not. */
  defect(error: unknown): void {
    this.log.error({ kind: error instanceof Error ? error.name : typeof error, frames: error instanceof Error ? framesOf(error) : [] }, 'defect')
  }

  warn(what: string, numbers: Readonly<Record<string, number>> = {}): void {
    this.log.warn(numbers, what)
  }

  note(what: string, numbers: Readonly<Record<string, number>> = {}): void {
    this.log.info(numbers, what)
  }
}

/** A message of several lines may look like places in the code; what comes behind it is. */
function framesOf({ stack = '', message }: Error): string[] {
  const places = message && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack
  return places.split('\n').filter(line => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, 8).map(line => line.trim())
}

/** What Nest and the live door have to say, under the same rule: of a message only its places in the code are kept. */
export class NestJournal implements LoggerService {
  private readonly journal: Journal

  constructor(journal: Journal) {
    this.journal = journal
  }

  error(message: unknown): void {
    this.journal.defect(message instanceof Error ? message : Object.assign(new Error(), { stack: String(message) }))
  }

  fatal(message: unknown): void {
    this.error(message)
  }

  warn(): void {}

  log(): void {}
}

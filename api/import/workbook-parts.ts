import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** So many bytes may be in each part of a workbook, unpacked: what is packed says nothing, since a thousandfold fits into little. */
export const partBounds = { strings: 64_000_000, sheet: 256_000_000 } as const

/** More parts than any workbook has. */
const mostParts = 2_000

/** A part of a workbook unpacks to more than it may. */
export class PartTooLarge extends Error {
  override readonly name = 'PartTooLarge'
}

/**
 * The parts of a workbook (a ZIP) by the directory at its end. Each is held to the size that it says, so that nothing unpacks to more than was
 * looked at beforehand, and what is damaged fails instead of never coming. Texts come whole, whatever pieces they are read in.
 */
export class WorkbookParts {
  private readonly zip: ZipFile
  private readonly entries: ReadonlyMap<string, Entry>
  private readonly opened = new Set<Readable>()

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip
    this.entries = entries
  }

  static async open(file: string): Promise<WorkbookParts> {
    const zip = await openPromise(file, { autoClose: false, lazyEntries: true, validateEntrySizes: true })
    try {
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= mostParts) throw new PartTooLarge()
        entries.set(entry.fileName, entry)
      }
      return new WorkbookParts(zip, entries)
    } catch (error) {
      zip.close()
      throw error
    }
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  /** Undefined when there is no such part; it lasts until all are closed. */
  async stream(name: string, most: number): Promise<Readable | undefined> {
    const entry = this.entries.get(name)
    if (!entry) return undefined
    if (entry.uncompressedSize > most) throw new PartTooLarge(name)
    const content = await this.zip.openReadStreamPromise(entry)
    this.opened.add(content)
    // Whoever reads it hears of a failure; one that comes after that is of no interest to anybody.
    return content.on('error', () => undefined).setEncoding('utf8')
  }

  close(): void {
    for (const content of this.opened) content.destroy()
    this.zip.close()
  }
}

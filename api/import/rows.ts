import { createReadStream } from 'node:fs'
import type { Words } from '@qinqing/domain/kernel/refusal'

/** A file that cannot be read as a list of rows at all, in words for people. */
export class UnreadableFile extends Error {
  readonly words: Words

  constructor(zh: string, en: string) {
    super(en)
    this.words = { zh, en }
  }
}

/** A row as a file has it: its number as one finds it there, and its value, or why it cannot even be read. */
export type SourceRow = { row: number; value: unknown } | { row: number; fault: Words }

/** One element of the list: its number from 1, and its text as it stands in the file. */
export interface RowText {
  row: number
  text: string
  /** Longer than anybody's row is; the text is cut. */
  tooLong: boolean
}

const longest = 1_000_000

const noList = () => new UnreadableFile('文件里不是一个列表（JSON 数组），请确认选对了文件', 'The file is not a list (a JSON array); is it the right one?')
const cut = (row: number) => new UnreadableFile(
  `文件不完整：第 ${row} 行没有写完就结束了，请重新导出或下载`, `The file ends in the middle of row ${row}; export or download it again.`)
const afterwards = () => new UnreadableFile('列表结束之后还有别的内容，请检查文件', 'Something follows after the end of the list; check the file.')
const notText = () => new UnreadableFile('文件不是 UTF-8 编码，请另存为 UTF-8 再导入', 'The file is not UTF-8; save it as UTF-8 and import again.')

/** Finds where rows of a JSON array begin and end, without reading what is in them: a bad row does not spoil its neighbours. */
class Splitter {
  row = 1
  private place: 'before' | 'inside' | 'behind' = 'before'
  private depth = 0
  private quoted = false
  private escaped = false
  private kept = ''
  private length = 0

  end(): void {
    if (this.place === 'before') throw noList()
    if (this.place === 'inside') throw cut(this.row)
  }

  *take(chunk: string): Generator<RowText> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const character = chunk[at]!
      if (this.place !== 'inside') {
        this.outside(character)
        from = at + 1
      } else if (this.ends(character)) {
        this.keep(chunk.slice(from, at))
        from = at + 1
        // A list without rows, or a comma behind the last one, is no row.
        if (character === ',' || this.kept.trim()) yield this.done()
        if (character === ']') this.place = 'behind'
      }
    }
    if (this.place === 'inside') this.keep(chunk.slice(from))
  }

  private outside(character: string): void {
    if (/\s|\uFEFF/.test(character)) return
    if (this.place === 'behind') throw afterwards()
    if (character !== '[') throw noList()
    this.place = 'inside'
  }

  /** Whether a row ends before this character. */
  private ends(character: string): boolean {
    if (this.quoted) {
      if (this.escaped) this.escaped = false
      else if (character === '\\') this.escaped = true
      else if (character === '"') this.quoted = false
      return false
    }
    if (this.depth === 0 && (character === ',' || character === ']')) return true
    if (character === '"') this.quoted = true
    else if (character === '{' || character === '[') this.depth += 1
    else if (character === '}' || character === ']') this.depth = Math.max(0, this.depth - 1)
    return false
  }

  private keep(piece: string): void {
    this.length += piece.length
    this.kept += piece.slice(0, Math.max(0, longest - this.kept.length))
  }

  private done(): RowText {
    const found = { row: this.row, text: this.kept, tooLong: this.length > longest }
    this.row += 1
    this.kept = ''
    this.length = 0
    return found
  }
}

/** The rows of a JSON array in pieces of bytes, one at a time. Throws `UnreadableFile`. */
export async function* rowsIn(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<RowText> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      throw notText()
    }
  }
  const splitter = new Splitter()
  for await (const piece of pieces) yield* splitter.take(decode(piece))
  yield* splitter.take(decode())
  splitter.end()
}

/** The rows of a file, read piece by piece, so that its size does not matter. */
export const rowsOf = (file: string): AsyncGenerator<RowText> => rowsIn(createReadStream(file) as AsyncIterable<Uint8Array>)

import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'
import type { Frame, Opened, Row } from './contract.ts'

/** JSON that has been written already: one row goes to many sockets, and is written once. */
export class Written {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

interface Text {
  text: string
  bytes: number
}

const texts = new WeakMap<Row, Text>()

/** The row as JSON; the same row object is written once. */
function written(row: Row): Text {
  const known = texts.get(row)
  if (known) return known
  const text = JSON.stringify(row)
  const made = { text, bytes: Buffer.byteLength(text) }
  texts.set(row, made)
  return made
}

/** How many bytes the row takes on the wire. */
export const bytesOf = (row: Row): number => written(row).bytes

const rowsText = (rows: Iterable<Row>) => `[${Array.from(rows, row => written(row).text).join(',')}]`

interface Told extends Pick<Frame, 'topic' | 'position'> {
  rows: Iterable<Row>
  total: number | undefined
  ids: readonly string[] | undefined
  anew: boolean | undefined
}

export function writtenFrame({ topic, position, rows, total, ids, anew }: Told): string {
  const rest = JSON.stringify({ topic, position, total, ids, anew })
  return `${rest.slice(0, -1)},"rows":${rowsText(rows)}}`
}

export function writtenOpened({ rows, ...rest }: Opened): Written {
  return new Written(`${JSON.stringify(rest).slice(0, -1)},"rows":${rowsText(rows)}}`)
}

/** Speaks socket.io's own protocol, but puts what is written already in as it is; nothing that we send is binary. */
class WrittenEncoder extends Encoder {
  override encode(packet: Packet): string[] {
    const data: unknown = packet.data
    if (!Array.isArray(data) || !data.some(one => one instanceof Written)) return super.encode(packet) as string[]
    const namespace = packet.nsp === '/' ? '' : `${packet.nsp},`
    const parts = data.map(one => (one instanceof Written ? one.text : JSON.stringify(one) ?? 'null'))
    return [`${packet.type}${namespace}${packet.id ?? ''}[${parts.join(',')}]`]
  }
}

/** What a message that cannot be read is heard as, so that its sender is told before the connection ends. */
export const unreadable = 'unreadable'

class TellingDecoder extends Decoder {
  override add(data: unknown): void {
    try {
      super.add(data)
    } catch {
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: [unreadable] })
    }
  }
}

export const parser: { Encoder: typeof Encoder; Decoder: typeof Decoder } = { Encoder: WrittenEncoder, Decoder: TellingDecoder }

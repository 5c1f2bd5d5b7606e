import { liveMessages } from '@qinqing/realtime/messages'
import { both } from './operation.ts'
import { everyBound } from '../kernel/bounds.ts'
import { type Json, predicateIn, problemDocument, schemaOf } from './schema.ts'

const message = (name: string): Json => ({ $ref: `#/channels/live/messages/${name}` })

const channel: Json = {
  address: '/live',
  title: '实时之门 / the live door',
  description: '只有 WebSocket（socket.io 4，路径 /live）；会话和来源在握手时检查。每条消息的内容是参数的数组，最后一个是回答用的函数时写在 reply 里。'
    + ' / Web sockets only (socket.io 4 at /live); session and origin are checked at the handshake. The payload is the array of a message\'s words; what is acknowledged is its reply.',
  messages: Object.fromEntries(Object.entries(liveMessages).map(([name, { words, payload }]) =>
    [name, { name, title: both(words), contentType: 'application/json', payload: schemaOf(payload, 'draft-7') }])),
}

/** The client asks `name` and is answered `name.answer`; what the server says is acknowledged without words. */
const operationOf = ([name, { from, words }]: [string, (typeof liveMessages)[keyof typeof liveMessages]]): [string, Json][] => (name.includes('.') ? [] : [[name, {
  action: from === 'client' ? 'receive' : 'send',
  channel: { $ref: '#/channels/live' },
  summary: both(words),
  messages: [message(name)],
  ...Object.hasOwn(liveMessages, `${name}.answer`) ? { reply: { channel: { $ref: '#/channels/live' }, messages: [message(`${name}.answer`)] } } : {},
}]])

/** What the live door takes and says (AsyncAPI 3), made from its contract. */
export const asyncApi = (): Json => ({
  asyncapi: '3.0.0',
  info: { title: '龙城亲清在线 · 实时 / Longcheng Qinqing Online, live', version: '1', 'x-bounds': everyBound.live },
  defaultContentType: 'application/json',
  channels: { live: channel },
  operations: Object.fromEntries(Object.entries(liveMessages).flatMap(operationOf)),
  components: { schemas: { Predicate: predicateIn('draft-7'), Problem: problemDocument } },
})

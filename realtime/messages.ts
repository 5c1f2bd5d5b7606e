import type { Words } from '@qinqing/domain/kernel/refusal'
import { z } from 'zod'
import { heldSchema, topicSchema } from './contract.ts'

const position = z.int().min(0)
const problem = z.looseObject({
  type: z.string(), title: z.string(), status: z.int().min(400).max(599), code: z.string().min(1), detail: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
})
const row = z.strictObject({ id: z.string(), position, document: z.unknown() })
const beat = z.strictObject({ log: z.string(), position, at: z.iso.datetime() })
const total = z.int().min(0)
const opened = z.strictObject({ log: z.string(), position, rows: z.array(row), ids: z.array(z.string()), total, continued: z.boolean(), stamp: z.string() })
const frame = z.strictObject({ topic: z.string(), position, rows: z.array(row), total: total.optional(), ids: z.array(z.string()).optional(), anew: z.boolean().optional() })

interface Message {
  from: 'client' | 'server'
  words: Words
  /** The words of the message in their order, without the function that is called back. */
  payload: z.ZodType
}

const say = (from: Message['from'], zh: string, en: string, payload: z.ZodType): Message => ({ from, words: { zh, en }, payload })

/** Everything that goes over the live door, as schemas; `x.answer` is what the acknowledgement of `x` carries. */
export const liveMessages = {
  'watch': say('client', '看一个主题，并说手里还有什么', 'Watch a topic, and say what is still held of it', z.tuple([topicSchema, heldSchema])),
  'watch.answer': say('server', '新的行和全部编号；或为什么不行', 'The rows that are new and the ids of all; or why not', z.tuple([z.union([opened, problem])])),
  'unwatch': say('client', '不再看一个主题', 'Watch a topic no longer', z.tuple([z.string()])),
  'attend': say('client', '正在看一个文档', 'Look at a document now', z.tuple([z.string(), z.string()])),
  'attend.answer': say('server', '算到多久；或为什么不行', 'For how long that holds; or why not', z.tuple([z.union([z.strictObject({ forMs: z.int().min(1) }), problem])])),
  'leave': say('client', '不再看它', 'Look at it no longer', z.tuple([z.string(), z.string()])),
  'reach': say('client', '等到看着的都到了这个位置', 'Wait until everything watched has come to a position', z.tuple([z.int().min(0)])),
  'reach.answer': say('server', '到了哪里；或为什么不行', 'How far it has come; or why not', z.tuple([z.union([beat, problem])])),
  'welcome': say('server', '连上后的第一句', 'First word after each connection', z.tuple([beat])),
  'push': say('server', '一批变化；客户端要确认收到', 'The changes of a tick; to be acknowledged', z.tuple([z.array(frame), beat])),
  'beat': say('server', '没有比推送过的更新的', 'Nothing newer has happened than what was pushed', z.tuple([beat])),
  'closed': say('server', '一个主题关闭了，因为权限变了', 'A topic is closed: a right was taken away', z.tuple([z.string(), problem])),
  'bye': say('server', '为什么要断开', 'Why the connection is about to end', z.tuple([problem])),
} as const satisfies Record<string, Message>

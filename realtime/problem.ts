import { Forbidden, Malformed, Refused, type Words } from '@qinqing/domain/kernel/refusal'
import type { Problem } from './contract.ts'

const kinds = {
  MALFORMED: [400, 'Malformed', '请求的格式不对', 'The request is not well formed.'],
  SESSION_ENDED: [401, 'Session ended', '登录已结束，请重新登录', 'Your session has ended; please sign in again.'],
  FORBIDDEN: [403, 'Forbidden', '您没有查看这些内容的权限', 'You may not see this.'],
  TOO_MUCH: [413, 'Too much', '要看的内容太多，请缩小范围', 'This would look at too much at once; ask for less.'],
  TOO_LARGE: [413, 'Too large', '一条消息太大了，连接已断开，请减少内容', 'A message was too large, so the connection ends; say less at once.'],
  TOO_MANY_TOPICS: [429, 'Too many topics', '同时打开的内容太多，请关闭一些页面', 'Too much is open at once; please close some pages.'],
  TOO_MANY_SOCKETS: [429, 'Too many connections', '您打开的页面太多，请关闭一些', 'Too many connections; please close some pages.'],
  TOO_MANY_MESSAGES: [429, 'Too many messages', '请求太频繁，请稍候', 'Too many requests; please wait a moment.'],
  TOO_SLOW: [429, 'Too slow', '连接跟不上更新，正在重新连接', 'This connection cannot keep up and is made anew.'],
  BEHIND: [503, 'Behind', '数据正在更新，请稍候', 'The data is catching up; please wait a moment.'],
  UNAVAILABLE: [503, 'Unavailable', '暂时无法读取，正在重试', 'This cannot be read at the moment; trying again.'],
  ANOTHER_LOG: [503, 'Another log', '数据已重新载入', 'The data has been loaded anew.'],
  RESTARTING: [503, 'Restarting', '服务正在重启，马上回来', 'The service restarts and will be back at once.'],
  DEFECT: [500, 'Defect', '系统出错了，我们已经记录', 'Something went wrong; it has been recorded.'],
} as const satisfies Record<string, readonly [status: number, title: string, zh: string, en: string]>

export type ProblemCode = keyof typeof kinds

export function problem(code: ProblemCode, more: Record<string, unknown> = {}): Problem {
  const [status, title, zh, en] = kinds[code]
  const detail: Words = { zh, en }
  return { type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`, title, status, code, detail, ...more }
}

/** What the asker did wrong; null when the fault is ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Malformed) return problem('MALFORMED', { faults: error.faults })
  if (error instanceof Refused) return problem('TOO_MUCH')
  return error instanceof Forbidden ? problem('FORBIDDEN', { needs: error.needs }) : null
}

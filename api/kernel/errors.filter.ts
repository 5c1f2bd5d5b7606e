import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { Problem } from '@qinqing/realtime/contract'
import { bounds } from './bounds.ts'
import { Journal } from './journal.ts'
import { absent, problem, problemOf } from './problem.ts'

interface Answer {
  status(code: number): Answer
  header(name: string, value: string): Answer
  type(value: string): Answer
  send(body: unknown): unknown
}

/** Answers everything that is thrown with a problem document; a defect is logged and tells nothing of itself. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  constructor(private readonly journal: Journal) {}

  catch(error: unknown, host: ArgumentsHost) {
    const found = framework(error) ?? problemOf(error)
    if (found.status >= 500 && found.code === 'defect') this.journal.defect(error)
    const answer = host.switchToHttp().getResponse<Answer>().status(found.status).type('application/problem+json')
    if (typeof found.retryAfter === 'number') answer.header('retry-after', String(found.retryAfter))
    if (Array.isArray(found.allow)) answer.header('allow', found.allow.join(', '))
    answer.send(found)
  }
}

const megabytes = bounds.bodyBytes / 1024 / 1024

const byStatus: Readonly<Record<number, Problem>> = {
  400: problem(400, 'malformed', '内容的格式不对', 'The request is malformed.'),
  404: absent,
  405: problem(405, 'method', '这个地址不接受这样的请求', 'This address does not take such a request.'),
  408: problem(408, 'too-late', '请求迟迟没有说完，请检查网络后再发一次', 'The request took too long to arrive; look at the network and send it again.'),
  413: problem(413, 'too-large', `内容超过 ${megabytes} MB，请分几次发送`, `The content is larger than ${megabytes} MB; send it in parts.`),
  414: problem(414, 'too-long', '地址太长了，请减少筛选条件', 'The address is too long; ask with fewer conditions.'),
  415: problem(415, 'media-type', '只接受 JSON', 'Only JSON is taken.'),
  431: problem(431, 'headers-too-large', '请求头太大了', 'The request headers are too large.'),
}

/** What is answered where no route was found or the request could not even be read. */
export const plainProblem = (status: number): Problem => byStatus[status] ?? byStatus[400]!

/** What Nest and Fastify throw by themselves. */
function framework(error: unknown): Problem | undefined {
  if (error instanceof HttpException) return byStatus[error.getStatus()]
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 0
  return status >= 400 && status < 500 ? byStatus[status] ?? byStatus[400] : undefined
}

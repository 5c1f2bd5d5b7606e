import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { plainProblem } from './errors.filter.ts'
import { headersOf } from './headers.ts'
import { Problematic } from './problem.ts'

const kind = 'application/problem+json; charset=utf-8'

/** Answers an address that no router could read: it is too long, or its signs are no characters. */
export function answerUnroutable({ statusCode = 400 }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(statusCode).headers(headersOf(request.url)).type(kind).send(JSON.stringify(plainProblem(statusCode)))
}

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Answers what is no HTTP, and ends the connection. */
export function answerUnreadable(error: { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const found = plainProblem(statuses[error.code ?? ''] ?? 400)
  const body = Buffer.from(JSON.stringify(found))
  socket.end(`HTTP/1.1 ${found.status} ${found.code}\r\nContent-Type: ${kind}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.toString()}`)
}

/** Says why nothing answers at an address: there is nothing, or only other methods are taken there. */
export function refuseUnknown(routes: readonly string[], { url }: Pick<FastifyRequest, 'url'>): never {
  const path = url.split('?')[0]!
  const allow = routes.map(route => route.split(' ') as [string, string]).filter(([, pattern]) => isAt(pattern, path)).map(([method]) => method)
  throw new Problematic(allow.length ? { ...plainProblem(405), allow: [...new Set(allow)] } : plainProblem(404))
}

/** Whether an address is one of a route; the one for all pages does not count. */
function isAt(pattern: string, path: string): boolean {
  const [parts, wanted] = [path.split('/'), pattern.split('/')]
  return pattern !== '/*' && parts.length === wanted.length && wanted.every((one, n) => one.startsWith(':') || one === parts[n])
}

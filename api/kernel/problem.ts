import { Absent, Conflict, Forbidden, LogUnavailable, Malformed, Refused, Reused, Unknown } from '@qinqing/domain/kernel/refusal'
import { Incomplete } from '@qinqing/projections/kernel/editions'
import { DocumentsUnavailable } from '@qinqing/projections/kernel/unavailable'
import type { Problem } from '@qinqing/realtime/contract'

/** A problem document (RFC 9457); `detail` is for people, in both languages. */
export const problem = (status: number, code: string, zh: string, en: string, more: object = {}): Problem =>
  ({ type: `urn:qinqing:problem:${code}`, title: en, status, code, detail: { zh, en }, ...more })

/** Thrown at the door itself, where no domain error says it. */
export class Problematic extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export const absent = problem(404, 'absent', '没有找到。可能已经移走,或者不属于您', 'Not found. It may have been moved, or is not yours.')
export const signedOut = problem(401, 'signed-out', '请先登录。您填写的内容都保存着', 'Please sign in. What you have typed is kept.')

/** The problem document of anything that was thrown; a defect tells nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problematic) return error.problem
  if (error instanceof Malformed) return problem(400, 'malformed', '内容的格式不对，请看标出的地方', 'The request is malformed; see the faults.', { faults: error.faults })
  if (error instanceof Forbidden) {
    return problem(403, 'forbidden', '您没有这项权限。可以请本单位的管理员开通', 'You lack the right to do this; your administrator can grant it.', { needs: error.needs })
  }
  if (error instanceof Absent) return absent
  if (error instanceof Refused) return problem(409, error.code, error.words.zh, error.words.en, error.details === undefined ? {} : { details: error.details })
  if (error instanceof Conflict) return conflict(error)
  if (error instanceof Incomplete) {
    return problem(503, 'not-yet', '这部分内容正在重新整理，请稍后再看', 'This is being put in order anew; look again shortly.', { retryAfter: 5 })
  }
  if (error instanceof DocumentsUnavailable) {
    return problem(503, 'documents-unavailable', '现在读不到资料，您填写的内容没有丢，请稍后再试', 'This cannot be read right now; nothing you typed is lost. Try again shortly.', { retryAfter: 5 })
  }
  if (error instanceof Reused) return problem(422, 'command-reused', '同一个请求编号带了不同的内容', 'The same command id came with another content.')
  if (error instanceof Unknown || error instanceof LogUnavailable) {
    return problem(503, 'log-unavailable', '现在保存不了，您填写的内容没有丢，请稍后再试', 'It cannot be saved right now; nothing you typed is lost. Try again shortly.', { retryAfter: 2 })
  }
  return problem(500, 'defect', '系统出了问题，我们已经记录下来。您填写的内容已保存', 'Something went wrong on our side and has been logged. What you typed is kept.')
}

function conflict({ winner, current }: Conflict): Problem {
  const who = winner ? [winner.post, winner.by].filter(Boolean).join(' ') : ''
  return problem(
    409, 'conflict',
    winner ? `${who} 已经先一步处理了，您写的内容还在` : '刚刚有别的变化，请看最新的情况再试。您写的内容还在',
    winner ? `${who} was faster. What you wrote is kept.` : 'Something has just changed; look again and retry. What you wrote is kept.',
    { winner, current },
  )
}

import type { Words } from '@qinqing/domain/kernel/refusal'
import { type Json, ref } from './schema.ts'

/** Both languages in one text, Chinese first. */
export const both = ({ zh, en }: Words): string => `${zh} / ${en}`

export const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } })

const reasons: Readonly<Record<number, Words>> = {
  400: { zh: '格式不对', en: 'malformed' },
  401: { zh: '没有登录', en: 'not signed in' },
  403: { zh: '没有权限，或请求来自别的网站', en: 'no right to it, or asked by another site' },
  404: { zh: '没有，或者不属于您', en: 'not there, or not yours' },
  405: { zh: '不接受这种请求', en: 'no such method here' },
  409: { zh: '规则不允许，或被别人抢先', en: 'refused by a rule, or somebody was faster' },
  410: { zh: '已经用过、撤回或过期', en: 'used, withdrawn or expired' },
  412: { zh: '协议版本不对', en: 'another version of the protocol' },
  413: { zh: '太大', en: 'too large' },
  415: { zh: '类型不对', en: 'of a kind that is not taken' },
  422: { zh: '同一编号带了不同内容', en: 'the same command id with another content' },
  429: { zh: '太频繁，请稍后', en: 'too often; wait' },
  503: { zh: '暂时不行，请按 Retry-After 再试', en: 'not at the moment; try again after Retry-After' },
}

const problemOf = (status: number): Json => ({
  description: both(reasons[status]!),
  content: { 'application/problem+json': { schema: ref('Problem') } },
  ...status === 503 || status === 429 ? { headers: { 'Retry-After': { required: true, schema: { type: 'integer' } } } } : {},
})

/** Answers that are problem documents, by status. */
export const problems = (...statuses: readonly number[]): Json => Object.fromEntries(statuses.map(status => [String(status), problemOf(status)]))

/** A code of the contract as it is listed beside an operation. */
export const codeOf = ({ code, zh, en }: Words & { code: string }): Json => ({ code, detail: { zh, en } })

export const inPath = (name: string, schema: Json): Json => ({ name, in: 'path', required: true, schema })

export const id: Json = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$' }

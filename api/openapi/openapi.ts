import { deciders } from '@qinqing/domain/catalogue'
import { projections, views } from '@qinqing/projections/catalogue'
import { everyBound } from '../kernel/bounds.ts'
import { commandPaths } from './commands.ts'
import { doorPaths } from './doors.ts'
import { both } from './operation.ts'
import { documentComponents, readPaths } from './reads.ts'
import { type Json, predicateIn, problemDocument } from './schema.ts'
import { aggregateWords, documentWords } from './words.ts'

const receipt: Json = {
  description: '命令留下的：这一件和整个日志现在到了哪里 / what a command leaves behind: where the aggregate and the log are now',
  type: 'object', required: ['id', 'revision', 'position', 'log'],
  properties: { id: { type: 'string' }, revision: { type: 'integer', minimum: -1 }, position: { type: 'integer', minimum: 0 }, log: { type: 'string' } },
}

const introduction = [
  '命令（`/api/ask/…`）由规则决定，写成事件；文档、列表、视图由事件得出。每个答复都带着日志里的位置（position），用 `atLeast` 可以等到自己的写入。',
  'Commands (`/api/ask/…`) are decided by rules and written as events; documents, lists and views follow from events. Every answer carries its position in the log; `atLeast` waits for one\'s own write.',
  '会话在 cookie `qq_session` 里；改变内容的请求必须来自本站。不行的时候总是一份问题说明（application/problem+json）。',
  'The session is in the cookie `qq_session`; what changes something must come from this site. Whatever is refused is refused with a problem document (application/problem+json).',
  '实时推送见 / pushes are described in [asyncapi.json](/api/asyncapi.json).',
].join('\n\n')

/** What is asked, then what is read, then the rest. */
const tags = (): Json[] => [
  ...Object.keys(deciders).map(name => ({ name, words: aggregateWords[name] })),
  ...Object.keys(projections).map(name => ({ name, words: documentWords[name] })),
  { name: 'views', words: { zh: '视图', en: 'Views' } },
].map(({ name, words }) => (words ? { name, description: both(words) } : { name }))

/** What the HTTP door takes and answers (OpenAPI 3.1), made from the contracts. */
export const openApi = (): Json => ({
  openapi: '3.1.1',
  info: { title: '龙城亲清在线 / Longcheng Qinqing Online', version: '1', description: introduction, 'x-bounds': everyBound },
  security: [{ session: [] }],
  tags: tags(),
  paths: { ...doorPaths(), ...commandPaths(deciders), ...readPaths(projections, views) },
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qq_session' } },
    schemas: { Problem: problemDocument, Receipt: receipt, Predicate: predicateIn('draft-2020-12'), ...documentComponents() },
  },
})

import { Controller, Get, Header, Param, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { For } from '../kernel/door.guard.ts'
import { absent, Problematic } from '../kernel/problem.ts'
import { asyncApi } from './asyncapi.ts'
import { openApi } from './openapi.ts'

const once = <Made>(make: () => Made) => {
  let made: Made | undefined
  return () => (made ??= make())
}

const made = { openApi: once(() => JSON.stringify(openApi())), asyncApi: once(() => JSON.stringify(asyncApi())) }

const page = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>接口说明 · API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"><style>.scheme-container { display: none }</style></head>
<body><main id="docs"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`

/** Only reading can be tried out from the page: what is asked there would be really asked. */
const settings = {
  url: '/api/openapi.json', dom_id: '#docs', docExpansion: 'none', filter: true, defaultModelsExpandDepth: 0, validatorUrl: null, showExtensions: true,
  supportedSubmitMethods: ['get'],
}
const start = `SwaggerUIBundle(${JSON.stringify(settings)})\n`

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const script = 'text/javascript; charset=utf-8'
const files: Readonly<Record<string, { type: string; content: () => Promise<string | Buffer> }>> = {
  'start.js': { type: script, content: async () => start },
  'swagger-ui-bundle.js': { type: script, content: () => readFile(join(folder, 'swagger-ui-bundle.js')) },
  'swagger-ui.css': { type: 'text/css; charset=utf-8', content: () => readFile(join(folder, 'swagger-ui.css')) },
}

/** What the doors speak, for those who write programs against them: as documents and as a page that needs nothing from elsewhere. */
@Controller('api')
@For('signed-in')
export class DocsController {
  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openApi() {
    return made.openApi()
  }

  @Get('asyncapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  asyncApi() {
    return made.asyncApi()
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  docs() {
    return page
  }

  @Get('docs/:file')
  async file(@Param('file') name: string, @Res() reply: FastifyReply) {
    const file = Object.hasOwn(files, name) ? files[name]! : undefined
    if (!file) throw new Problematic(absent)
    await reply.type(file.type).header('cache-control', 'private, max-age=86400').send(await file.content())
  }
}

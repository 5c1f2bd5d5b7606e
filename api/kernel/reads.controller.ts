import { Controller, Get, Param, Query } from '@nestjs/common'
import { localDate } from '@qinqing/domain/language/calendar'
import { Malformed } from '@qinqing/domain/kernel/refusal'
import type { Cursor } from '@qinqing/projections/kernel/document-store'
import { predicateSchema } from '@qinqing/realtime/contract'
import { z } from 'zod'
import type { Guest } from '../identity/doorkeeper.ts'
import { bounds } from './bounds.ts'
import { For, Me } from './door.guard.ts'
import { parseJson } from './json.ts'
import { absent, problem, Problematic } from './problem.ts'
import { Running } from './running.ts'

const json = <S extends z.ZodType>(schema: S) => z.string().max(8000).transform(text => parseJson(text)).pipe(schema)

const cursor = z.array(z.union([z.string().max(300), z.number(), z.boolean(), z.null()])).min(1).max(5)

const rowsQuery = z.strictObject({
  where: json(predicateSchema).default(['always']),
  sort: json(z.array(z.tuple([z.string().max(60), z.enum(['asc', 'desc'])])).max(3)).default([]),
  limit: z.coerce.number().int().min(1).max(bounds.page).default(50),
  after: json(cursor).optional(),
  text: z.string().max(bounds.textLength).optional(),
  atLeast: z.coerce.number().int().min(0).optional(),
})

const late = problem(503, 'not-yet', '最新的变化还在处理，请稍后再试', 'The latest change is still being worked in; try again shortly.', { retryAfter: 1 })

/** Documents, lists, counts and views, for those who may see them; each answer says for which position it is true. */
@Controller('api')
@For('signed-in')
export class ReadsController {
  constructor(private readonly running: Running) {}

  @Get('documents/:projection/:id')
  async document(@Param('projection') projection: string, @Param('id') id: string, @Query('atLeast') atLeast: string | undefined, @Me() { viewer }: Guest) {
    await this.reached(atLeast === undefined ? undefined : Number(atLeast), [projection])
    const found = await this.running.reader.document(projection, id, viewer)
    if (!found) throw new Problematic(absent)
    return { log: found.log, position: found.position, row: found.row }
  }

  @Get('rows/:projection')
  async rows(@Param('projection') projection: string, @Query() query: unknown, @Me() { viewer }: Guest) {
    const { after, text, ...wanted } = parsed(rowsQuery, query)
    await this.reached(wanted.atLeast, [projection])
    const found = await this.running.reader.query({
      projection, ...wanted, after: after as Cursor | undefined, text: text?.trim() ? text : undefined,
    }, viewer)
    return found
  }

  @Get('counts/:projection')
  async count(@Param('projection') projection: string, @Query() query: unknown, @Me() { viewer }: Guest) {
    const { where } = parsed(rowsQuery, query)
    return this.running.reader.count(projection, where, viewer)
  }

  @Get('views/:view')
  async view(@Param('view') view: string, @Query() params: Record<string, string>, @Me() { viewer }: Guest) {
    const { atLeast, ...rest } = params
    await this.reached(atLeast === undefined ? undefined : Number(atLeast))
    return this.running.reader.view(view, rest, viewer, localDate(this.running.kernel.world.clock.now()))
  }

  /** Waits for one's own write; one projection that stands still does not hold up the readers of another. */
  private async reached(position: number | undefined, names: readonly string[] = []) {
    if (position === undefined) return
    if (!Number.isSafeInteger(position) || position < 0) throw new Malformed([{ path: 'atLeast', message: 'not a position' }])
    // What nobody knows is refused when it is read, and never comes.
    if (names.some(name => !Object.hasOwn(this.running.reader.catalogue.projections, name))) return
    if (!await this.running.reader.atLeast(position, bounds.waitMs, names)) throw new Problematic(late)
  }
}

function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Malformed(result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}

import { Body, Controller, Param, Post, Res } from '@nestjs/common'
import { localDate } from '@qinqing/domain/language/calendar'
import { Malformed } from '@qinqing/domain/kernel/refusal'
import { say, type Text } from '@qinqing/domain/language/text'
import type { Viewer } from '@qinqing/projections/kernel/predicate'
import type { Reader } from '@qinqing/projections/kernel/reader'
import { type Sheet, sheets } from '@qinqing/projections/service/export-sheets'
import type { FastifyReply } from 'fastify'
import { PassThrough } from 'node:stream'
import type { Guest } from '../identity/doorkeeper.ts'
import { bounds } from '../kernel/bounds.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { Journal } from '../kernel/journal.ts'
import { Running } from '../kernel/running.ts'
import { wantedExport, type WantedExport, xlsx } from './wanted-export.ts'
import { columnsFor, writeWorkbook } from './workbook.ts'

const rest: Text = say(
  `只导出了前 ${bounds.exports.rows} 行。请缩小筛选范围，再导出其余的。`, `Only the first ${bounds.exports.rows} rows. Filter the list more narrowly for the others.`,
)

/** Lists as files (XLSX): the same rows for the same people as the list itself, and nothing that the list does not show. */
@Controller('api/exports')
@For('signed-in')
export class ExportsController {
  constructor(private readonly running: Running, private readonly journal: Journal) {}

  @Post(':list')
  async export(@Param('list') name: string, @Body() body: unknown, @Me() { viewer }: Guest, @Res() reply: FastifyReply) {
    const sheet = Object.hasOwn(sheets, name) ? sheets[name] : undefined
    if (!sheet) throw new Malformed([{ path: 'list', message: 'unknown' }])
    const wanted = wantedExport.safeParse(body)
    if (!wanted.success) throw new Malformed(wanted.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
    const today = localDate(this.running.kernel.world.clock.now())
    const found = new Listed(this.running.reader, sheet, wanted.data, viewer, today)
    // What is refused is refused before the first byte.
    await found.begin()
    const { language } = wanted.data
    const file = new PassThrough()
    const written = writeWorkbook(file, { sheet, columns: columnsFor(sheet, viewer.roles), language, rest }, found.documents(), () => found.more)
    written.catch((error: unknown) => {
      this.journal.defect(error)
      file.destroy()
    })
    await reply.code(200)
      .header('content-type', xlsx)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.title[language]} ${today}.xlsx`)}`)
      .send(file)
  }
}

/** The documents of a list, page by page, for one viewer. */
class Listed {
  more = false
  private first: readonly unknown[] = []
  private after: Awaited<ReturnType<Reader['query']>>['next'] = null

  constructor(
    private readonly reader: Reader, private readonly sheet: Sheet, private readonly wanted: WantedExport, private readonly viewer: Viewer, private readonly today: string,
  ) {}

  async begin(): Promise<void> {
    this.first = this.isView ? await this.viewed() : this.wanted.ids ? await this.named(this.wanted.ids) : await this.page()
  }

  async* documents(): AsyncIterable<unknown> {
    let count = this.first.length
    yield* this.first
    while (this.after) {
      if (count >= bounds.exports.rows) {
        this.more = true
        return
      }
      const next = await this.page()
      count += next.length
      yield* next
    }
  }

  private get isView(): boolean {
    return Object.hasOwn(this.reader.catalogue.views, this.sheet.name)
  }

  private async page(): Promise<readonly unknown[]> {
    const { where, sort, text } = this.wanted
    const found = await this.reader.query({
      projection: this.sheet.name, where, sort, limit: bounds.exports.page, text: text?.trim() ? text : undefined, after: this.after ?? undefined,
    }, this.viewer)
    this.after = found.next
    return found.rows.map(({ document }) => document)
  }

  private async viewed(): Promise<readonly unknown[]> {
    const { rows } = await this.reader.view(this.sheet.name, this.wanted.params ?? {}, this.viewer, this.today)
    const byId = new Map(rows.map(({ id, document }) => [id, document]))
    return this.wanted.ids ? this.wanted.ids.flatMap(id => byId.get(id) ?? []) : [...byId.values()]
  }

  /** What one may not see is left out, as it is in the list. */
  private async named(ids: readonly string[]): Promise<readonly unknown[]> {
    const found: unknown[] = []
    for (const id of new Set(ids)) {
      const one = await this.reader.document(this.sheet.name, id, this.viewer)
      if (one) found.push(one.row.document)
    }
    return found
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common'
import { fold } from '@qinqing/domain/kernel/fold'
import { Malformed } from '@qinqing/domain/kernel/refusal'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { applications } from '@qinqing/projections/fulfilment/applications'
import { bind, meets } from '@qinqing/projections/kernel/predicate'
import { z } from 'zod'
import type { Guest } from '../identity/doorkeeper.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { absent, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { seen } from './seen.ts'

const instant = z.iso.datetime({ precision: 3 })

/** A case as it was (回看): the same fold as the document's, over what had happened by then. */
@Controller('api/applications/:id/past')
@For('signed-in')
export class PastController {
  constructor(private readonly running: Running) {}

  /** For who may see the case now and could have seen it then. */
  @Get()
  async past(@Param('id') id: string, @Query('at') at: string | undefined, @Me() guest: Guest) {
    const asked = instant.safeParse(at)
    if (!asked.success) throw new Malformed([{ path: 'at', message: 'not an instant' }])
    await seen(this.running, id, guest)
    const { viewer } = guest
    const past = (await this.running.kernel.log.read(streamOf(viewer.tenant, 'application', id))).filter(event => event.recordedAt <= asked.data)
    const document = past.reduce((one, event) => fold(applications.evolve, one, event) as typeof one, applications.initial(id))
    if (!past.length || !meets(document, bind(applications.visible, viewer))) throw new Problematic(absent)
    return { at: asked.data, document }
  }
}

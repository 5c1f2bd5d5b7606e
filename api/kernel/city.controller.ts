import { Controller, Get, Headers } from '@nestjs/common'
import { cityOf } from './city.ts'
import { For } from './door.guard.ts'
import { Running } from './running.ts'

/** Which city this is, for whoever opens its pages. */
@Controller('api/city')
@For('anybody')
export class CityController {
  private demo: boolean | undefined

  constructor(private readonly running: Running) {}

  @Get()
  async city(@Headers('host') host: string | undefined) {
    return { name: cityOf(this.running.cities, host).name, demo: await this.isDemo() }
  }

  /** A demo begins the log that it is in: whatever was invented says so, and a real city says nothing of the kind. */
  private async isDemo(): Promise<boolean> {
    if (this.demo !== undefined) return this.demo
    const { events: [first] } = await this.running.kernel.log.page({ after: 0, limit: 1 })
    if (!first) return false
    return this.demo = first.purpose === 'demo'
  }
}

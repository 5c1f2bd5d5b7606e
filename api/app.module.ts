import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD } from '@nestjs/core'
import { CqrsModule } from '@nestjs/cqrs'
import { localDate } from '@qinqing/domain/language/calendar'
import { Reader } from '@qinqing/projections/kernel/reader'
import { Gate } from '@qinqing/realtime/gate'
import { LiveGateway } from '@qinqing/realtime/gateway'
import { LiveSettings } from '@qinqing/realtime/settings'
import { FilesController } from './fulfilment/files.controller.ts'
import { PastController } from './fulfilment/past.controller.ts'
import { UploadsController } from './fulfilment/uploads.controller.ts'
import { Doorkeeper } from './identity/doorkeeper.ts'
import { InvitationsController } from './identity/invitations.controller.ts'
import { OwnPasswordController, PasswordsController } from './identity/passwords.controller.ts'
import { Reception } from './identity/reception.ts'
import { SessionsController } from './identity/sessions.controller.ts'
import { ImportsController } from './import/imports.controller.ts'
import { AskHandler } from './kernel/ask.ts'
import { CityController } from './kernel/city.controller.ts'
import { CommandsController } from './kernel/commands.controller.ts'
import { DoorGuard } from './kernel/door.guard.ts'
import { ErrorsFilter } from './kernel/errors.filter.ts'
import { Journal } from './kernel/journal.ts'
import { ReadsController } from './kernel/reads.controller.ts'
import { Running } from './kernel/running.ts'
import { ExportsController } from './service/exports.controller.ts'
import { HealthController } from './operator/health.controller.ts'
import { Metrics } from './operator/metrics.ts'
import { DocsController } from './openapi/docs.controller.ts'

/** The one place where everything is put together. */
@Module({})
export class AppModule {
  static of(running: Running, journal: Journal): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        CityController, CommandsController, ReadsController, SessionsController, PasswordsController, OwnPasswordController, InvitationsController,
        ExportsController, FilesController, PastController, UploadsController, DocsController, HealthController, ImportsController,
      ],
      providers: [
        { provide: Running, useValue: running },
        { provide: Reader, useValue: running.reader },
        { provide: Journal, useValue: journal },
        Doorkeeper,
        Reception,
        { provide: Gate, useExisting: Doorkeeper },
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_FILTER, useClass: ErrorsFilter },
        AskHandler,
        { provide: LiveSettings, useValue: new LiveSettings(running.kernel.world, () => localDate(running.kernel.world.clock.now())) },
        LiveGateway,
        { provide: Metrics, useFactory: (gateway: LiveGateway) => new Metrics(running, gateway), inject: [LiveGateway] },
      ],
    }
  }
}

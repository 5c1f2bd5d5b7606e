import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { type Asked, execute, type Receipt } from '@qinqing/domain/kernel/execute'
import type { Asker } from '@qinqing/domain/kernel/message'
import { Running } from './running.ts'

/** A command on its way to its decider; the one envelope for all of them. */
export class Ask extends Command<Receipt> {
  readonly asked: Asked
  readonly asker: Asker

  constructor(asked: Asked, asker: Asker) {
    super()
    this.asked = asked
    this.asker = asker
  }
}

@CommandHandler(Ask)
export class AskHandler implements ICommandHandler<Ask> {
  constructor(private readonly running: Running) {}

  execute({ asked, asker }: Ask): Promise<Receipt> {
    return execute(this.running.kernel, asked, asker)
  }
}

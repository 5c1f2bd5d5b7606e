import type { Data } from '@qinqing/domain/kernel/message'
import type { ReadmodelEvent } from '@qinqing/domain/service/readmodel/events'
import { projections } from '@qinqing/projections/catalogue'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { liuzhou } from '../../kernel/city.ts'
import { realWorld } from '../../kernel/world.ts'
import { operate, type Operator } from '../operator.ts'
import { dataFolder, Halted, placed, run, say } from './place.ts'

const usage = () => new Halted(
  `用法：npm run rebuild -- <名称…> 或 --all [--data 数据文件夹]\n可以重建：${Object.keys(projections).join('、')}`,
  `Usage: npm run rebuild -- <names …> or --all [--data folder]\nThere are: ${Object.keys(projections).join(', ')}`,
)

function asked(): { names: string[]; data: string } {
  const options = { all: { type: 'boolean', default: false }, data: { type: 'string', default: dataFolder } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const names = values.all ? Object.keys(projections) : positionals
  if (!names.length || names.some(name => !Object.hasOwn(projections, name))) throw usage()
  return { names, data: placed(values.data) }
}

const stops: Readonly<Record<Data<ReadmodelEvent, 'RebuildStopped'>['reason'], readonly [zh: string, en: string]>> = {
  cancelled: ['取消了', 'cancelled'], interrupted: ['中断了，请再运行一次', 'interrupted; run it again'],
  failed: ['没有成功，原因在服务日志里', 'failed; the log of the server says why'], unknown: ['没有这个读模型', 'there is no such read model'],
}

/** Asks for one and tells how it goes; answers whether it is complete. */
async function rebuild(operator: Operator, name: string): Promise<boolean> {
  const receipt = await operator.ask({ aggregate: 'readmodel', id: name, command: { type: 'AskRebuild', data: {} }, commandId: realWorld.ids.fresh() })
  // Somebody has asked already: then it is told how that goes.
  if ('code' in receipt && receipt.code !== 'readmodel/not-now') throw new Halted(receipt.detail.zh, receipt.detail.en)
  let after = 'code' in receipt ? (await operator.history('readmodel', name)).at(-1)!.revision : receipt.revision
  for (;;) {
    for (const event of await operator.next('readmodel', name, after)) {
      after = event.revision
      const { type, data } = event as unknown as ReadmodelEvent
      if (type === 'RebuildAdvanced') process.stdout.write(`${name} ${Math.floor(data.done / data.of * 100)} %\n`)
      if (type === 'RebuildCompleted') {
        say(`${name} 重建完成，用时 ${(data.ms / 1000).toFixed(1)} 秒，原来不一致的文档 ${data.differing} 份`, `${name} was made anew in ${(data.ms / 1000).toFixed(1)} s; ${data.differing} documents had been kept otherwise.`)
        return true
      }
      if (type === 'RebuildStopped') {
        say(`${name} ${stops[data.reason][0]}`, `${name}: ${stops[data.reason][1]}.`)
        return false
      }
    }
  }
}

run(async () => {
  const { names, data } = asked()
  const operator = await operate(data, userInfo().username.slice(0, 60), liuzhou.id, 'work', true)
  try {
    let complete = true
    for (const name of names) complete = await rebuild(operator, name) && complete
    return complete ? 0 : 1
  } finally {
    await operator.close()
  }
})

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keysOf } from '../../kernel/open.ts'
import { NotEmpty } from '../backup.ts'
import { takeBackup } from '../operator.ts'
import { dataFolder, Halted, placed, run, say } from './place.ts'

const notEmpty = () => new Halted('目标文件夹不是空的，请换一个', 'The folder for the backup is not empty; choose another.')

run(async () => {
  const { values, positionals: [target, ...rest] } = parseArgs({ options: { data: { type: 'string', default: dataFolder } }, allowPositionals: true })
  if (!target || rest.length) throw new Halted('用法：npm run backup -- <目标文件夹> [--data 数据文件夹]', 'Usage: npm run backup -- <folder for the backup> [--data folder]')
  const data = placed(values.data)
  const to = resolve(process.env['INIT_CWD'] ?? '.', target)
  const manifest = await takeBackup(data, to).catch((error: unknown) => { throw error instanceof NotEmpty ? notEmpty() : error })
  if (!('log' in manifest)) throw new Halted(manifest.detail.zh, manifest.detail.en)
  const { log, files } = manifest as { log: { events: number; head: number }; files: readonly unknown[] }
  say(
    `备份完成：${log.events} 个事件（到第 ${log.head} 个为止），${files.length} 个附件，在 ${to}\n密钥不在备份里：请在备份之后另外保存 ${keysOf(data)}，没有它，备份里的姓名、电话、填报内容都读不出来`,
    `Backed up: ${log.events} events (up to position ${log.head}) and ${files.length} attachments, in ${to}\nThe keys are not part of it: keep ${keysOf(data)} somewhere else, taken after the backup. Without it nobody can read the names, phones and answers in the backup.`,
  )
  return 0
})

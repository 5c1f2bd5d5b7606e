import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keysOf } from '../../kernel/open.ts'
import { realWorld } from '../../kernel/world.ts'
import { NoBackup, NotEmpty } from '../backup.ts'
import { restore } from '../restore.ts'
import { Halted, placed, run, say } from './place.ts'

const why = (error: unknown): unknown => {
  if (error instanceof NotEmpty) return new Halted(`${error.message} 已经有内容了，恢复只写到新的文件夹，请用 --data 换一个`, `${error.message} is there already; a backup is restored to a new folder only, choose another with --data.`)
  if (error instanceof NoBackup) return new Halted(`备份不完整或者被改过：${error.message} 对不上，没有恢复任何内容`, `This backup is incomplete or was changed: ${error.message} does not match. Nothing was restored.`)
  return error
}

run(async () => {
  const { values, positionals: [from, ...rest] } = parseArgs({ options: { data: { type: 'string' }, keys: { type: 'string' } }, allowPositionals: true })
  if (!from || rest.length || !values.data) {
    throw new Halted('用法：npm run restore -- <备份文件夹> --data <新的数据文件夹> [--keys <密钥文件>]', 'Usage: npm run restore -- <folder of the backup> --data <new data folder> [--keys <key file>]')
  }
  const folder = resolve(process.env['INIT_CWD'] ?? '.', values.data)
  const { manifest: { log, files }, opened } = await restore(placed(from), folder, values.keys && placed(values.keys), realWorld).catch((error: unknown) => { throw why(error) })
  say(`已恢复：${log.events} 个事件，${files.length} 个附件，到 ${folder}，每个文件都和备份时一致`, `Restored: ${log.events} events and ${files.length} attachments to ${folder}; every file is as it was when it was backed up.`)
  if (!opened) {
    say(
      `没有密钥文件：姓名、电话、填报内容现在都读不出来，服务也不会启动；请把当时的密钥文件放到 ${keysOf(folder)} 再启动`,
      `There is no key file: names, phones and answers cannot be read, and the server will not start; put the key file of that folder to ${keysOf(folder)} first.`,
    )
    return 3
  }
  say(`文档已重新做好，可以启动：npm start -- --data ${folder}`, `The documents are made; start with: npm start -- --data ${folder}`)
  return 0
})

import { KeysMissing } from '@qinqing/domain/store/keyring-file'
import { LogInUse } from '@qinqing/domain/store/sqlite-lock'

const byCode: Readonly<Record<string, string>> = {
  EADDRINUSE: '端口已被占用，请用 --port 换一个，例如 npm start -- --port 8090\nThe port is in use; choose another with --port.',
  EACCES: '没有权限读写这个数据文件夹，请用 --data 换一个，或者改它的权限\nThe data folder cannot be read or written; choose another with --data, or change its rights.',
  EPERM: '没有权限读写这个数据文件夹，请用 --data 换一个，或者改它的权限\nThe data folder cannot be read or written; choose another with --data, or change its rights.',
  EROFS: '这个数据文件夹在只读的磁盘上，请用 --data 换一个\nThe data folder is on a read-only disk; choose another with --data.',
  ENOTDIR: '--data 指的不是文件夹，请换一个\n--data does not name a folder.',
  EEXIST: '--data 指的不是文件夹，请换一个\n--data does not name a folder.',
  ENOSPC: '磁盘满了，请腾出空间再启动\nThe disk is full; make room and start again.',
}

/** Why the server does not start, in one sentence that says what to do next. */
export function explain(error: unknown): string {
  if (error instanceof LogInUse) return '另一个服务正在使用这个数据文件夹，请先停掉它，或用 --data 换一个\nAnother server is using this data folder; stop it, or choose another with --data.'
  if (error instanceof KeysMissing) return '数据文件夹旁边的密钥文件（.keys）不见了，请先把它放回原处再启动\nThe key file (.keys) beside the data folder is missing; put it back and start again.'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (byCode[code]) return byCode[code]
  if (error instanceof RangeError) return `参数不对：${error.message}\nNot a usable option: ${error.message}`
  return `启动失败：${error instanceof Error ? error.message : String(error)}\nThe server could not start.`
}

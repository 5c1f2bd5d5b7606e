import { KeysForeign, KeysMissing } from '@qinqing/domain/store/keyring-file'
import { LogInUse } from '@qinqing/domain/store/sqlite-lock'

type Fault = Error & { code?: unknown; syscall?: unknown; path?: unknown }

const noRights = ({ path }: Fault) => {
  const at = typeof path === 'string' ? `（${path}）` : ''
  return `没有权限读写数据文件夹或它旁边的密钥文件${at}，请用 --data 换一个，或者改权限\nThe data folder, or the key file beside it, cannot be read or written; choose another with --data, or change its rights.`
}
const readOnly = () => '这个数据文件夹在只读的磁盘上，请用 --data 换一个\nThe data folder is on a read-only disk; choose another with --data.'
const noFolder = () => '--data 指的不是文件夹，请换一个\n--data does not name a folder.'
const full = () => '磁盘满了，请腾出空间再启动\nThe disk is full; make room and start again.'
const failing = () => '磁盘读写出错，请检查磁盘后再试\nThe disk fails to read or write; look after it and try again.'
const portInUse = () => '端口已被占用，请用 --port 换一个，例如 npm start -- --port 8090\nThe port is in use; choose another with --port.'
const portClosed = () => '没有权限使用这个端口，请用 --port 换一个 1024 以上的\nThis port may not be used; choose one above 1024 with --port.'
const noNode = () => '程序的文件不完整，请重新运行 npm ci\nFiles of the program are missing; run npm ci again.'

const byCode: Readonly<Record<string, (fault: Fault) => string>> = {
  EADDRINUSE: portInUse, EACCES: noRights, EPERM: noRights, EROFS: readOnly, ENOTDIR: noFolder, EEXIST: noFolder, ENOSPC: full, EDQUOT: full, EFBIG: full, EIO: failing,
  ERR_MODULE_NOT_FOUND: noNode, MODULE_NOT_FOUND: noNode,
}

const damaged = () => '数据文件损坏了，请用备份恢复，或用 --data 换一个文件夹\nA file of the data folder is damaged; restore it from a backup, or choose another folder with --data.'

/** In the words of SQLite, which are all that comes out of its threads. */
const byWords: readonly (readonly [RegExp, (fault: Fault) => string])[] = [
  [/unable to open database file|readonly database/, noRights], [/disk is full/, full], [/disk I\/O error/, failing], [/not a database|malformed|damaged/, damaged],
]

/** Whether it is the disk that has no room, or fails. */
export function isDisk(error: unknown): boolean {
  const { code, message = '' } = error as { code?: unknown; message?: string }
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'].includes(String(code)) || /disk is full|disk I\/O error/.test(message)
}

/** Why the server does not start, in one sentence that says what to do next. */
export function explain(error: unknown): string {
  if (error instanceof LogInUse) return '另一个服务正在使用这个数据文件夹，请先停掉它，或用 --data 换一个\nAnother server is using this data folder; stop it, or choose another with --data.'
  if (error instanceof KeysMissing) return '数据文件夹旁边的密钥文件（.keys）不见了，请先把它放回原处再启动\nThe key file (.keys) beside the data folder is missing; put it back and start again.'
  if (error instanceof KeysForeign) return '数据文件夹旁边的密钥文件（.keys）不是这个文件夹的，请放回原来的再启动\nThe key file (.keys) beside the data folder belongs to another folder; put back its own and start again.'
  if (error instanceof RangeError) return `参数不对：${error.message}\nNot a usable option: ${error.message}`
  if (!(error instanceof Error)) return `启动失败：${String(error)}\nThe server could not start.`
  const fault: Fault = error
  const code = String(fault.code)
  if (code.startsWith('ERR_PARSE_ARGS')) return `参数不对，可以用的是 --port 8080、--data <文件夹>、--empty\nNot a usable option: ${error.message}`
  if (code === 'EACCES' && fault.syscall === 'listen') return portClosed()
  const known = byCode[code] ?? byWords.find(([words]) => words.test(fault.message))?.[1]
  return known?.(fault) ?? `启动失败：${error.message || error.name}\nThe server could not start: ${error.message || error.name}`
}

import { bounds } from './bounds.ts'
import { problem } from './problem.ts'

/** Why a file is not taken, or not given. */
export const fileProblems = {
  tooLarge: problem(413, 'file/too-large', '文件超过 20 MB，请压缩或分成几份再上传', 'The file is larger than 20 MB; compress or split it.'),
  noFile: problem(415, 'file/no-file', '请直接上传文件本身', 'Send the file itself, as application/octet-stream.'),
  interrupted: problem(400, 'file/interrupted', '上传中断了，请重新上传', 'The upload broke off; upload the file again.'),
  empty: problem(400, 'file/empty', '这个文件是空的，请重新选择', 'The file is empty; choose again.'),
  wrongKind: problem(
    415, 'file/kind', '只收 PDF、PNG、JPG 文件。这个文件的内容不是其中一种，改后缀名没有用，请转换后再上传',
    'Only PDF, PNG and JPG files are taken. The content of this file is none of them, whatever its name says; convert it first.',
  ),
  tooMany: problem(
    409, 'file/too-many', `这件申请的文件已经有 ${bounds.filesOfOne} 个，不能再上传`, 'This application has as many files as it may have.',
  ),
  tooManyOpen: problem(
    409, 'file/too-many-open', `同时上传的文件已经有 ${bounds.uploads.openOfPerson} 个，请等前面的传完，或者先停止几个`,
    'As many uploads are open as one may have; wait for one of them, or stop some.',
  ),
  gone: problem(404, 'file/upload-gone', '这次上传已经过期或已经停止，请重新上传', 'This upload has expired or was stopped; upload the file again.'),
  elsewhere: problem(409, 'file/offset', '上传的位置对不上，正在从服务器收到的地方接着传', 'The offset is not where the upload stands; ask again and go on from there.'),
  damaged: problem(
    400, 'file/damaged', '传到服务器的内容和您选的文件不一致，请重新上传', 'What has arrived differs from the file that was chosen; upload it again.',
  ),
  noRoom: problem(
    503, 'file/no-room', '服务器现在存不下文件，已经传到的部分还在，请过一会儿接着传',
    'The server cannot store files right now. What has arrived is kept; go on in a while.', { retryAfter: 30 },
  ),
  changed: problem(
    409, 'file/changed', '文件校验失败：存放的内容和提交时不一致，请联系管理员',
    'The file does not match its hash: what is stored differs from what was submitted.',
  ),
} as const

const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)
const broken: readonly unknown[] = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']
const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']

/** What a reader or a disk throws in the middle, as it is told to whoever sends: it is not his fault, and no defect. */
export const toldOf = (error: unknown) =>
  (broken.includes(codeOf(error)) ? fileProblems.interrupted : full.includes(codeOf(error)) ? fileProblems.noRoom : undefined)

import { applicationMoves, type ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Guest } from '../identity/doorkeeper.ts'
import { absent, problem, Problematic } from '../kernel/problem.ts'
import type { Running } from '../kernel/running.ts'

const noUpload = problem(409, 'file/not-now', '现在的状态不能上传文件', 'Files cannot be uploaded in the present state.')

/** An application as a guest sees it; to whoever may not see it, it is not there. */
export async function seen(running: Running, id: string, { viewer }: Guest): Promise<ApplicationDocument> {
  const found = await running.reader.document('applications', id, viewer)
  if (!found) throw new Problematic(absent)
  return found.row.document as ApplicationDocument
}

/** Files come from the enterprise alone, and while it may still answer. */
export function ensureTaking(application: ApplicationDocument, { viewer }: Guest): void {
  if (!viewer.enterprises.includes(application.enterprise)) throw new Problematic(absent)
  if (!applicationMoves[application.status].includes('PatchAnswers')) throw new Problematic(noUpload)
}

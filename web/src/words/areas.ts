import type admin from './zh/admin.ts'
import type desk from './zh/desk.ts'
import type editor from './zh/editor.ts'
import type files from './zh/files.ts'
import type form from './zh/form.ts'
import type formEditor from './zh/formEditor.ts'
import type identity from './zh/identity.ts'
import type kit from './zh/kit.ts'
import type operator from './zh/operator.ts'
import type policyLife from './zh/policyLife.ts'
import type printed from './zh/printed.ts'
import type portal from './zh/portal.ts'
import type review from './zh/review.ts'
import type service from './zh/service.ts'

/** Every area of words, by its Chinese ones. A new area is a file in zh, one in en, and a line here. */
export interface Words {
  admin: typeof admin
  desk: typeof desk
  editor: typeof editor
  files: typeof files
  form: typeof form
  formEditor: typeof formEditor
  identity: typeof identity
  kit: typeof kit
  operator: typeof operator
  policyLife: typeof policyLife
  portal: typeof portal
  printed: typeof printed
  review: typeof review
  service: typeof service
}

export type Area = keyof Words

import type { Field } from '@qinqing/domain/language/form'
import type { Lang } from '@qinqing/domain/language/text'
import type { Field as Tied } from '../../kit/FormRow.tsx'
import type { Value } from './edits.ts'

/** What a field's box gets: its own value and nothing of its neighbours. */
export interface BoxProps {
  field: Field
  value: Value
  /** The value as it is kept, when it can be read. */
  kept: Value
  tied: Tied
  lang: Lang
  onType: (value: Value) => void
  onLeave: () => void
  onCompose: (on: boolean) => void
}

import type { AnswerValue, Field } from './field.ts'
import { type Fault, type Lang, say, type Text } from './text.ts'

export type AnswerType = 'string' | 'number' | 'boolean' | 'list' | 'rows' | 'file'

/** How one kind of field is read, judged and shown. */
export interface Kind {
  label: Text
  takes: readonly AnswerType[]
  /** The value that is kept; undefined when the answer cannot be read as one. */
  parse: (answer: AnswerValue, field: Field) => AnswerValue | undefined
  /** What to write instead of what could not be read. */
  expected: Text
  /** Whether what could not be read is a number, only too large a one. */
  beyond?: (answer: AnswerValue) => boolean
  fault: (value: AnswerValue, field: Field) => Fault | undefined
  display: (value: AnswerValue, field: Field, lang: Lang) => string
  /** What may well be right but deserves a second look. */
  warning?: (value: AnswerValue) => Text | undefined
}

const tooLarge = say('数字太大，请核对', 'The number is too large; please check it')

/** What is said of an answer that could not be read. */
export const unread = ({ beyond, expected }: Kind, answer: AnswerValue): Text => (beyond?.(answer) ? tooLarge : expected)

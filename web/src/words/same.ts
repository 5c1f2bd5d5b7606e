/** What another language must have: every key of the Chinese words, as text, and singulars where it counts. */
export type Same<Zh> = {
  [Key in keyof Zh]: Zh[Key] extends string ? string : Same<Zh[Key]>
} & {
  [Key in keyof Zh as Key extends `${infer Counted}_other` ? `${Counted}_one` : never]?: string
}

import { z } from 'zod'

/** What a person reads, Chinese first. */
export const text = z.object({ zh: z.string().max(500), en: z.string().max(500) })
export type Text = z.infer<typeof text>
export type Lang = keyof Text

export const say = (zh: string, en: string): Text => ({ zh, en })

/** The same sentence made in both languages. */
export const inBoth = (make: (lang: Lang) => string): Text => ({ zh: make('zh'), en: make('en') })

/** A name that may be used as a key or shown in a list. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/)

/** What a fault says, wherever it is found. */
export interface Fault {
  code: string
  message: Text
}

/** A fault that names where it is: a path into what was sent. */
export type Located = Fault & { path: string }

export const located = (path: string, code: string, zh: string, en: string): Located => ({ path, code, message: say(zh, en) })

/** Cuts what a stranger sent, so that a message about it stays short; what is no plain value is not shown. */
export const brief = (value: unknown): string =>
  (['string', 'number', 'boolean'].includes(typeof value) ? String(value).slice(0, 40).toWellFormed() : '…')

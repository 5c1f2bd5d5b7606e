import { z } from 'zod'

/** A piece of plain-language explanation (解读), bound to the clauses it explains. Plain text: pages make links of the clauses, never HTML. */
export const note = z.object({ title: z.string().max(120), text: z.string().max(2_000), clauses: z.array(z.string().max(60)).max(10) })
export type Note = z.infer<typeof note>

/** Whom one may ask, when and where. */
export const contact = z.object({ office: z.string().max(120), phone: z.string().max(120), hours: z.string().max(200), address: z.string().max(200) })
export type Contact = z.infer<typeof contact>

/** What helps to understand a policy; decisions never rest on it. */
export const guide = z.object({ notes: z.array(note).max(40), contact: contact.nullable() })
export type Guide = z.infer<typeof guide>

export const noGuide: Guide = { notes: [], contact: null }

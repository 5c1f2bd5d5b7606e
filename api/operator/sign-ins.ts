import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const signIn = z.object({ audience: z.string(), username: z.string(), password: z.string(), home: z.string() })

/** How to sign in to a demo city, for whoever may read the data folder; a real city has no such file. */
export type SignIn = z.infer<typeof signIn>

export const signInsName = 'demo-sign-ins.json'

const pathOf = (folder: string) => join(folder, signInsName)

export function signInsOf(folder: string): SignIn[] {
  if (!existsSync(pathOf(folder))) return []
  return z.array(signIn).parse(JSON.parse(readFileSync(pathOf(folder), 'utf8')))
}

export function keepSignIns(folder: string, signIns: readonly SignIn[]): void {
  writeFileSync(pathOf(folder), `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 })
}

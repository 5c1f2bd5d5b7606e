import { hash, verify } from '@node-rs/argon2'

// argon2id with 19 MiB, two passes, one lane: OWASP's password storage advice.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Made beforehand, so that the first who does not exist waits no longer than others. */
let nobody: Promise<string> | undefined
export const warm = (): Promise<string> => nobody ??= hashPassword('a password that nobody has')

/** Whether the password is right; takes as long for somebody who does not exist. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  const right = await verify(known ?? await warm(), password)
  return right && known !== null
}

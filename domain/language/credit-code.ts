const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/

/** The whole 统一社会信用代码 for its first 17 characters (GB 32100-2015); undefined when they cannot begin one. */
export function creditCodeFor(body: string): string | undefined {
  if (!shape.test(body)) return undefined
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body[index]!), 0)
  return body + alphabet[(31 - (sum % 31)) % 31]
}

export const isCreditCode = (code: string): boolean => code.length === 18 && creditCodeFor(code.slice(0, 17)) === code

/** As people type it: spaces, small letters and full width are no fault. */
export const normalCreditCode = (typed: string): string => typed.slice(0, 80).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** The check digit of an organisation code (GB 11714), which stands as the 17th character of the credit code. */
export function organisationDigit(eight: string): string | undefined {
  if (!/^[0-9A-Z]{8}$/.test(eight)) return undefined
  const sum = organisationWeights.reduce((total, weight, index) => total + weight * parseInt(eight[index]!, 36), 0)
  return '0123456789X0'[11 - (sum % 11)]
}

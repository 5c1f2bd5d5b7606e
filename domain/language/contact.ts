const plain = (typed: string): string => typed.slice(0, 80).normalize('NFKC').replace(/[\s()–—-]/g, '').replace(/^(\+86|0086)/, '')

const mobile = /^1[3-9]\d{9}$/
const landline = /^0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}(转\d{1,6})?$/

/** A mobile or landline number of the mainland without its decoration; undefined when it is none. */
export function normalPhone(typed: string): string | undefined {
  const number = plain(typed)
  return mobile.test(number) || landline.test(number) ? number : undefined
}

export const isPhone = (typed: string): boolean => normalPhone(typed) !== undefined

/** The digits of a bank account; undefined when they cannot be one. */
export function normalBankAccount(typed: string): string | undefined {
  const number = plain(typed)
  return /^\d{12,30}$/.test(number) ? number : undefined
}

/** Whether the last digit fits, as it does on cards; accounts of enterprises often have none, so this may warn and never refuse. */
export function fitsLuhn(account: string): boolean {
  const digits = [...account].reverse().map(Number)
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0)
  return sum % 10 === 0
}

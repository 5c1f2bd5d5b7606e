import { fitsLuhn, isPhone, normalBankAccount, normalPhone } from './contact.ts'

test.each([
  ['13800000000', '13800000000'], ['+86 138-0000-0000', '13800000000'], ['0086 13800000000', '13800000000'], ['１３８００００００００', '13800000000'],
  ['0772-2800000', '07722800000'], ['(0772) 280 0000', '07722800000'],
  ['020-37886888', '02037886888'], ['010 62000000转8001', '01062000000转8001'],
])('%p is the phone %s', (typed, number) => expect(normalPhone(typed)).toBe(number))

test.each(['', '12345', '12800000000', '138000000000', '2800000', '0772-1800000', 'x', '1380000000a', '\ud800', '1'.repeat(1_000_000)])(
  '%.20p is no phone', typed => expect(isPhone(typed)).toBe(false))

test.each([['6222 0000 0000 0000 000', '6222000000000000000'], ['123456789012', '123456789012'], ['１２３４５６７８９０１２', '123456789012']])(
  '%p is the account %s', (typed, number) => expect(normalBankAccount(typed)).toBe(number))

test.each(['', '12345678901', '1'.repeat(31), '1234567890123a', '1'.repeat(1_000_000)])('%.20p is no account', typed =>
  expect(normalBankAccount(typed)).toBeUndefined())

test.each([
  ['79927398713', true], ['79927398710', false], ['59', true], ['67', true], ['4111111111111111', true], ['4111111111111112', false],
])('Luhn of %s: %s', (account, fits) => expect(fitsLuhn(account)).toBe(fits))

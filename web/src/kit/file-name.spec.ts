import { plainName } from './file-name.ts'

it.each([
  ['采购合同（示例）.pdf', '采购合同（示例）.pdf'],
  ['合同\u202egpj.exe', '合同_gpj.exe'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['C:\\示例\\合同.pdf', 'C:_示例_合同.pdf'],
  ['a\r\nb\u0000.pdf', 'a_b_.pdf'],
  ['半个\ud83d.pdf', '半个_.pdf'],
  [' ', '_'],
  [`${'示'.repeat(255)}.pdf`, `${'示'.repeat(195)}….pdf`],
  ['😀'.repeat(120), `${'😀'.repeat(99)}…`],
])('%j is kept as %j', (name, kept) => {
  expect(plainName(name)).toBe(kept)
  expect(plainName(name).length).toBeLessThanOrEqual(200)
})

import { sizeOf } from './system.ts'

test.each([[0, '0 B'], [900, '900 B'], [1_536, '1.5 KB'], [50_000, '49 KB'], [3_500_000, '3.3 MB'], [5e12, '4657 GB']])('%d bytes are %s', (bytes, says) => {
  expect(sizeOf(bytes)).toBe(says)
})

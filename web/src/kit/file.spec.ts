import { faultOf, kindsOf, sizeOf } from './file.ts'

const limits = { kinds: ['pdf', 'jpg', 'png'], mostBytes: 20 * 1024 * 1024 }

it.each([
  [{ name: '合同.pdf', size: 1 }, undefined], [{ name: '合同.PDF', size: 20 * 1024 * 1024 }, undefined], [{ name: '照片.jpeg', size: 5 }, undefined],
  [{ name: '合同.pdf', size: 20 * 1024 * 1024 + 1 }, 'tooBig'], [{ name: '合同.pdf', size: 0 }, 'empty'], [{ name: '合同.pdf.exe', size: 5 }, 'wrongKind'], [{ name: 'pdf', size: 5 }, 'wrongKind'],
])('%p is %p', (file, fault) => expect(faultOf(file, limits)).toBe(fault))

it.each([[512, '512 B'], [880_640, '860 KB'], [2_516_582, '2.4 MB'], [20 * 1024 * 1024, '20 MB']])('%d bytes are %s', (bytes, said) => expect(sizeOf(bytes)).toBe(said))

it('names what it takes', () => expect(kindsOf(limits)).toBe('PDF、JPG、PNG'))

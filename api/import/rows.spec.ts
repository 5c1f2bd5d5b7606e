import { rowsIn, UnreadableFile } from './rows.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** The rows of a text that comes in pieces of so many bytes. */
async function read(text: string | Uint8Array, size = 7): Promise<string[]> {
  const whole = typeof text === 'string' ? bytes(text) : text
  const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) => whole.subarray(n * size, (n + 1) * size))
  const rows: string[] = []
  for await (const { row, text: found, tooLong } of rowsIn(pieces)) {
    expect(row).toBe(rows.length + 1)
    rows.push(tooLong ? 'too long' : found.trim())
  }
  return rows
}

test.each<[string, string, string[]]>([
  ['no rows', ' [ ] ', []],
  ['rows', '[{"a":1}, {"b":[1,2]}]', ['{"a":1}', '{"b":[1,2]}']],
  ['brackets and commas in texts', '[{"a":"],[{\\"}"},2]', ['{"a":"],[{\\"}"}', '2']],
  ['a byte order mark and Chinese', '\uFEFF[{"名":"示例"}]', ['{"名":"示例"}']],
  ['values of all kinds', '[1,"x",null,[2],true]', ['1', '"x"', 'null', '[2]', 'true']],
  ['a comma behind the last row', '[1,\n]', ['1']],
  ['a row that is not there', '[1,,2]', ['1', '', '2']],
  ['a bad row among good ones', '[{"a":},{"b":2}]', ['{"a":}', '{"b":2}']],
  ['a bracket too many in a row', '[{"a":1}},{"b":2}]', ['{"a":1}}', '{"b":2}']],
])('%s', async (_, given, then) => {
  for (const size of [1, 2, 3, 1000]) expect(await read(given, size)).toEqual(then)
})

test('a row beyond reason does not grow', async () =>
  expect(await read(`[1,"${'x'.repeat(1_500_000)}",2]`, 65_536)).toEqual(['1', 'too long', '2']))

test.each<[string, string | Uint8Array, RegExp]>([
  ['an empty file', '', /不是一个列表/],
  ['an object', '{"rows":[]}', /不是一个列表/],
  ['a text', 'TASK_CODE,TASK_NAME', /不是一个列表/],
  ['a file that was cut', '[{"a":1},{"b":', /第 2 行没有写完/],
  ['an open text', '[{"a":1},{"b":"]', /第 2 行没有写完/],
  ['something behind the end', '[1] [2]', /还有别的内容/],
  ['another encoding', new Uint8Array([0x5b, 0x22, 0xca, 0xbe, 0xc0, 0xfd, 0x22, 0x5d]), /UTF-8/],
])('unreadable: %s', async (_, given, then) => {
  const error = await read(given, 3).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UnreadableFile)
  expect((error as UnreadableFile).words.zh).toMatch(then)
})

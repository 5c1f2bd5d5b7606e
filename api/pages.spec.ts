import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Town, town } from './spec.ts'

const script = `${'export const one = 1\n'.repeat(50)}`
const pages = mkdtempSync(join(tmpdir(), 'qinqing-pages-'))
let city: Town

beforeAll(async () => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>示例</title>')
  writeFileSync(join(pages, 'assets', 'one.js'), script)
  writeFileSync(join(pages, 'assets', 'one.js.gz'), gzipSync(script))
  writeFileSync(join(pages, 'assets', 'plain.css'), 'body {}')
  city = await town({ pages })
})
afterAll(async () => {
  await city.end()
  rmSync(pages, { recursive: true })
})

/** As it comes over the line. */
const fetched = (path: string, accepts?: string) => new Promise<{ type: string | undefined; encoding: string | undefined; vary: string | undefined; body: Buffer }>((resolve, reject) => {
  get(city.url + path, { headers: accepts ? { 'accept-encoding': accepts } : {} }, answer => {
    const pieces: Buffer[] = []
    const { 'content-type': type, 'content-encoding': encoding, vary } = answer.headers
    answer.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve({ type, encoding, vary, body: Buffer.concat(pieces) }))
  }).on('error', reject)
})

test('whoever takes packed texts gets them packed, as what they are', async () => {
  const { body, ...said } = await fetched('/assets/one.js', 'gzip, deflate, br')
  expect(said).toEqual({ type: expect.stringMatching(/^(text|application)\/javascript/), encoding: 'gzip', vary: 'accept-encoding' })
  expect(gunzipSync(body).toString()).toBe(script)
})

test.each([undefined, 'br', 'identity', 'gzip;q=0'])('who does not gets them as they are: %s', async accepts => {
  const { body, ...said } = await fetched('/assets/one.js', accepts)
  expect(said).toMatchObject({ encoding: undefined, vary: 'accept-encoding' })
  expect(body.toString()).toBe(script)
})

test.each(['/assets/plain.css', '/', '/policies/any'])('what has no packed form comes as it is: %s', async path => {
  const { body, encoding } = await fetched(path, 'gzip')
  expect([encoding, body.length > 0]).toEqual([undefined, true])
})

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const rooms = ['domain', 'projections', 'api', 'realtime', 'web', 'mobile', 'ops']
const readmes = ['', ...rooms, 'domain/language', 'domain/store', 'ops/bench'].map(folder => join(folder, 'README.md'))

/** Where the links of a text lead, as paths from the root; addresses elsewhere are not ours to keep. */
const linksOf = (readme: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link!).filter(link => !/^[a-z]+:/.test(link)).map(link => join(dirname(readme), link))

test.each(readmes)('%s leads nowhere that is not there', readme => {
  const text = readFileSync(join(root, readme), 'utf8')
  expect(linksOf(readme, text).filter(path => !existsSync(join(root, path)))).toEqual([])
})

test('a link that leads nowhere is found', () =>
  expect(linksOf('api/README.md', '[a](kernel/gone.ts) ![b](../ops/screens/x.png "x") [c](https://example.org)')).toEqual(['api/kernel/gone.ts', 'ops/screens/x.png']))

test('every command of the root is said in a README', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const said = ['README.md', 'ops/README.md'].map(readme => readFileSync(join(root, readme), 'utf8')).join('\n')
  expect(Object.keys(scripts).filter(name => !new RegExp(`npm (run )?${name}\\b`).test(said))).toEqual([])
})

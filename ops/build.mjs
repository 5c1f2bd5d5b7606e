import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, root, tool } from './house.mjs'

const skipped = new Set(['node_modules', 'dist', 'data', '.cache', '.git'])

const filesOf = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))

const hashOf = (folders, wanted) => {
  const hash = createHash('sha256').update(process.platform)
  const files = folders.flatMap((folder) => filesOf(join(root, folder))).filter(wanted).sort()
  for (const file of [...files, join(root, 'package-lock.json'), join(root, 'tsconfig.base.json')]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const note = join(root, '.cache', 'built.json')
const noted = () => (existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {})
const remember = (name, hash) => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(note, JSON.stringify({ ...noted(), [name]: hash }))
}

const parts = [
  {
    name: 'code',
    product: 'api/dist/main.js',
    hash: () => hashOf(['domain', 'projections', 'realtime', 'api', 'ops'], (file) => /\.ts$|config\.json$|package\.json$/.test(file)),
    make: () => tool('typescript/bin/tsc', ['-b', 'ops']),
  },
  {
    name: 'pages',
    product: 'web/dist/index.html',
    hash: () => hashOf(['web', 'domain', 'realtime', 'api'], (file) => !/\.spec\.tsx?$/.test(file)),
    make: () => tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: join(root, 'web') }),
  },
]

/** Builds what has changed since the last build; answers whether everything is up to date now. */
export const build = async (names = parts.map(({ name }) => name)) => {
  for (const { name, product, hash, make } of parts.filter((part) => names.includes(part.name))) {
    const now = hash()
    if (noted()[name] === now && existsSync(join(root, product))) continue
    const start = performance.now()
    if ((await make()) !== 0) return false
    remember(name, now)
    console.log(`built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install()
  process.exit((await build()) ? 0 : 1)
}

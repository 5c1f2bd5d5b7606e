import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from '@swc/core'

/** One import or re-export: of what, and whether of types alone. */
export type Import = { readonly of: string; readonly types: boolean }

/** What the boundaries need to know of a file. */
export type Source = {
  readonly file: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly barrel: boolean
  readonly impure: readonly string[]
}

type Node = { readonly type?: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (isNode(value) && typeof value['value'] === 'string' ? value['value'] : '')

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

/** Every node of a syntax tree with the one around it. */
function* walk(node: unknown, parent: Node = {}): Generator<[node: Node, parent: Node]> {
  if (Array.isArray(node)) {
    for (const one of node) yield* walk(one, parent)
  } else if (isNode(node)) {
    if (typeof node.type === 'string') yield [node, parent]
    const around = typeof node.type === 'string' ? node : parent
    for (const [key, value] of Object.entries(node)) if (key !== 'span') yield* walk(value, around)
  }
}

const onlyTypes = (node: Node): boolean => {
  const names = listOf(node['specifiers'])
  return node['typeOnly'] === true || (names.length > 0 && names.every((name) => name['isTypeOnly'] === true))
}

const imported: Record<string, (node: Node) => Import | undefined> = {
  ImportDeclaration: (node) => ({ of: textOf(node['source']), types: onlyTypes(node) }),
  ExportAllDeclaration: (node) => ({ of: textOf(node['source']), types: node['typeOnly'] === true }),
  ExportNamedDeclaration: (node) => (node['source'] ? { of: textOf(node['source']), types: onlyTypes(node) } : undefined),
  TsImportType: (node) => ({ of: textOf(node['argument']), types: true }),
  CallExpression: (node) =>
    isNode(node['callee']) && node['callee'].type === 'Import'
      ? { of: textOf(isNode(listOf(node['arguments'])[0]) ? listOf(node['arguments'])[0]!['expression'] : undefined), types: false }
      : undefined,
}

const hostZone = /^(get|set)(Date|Day|Month|FullYear|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$|^toLocale(|Date|Time)String$/
const fixedDates = new Set(['parse', 'UTC'])

const dateFault = (parent: Node): string | undefined => {
  if (parent.type === 'NewExpression') return listOf(parent['arguments']).length > 0 ? undefined : 'new Date() asks the clock'
  if (parent.type === 'MemberExpression') {
    const member = textOf(parent['property'])
    return fixedDates.has(member) ? undefined : `Date.${member || '…'} asks the clock`
  }
  return 'Date is used as a value or a type'
}

const refusedNames: Record<string, string> = {
  globalThis: 'globalThis opens every door', Temporal: 'Temporal asks the clock', eval: 'eval runs anything', Function: 'Function runs anything',
}

/** What makes a file depend on clock, zone or surroundings that the linter cannot express. */
const impurity = ([node, parent]: [Node, Node]): string[] => {
  if (node.type !== 'Identifier') return []
  const name = textOf(node)
  const isProperty = parent.type === 'MemberExpression' && parent['property'] === node
  if (isProperty) return hostZone.test(name) ? [`.${name} reads the zone of the host`] : []
  if (name === 'Date') return [dateFault(parent)].filter((fault) => fault !== undefined)
  const refused = Object.hasOwn(refusedNames, name) ? refusedNames[name] : undefined
  return refused === undefined || parent.type === 'KeyValueProperty' ? [] : [refused]
}

const passesOn = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'])

/** Reads one file's text into what the boundaries judge. */
export const sourceOf = (file: string, text: string): Source => {
  const tree = parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true, target: 'es2024' })
  const nodes = [...walk(tree.body)]
  return {
    file,
    text,
    imports: nodes.flatMap(([node]) => {
      const found = Object.hasOwn(imported, node.type!) ? imported[node.type!]!(node) : undefined
      if (!found) return []
      return [found.of.startsWith('.') ? { ...found, of: posix.join(posix.dirname(file), found.of) } : found]
    }),
    barrel: tree.body.some(({ type }) => /^Export(All|Named)/.test(type)) && tree.body.every(({ type }) => passesOn.has(type)),
    impure: nodes.flatMap(impurity),
  }
}

const skipped = new Set(['node_modules', 'dist', 'data', 'public', '.cache'])

/** All TypeScript files below a folder, as paths from `root`. */
const filesBelow = (root: string, folder: string): string[] =>
  readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(root, path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })

/** Reads the repository. */
export const sourcesOf = (root: string, folders: readonly string[]): Source[] =>
  folders.flatMap((folder) => filesBelow(root, folder)).map((file) => sourceOf(file, readFileSync(posix.join(root, file), 'utf8')))

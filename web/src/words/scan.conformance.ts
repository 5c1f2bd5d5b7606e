import { parseSync } from '@swc/core'
import { readdirSync, readFileSync } from 'node:fs'

type Node = { readonly type?: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

/** Every node of a syntax tree. */
function walk(node: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(node)) for (const one of node) walk(one, found)
  else if (isNode(node)) {
    if (typeof node.type === 'string') found.push(node)
    for (const key in node) if (key !== 'span') walk(node[key], found)
  }
  return found
}

const valueOf = (node: unknown): string | undefined => (isNode(node) && node.type === 'StringLiteral' ? String(node['value']) : undefined)
const nameOf = (node: unknown): string => (isNode(node) ? String(node['value'] ?? '') : '')

/** What a page may look up: a word, or a pattern where something is put into its name. */
export type Key = string | RegExp

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The keys that an expression may come to; what only runs can tell has none. */
function keysOf(node: unknown): Key[] {
  if (!isNode(node)) return []
  if (node.type === 'StringLiteral') return [String(node['value'])]
  if (node.type === 'TemplateLiteral') {
    const parts = listOf(node['quasis']).map(one => nameOf({ value: isNode(one['cooked']) ? (one['cooked'] as Node)['value'] : one['cooked'] ?? one['raw'] }))
    // Nothing but blanks would be every word.
    return parts.some(one => one.includes('.')) ? [new RegExp(`^${parts.map(escaped).join('.+')}$`)] : []
  }
  if (node.type === 'ConditionalExpression') return [...keysOf(node['consequent']), ...keysOf(node['alternate'])]
  if (node.type === 'BinaryExpression') return [...keysOf(node['left']), ...keysOf(node['right'])]
  if (node.type === 'ParenthesisExpression' || node.type === 'TsAsExpression') return keysOf(node['expression'])
  return []
}

/** A file of pages: which areas of words it speaks, what it looks up in them, and every text that stands in it. */
export interface Spoken {
  file: string
  areas: ReadonlySet<string>
  asked: readonly { areas: readonly string[]; key: Key }[]
  texts: readonly Key[]
  /** Chinese that stands in the page itself, comments aside. */
  chinese: readonly string[]
}

/** `const { t: kit } = useTranslation('kit')` and `t: TFunction<'desk'>`: which name speaks which area. */
function speakers(nodes: readonly Node[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (name: string, area: string | undefined) => { if (name && area) found.set(name, (found.get(name) ?? new Set()).add(area)) }
  for (const node of nodes) {
    if (node.type === 'VariableDeclarator' && isNode(node['init']) && node['init'].type === 'CallExpression' && nameOf(node['init']['callee']) === 'useTranslation') {
      const area = valueOf(listOf(node['init']['arguments'])[0]?.['expression'])
      for (const property of listOf((node['id'] as Node)['properties'])) {
        if (nameOf(property['key']) === 't') add(property.type === 'KeyValuePatternProperty' ? nameOf(property['value']) : 't', area)
      }
    }
    if (node.type === 'TsTypeReference' && nameOf(node['typeName']) === 'TFunction') {
      for (const one of walk(node['typeParams'])) if (one.type === 'StringLiteral') add('t', String(one['value']))
    }
  }
  return found
}

/** Texts that stand beside their English: `{ zh: …, en: … }` and `say(…, …)`. */
function inBoth(nodes: readonly Node[]): ReadonlySet<unknown> {
  const found: Node[] = []
  for (const node of nodes) {
    if (node.type === 'KeyValueProperty' && nameOf(node['key']) === 'zh') walk(node['value'], found)
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'say') walk(listOf(node['arguments'])[0], found)
  }
  return new Set(found)
}

const han = /\p{Script=Han}/u

function chineseIn(node: Node): string[] {
  const text = { StringLiteral: node['value'], JSXText: node['value'], TemplateElement: node['raw'] }[node.type ?? '']
  return typeof text === 'string' && han.test(text) ? [text.trim()] : []
}

function spokenIn(file: string, text: string): Spoken {
  const tree = parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' })
  const nodes = walk(tree.body)
  const names = speakers(nodes)
  const asked: { areas: string[]; key: Key }[] = []
  const texts: Key[] = []
  const chinese: string[] = []
  const twice = inBoth(nodes)
  for (const node of nodes) {
    if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') texts.push(...keysOf(node))
    if (!twice.has(node)) chinese.push(...chineseIn(node))
    if (node.type !== 'CallExpression') continue
    const areas = names.get(nameOf(node['callee']))
    if (areas) for (const key of keysOf(listOf(node['arguments'])[0]?.['expression'])) asked.push({ areas: [...areas], key })
  }
  return { file, areas: new Set([...names.values()].flatMap(one => [...one])), asked, texts, chinese }
}

/** Every page there is, but for words, samples and tests. */
export const pages = (root: string): Spoken[] => readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !/(^|\/)(words|gallery)\/|\.(spec|conformance)\.tsx?$|long-form\.tsx$/.test(file))
  .map(file => spokenIn(file, readFileSync(`${root}/${file}`, 'utf8')))

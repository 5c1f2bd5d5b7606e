import type { Import, Source } from './sources.ts'

/** A place is where a file lives, as far as the arrows care; `own` tells two slices of one place apart. */
type Place = { readonly name: string; readonly own: string }

const named = (name: string) => (file: string): Place => ({ name, own: file })
const slice = (name: string, depth: number) => (file: string): Place => ({ name, own: file.split('/').slice(0, -1).slice(0, depth).join('/') })

/** The first pattern that fits names the place. */
const places: readonly [RegExp, (file: string) => Place][] = [
  [/^domain\/language\//, named('language')],
  [/^domain\/kernel\//, named('domain kernel')],
  [/^domain\/store\//, named('domain store')],
  [/^domain\/reactions\//, named('reactions')],
  [/^domain\/contracts\.ts$/, named('contracts')],
  [/^domain\/[^/]+\/.*\bcontract\.ts$/, slice('contract', 3)],
  [/^domain\/[^/]+\/.*\bevents\.ts$/, slice('events', 3)],
  [/^domain\/[^/]+\//, slice('aggregate', 3)],
  [/^domain\//, named('domain')],
  [/^projections\/kernel\//, named('projections kernel')],
  [/^projections\/store\//, named('projections store')],
  [/^projections\/[^/]+\//, slice('projection', 2)],
  [/^projections\//, named('projections')],
  [/^realtime\/(client(-[a-z]+)?|contract)\.ts$/, named('realtime client')],
  [/^realtime\//, named('realtime')],
  [/^api\/client\.ts$/, named('api client')],
  [/^api\//, named('api')],
  [/^web\/src\/kit\//, named('kit')],
  [/^web\/src\/words\//, named('words')],
  [/^web\/src\/parts\//, named('parts')],
  [/^web\/src\/[^/]+\//, slice('page', 3)],
  [/^web\/src\//, named('web')],
  [/^web\//, named('web build')],
  [/^mobile\//, named('mobile')],
  [/^ops\//, named('ops')],
  [/^boundaries\./, named('ops')],
]

const placeOf = (file: string): Place => places.find(([pattern]) => pattern.test(file))?.[1](file) ?? { name: 'nowhere', own: file }

const slices = ['contract', 'events', 'aggregate']
const doors = ['contracts', 'contract', 'language', 'api client', 'realtime client', 'types of domain kernel']

/** What each place may import besides itself; `types of` allows `import type` alone. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'language': [],
  'domain kernel': [],
  'domain store': ['domain kernel'],
  'contract': ['domain kernel', 'language', 'types of contract'],
  'events': ['domain kernel', 'language', 'own contract', 'types of contract'],
  'aggregate': ['domain kernel', 'language', 'own contract', 'own events', 'types of contract'],
  'reactions': ['domain kernel', 'language', ...slices],
  'contracts': ['domain kernel', 'language', 'contract'],
  'domain': ['domain kernel', 'language', 'reactions', 'contracts', ...slices],
  'projections kernel': ['domain kernel', 'language'],
  'projections store': ['projections kernel', 'domain kernel'],
  'projection': ['projections kernel', 'domain kernel', 'language', 'contract', 'events'],
  'projections': ['projections kernel', 'domain kernel', 'language', 'projection'],
  'realtime client': ['language', 'types of domain kernel', 'types of projections kernel'],
  'realtime': ['realtime client', 'projections kernel', 'domain kernel', 'language'],
  'api client': ['types of realtime client', 'contracts', 'contract', 'language', 'types of domain kernel', 'types of projections kernel'],
  'api': [
    'api client', 'realtime', 'realtime client', 'projections', 'projections kernel', 'projections store', 'projection',
    'domain', 'domain kernel', 'domain store', 'language', 'reactions', 'contracts', ...slices,
  ],
  'words': [],
  'kit': ['words', ...doors],
  'parts': ['kit', 'words', ...doors],
  'page': ['kit', 'words', 'parts', ...doors],
  'web': ['kit', 'words', 'page', ...doors],
  'web build': [],
  'mobile': ['kit', 'words', ...doors],
  'ops': [
    'api', 'api client', 'realtime', 'realtime client', 'projections', 'projections kernel', 'projections store', 'projection',
    'domain', 'domain kernel', 'domain store', 'language', 'reactions', 'contracts', ...slices,
  ],
}

const ownOnly = new Set(['contract', 'events', 'aggregate', 'projection', 'page'])
const pure = new Set(['language', 'domain kernel', 'reactions', 'contracts', 'domain', ...slices, 'projections kernel', 'projection', 'projections'])
const stores = new Set(['domain store', 'projections store'])

/** Tools of tests: they may look anywhere, and nothing but tests may look at them. */
const isSpec = (file: string) => /(^|[./])(spec|conformance)\.tsx?$/.test(file)

const fileOf = (name: string): string | undefined =>
  /^(domain|projections|api|realtime|web|mobile|ops)\//.test(name) ? name : name.startsWith('@qinqing/') ? `${name.slice('@qinqing/'.length)}.ts` : undefined

const mayImport = (here: Place, there: Place, types: boolean, safe: boolean) => {
  const allowed = arrows[here.name] ?? []
  if (here.name === there.name && (!ownOnly.has(here.name) || here.own === there.own)) return true
  return allowed.includes(there.name) || (allowed.includes(`own ${there.name}`) && here.own === there.own)
    || (allowed.includes(`types of ${there.name}`) && (types || safe))
}

const packageOf = (name: string) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')

const vendorFault = (here: Place, name: string): string | undefined => {
  if (pure.has(here.name)) return packageOf(name) === 'zod' ? undefined : `${name} has no place below the edge`
  if (stores.has(here.name)) return name.startsWith('node:') || packageOf(name) === 'zod' ? undefined : `${name} has no place in a store`
  if (['kit', 'parts', 'page', 'words', 'web', 'mobile', 'api client', 'realtime client'].includes(here.name) && name.startsWith('node:')) return `${name} is not in a browser`
  return undefined
}

/** Kernel files that say so in their text may be used by a page as values. */
const isBrowserSafe = (source: Source | undefined) => source !== undefined && /\/\*\*.*browser-safe/is.test(source.text)

const refusedFile = /(^|\/)(index|utils?|helpers?|common|types)(\.tsx?$|\/)|(Service|Manager)\.tsx?$/

const circles = (sources: readonly Source[]): string[] => {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.flatMap(({ of }) => fileOf(of) ?? [])]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push(`circle: ${[...path.slice(start), file].join(' → ')}`)
    if (start >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

/** Everything that breaks the layout, one sentence each. `declared` names a workspace's dependencies. */
export const faultsOf = (sources: readonly Source[], declared: (file: string) => ReadonlySet<string>): string[] => {
  const known = new Map(sources.map((source) => [source.file, source]))

  const faultOf = (source: Source, { of, types }: Import): string | undefined => {
    const here = placeOf(source.file)
    const target = fileOf(of)
    if (!target) {
      // A test may load what it finds in a folder; nothing else may import what only the run knows.
      if (of === '') return isSpec(source.file) ? undefined : 'imports what only the run knows'
      if (of.startsWith('node:') || declared(source.file).has(packageOf(of))) return isSpec(source.file) ? undefined : vendorFault(here, of)
      return `${of} is not declared in the package.json`
    }
    if (!of.startsWith('@') && target.split('/')[0] !== source.file.split('/')[0] && here.name !== 'ops') return `${target} is reached past its package`
    if (isSpec(source.file)) return undefined
    if (isSpec(target)) return `${target} is for specs alone`
    return mayImport(here, placeOf(target), types, isBrowserSafe(known.get(target))) ? undefined : `${here.name} may not import ${types ? 'types of ' : ''}${target}`
  }

  const single = sources.flatMap((source) => {
    const { file, imports, barrel, impure } = source
    const { name } = placeOf(file)
    return [
      ...imports.flatMap((one) => faultOf(source, one) ?? []),
      ...(name === 'nowhere' ? ['this file has no place in the layout'] : []),
      ...(refusedFile.test(file) ? ['this name says nothing'] : []),
      ...(barrel && name !== 'contracts' ? ['a barrel: it only passes on what others export'] : []),
      ...(pure.has(name) && !isSpec(file) ? impure : []),
    ].map((fault) => `${file}: ${fault}`)
  })
  return [...single, ...circles(sources)]
}

import { readFileSync } from 'node:fs'
import { faultsOf } from './ops/proof/arrows.ts'
import { sourceOf, sourcesOf } from './ops/proof/sources.ts'

const root = import.meta.dirname
const rooms = ['domain', 'projections', 'api', 'realtime', 'web', 'mobile', 'ops']

const namesIn = (path: string): string[] => {
  const { dependencies = {}, devDependencies = {} }: Record<string, Record<string, string>> = JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
}

const declaredIn = new Map(rooms.map((room) => [room, new Set(namesIn(`${room}/package.json`))]))
const tools = namesIn('package.json')

const declared = (file: string): ReadonlySet<string> => {
  const own = declaredIn.get(file.split('/')[0] ?? '') ?? new Set()
  return /\.spec\.tsx?$|\bconformance\.ts$|^ops\/|^web\/[^/]+$/.test(file) ? new Set([...own, ...tools]) : own
}

const judge = (files: Record<string, string>) =>
  faultsOf(Object.entries(files).map(([file, text]) => sourceOf(file, text)), declared)

const repository = sourcesOf(root, rooms)

test('the repository is being read', () => {
  expect(repository.length).toBeGreaterThan(10)
})

test('every file looks only where it may', () => {
  expect(faultsOf(repository, declared)).toEqual([])
})

/** Each planted file breaks one rule; the sentence says which. */
const planted: Record<string, [files: Record<string, string>, fault: RegExp]> = {
  'language knows nothing': [{ 'domain/language/a.ts': `import { x } from '../kernel/x.ts'; x()` }, /language may not import domain\/kernel\/x\.ts/],
  'kernel knows no slice': [{ 'domain/kernel/a.ts': `import type { X } from '../policy/policy/contract.ts'; export type Y = X` }, /domain kernel may not/],
  'aggregates do not meet': [{ 'domain/policy/policy/a.ts': `import { x } from '../../fulfilment/review/events.ts'; x()` }, /aggregate may not/],
  'another contract lends types, no values': [
    { 'domain/policy/policy/a.ts': `import { x } from '../../fulfilment/review/contract.ts'; x()` }, /aggregate may not import domain/,
  ],
  'another aggregate beside it is another': [{ 'domain/policy/policy/a.ts': `import { x } from '../feedback/feedback.ts'; x()` }, /aggregate may not/],
  'a log adapter knows no slice': [{ 'domain/store/a.ts': `import { x } from '../policy/policy/events.ts'; x()` }, /domain store may not/],
  'domain knows no projection': [{ 'domain/catalogue.ts': `import { x } from '@qinqing/projections/kernel/x'; x()` }, /not declared|domain may not/],
  'projections read events, no rules': [
    { 'projections/policy/a.ts': `import { x } from '@qinqing/domain/policy/policy/policy'; x()` }, /projection may not import domain\/policy\/policy\/policy\.ts/,
  ],
  'projections of two systems do not meet': [{ 'projections/policy/a.ts': `import { x } from '../fulfilment/x.ts'; x()` }, /projection may not/],
  'realtime knows no system': [{ 'realtime/gateway.ts': `import { x } from '@qinqing/projections/policy/x'; x()` }, /realtime may not/],
  'pages know no events': [{ 'web/src/policy/A.tsx': `import { x } from '@qinqing/domain/policy/policy/events'; x()` }, /page may not/],
  'pages know no projection': [{ 'web/src/policy/A.tsx': `import type { X } from '@qinqing/projections/policy/x'; export type Y = X` }, /page may not/],
  'pages of two systems do not meet': [{ 'web/src/policy/A.tsx': `import { x } from '../fulfilment/X.tsx'; x()` }, /page may not/],
  'the kit knows no system': [{ 'web/src/kit/A.tsx': `import { x } from '../policy/X.tsx'; x()` }, /kit may not/],
  'a page asks no Node': [{ 'web/src/kit/A.tsx': `import { x } from 'node:fs'; x()` }, /not in a browser/],
  'a vendor stays above the edge': [{ 'domain/policy/policy/a.ts': `import { x } from 'rxjs'; x()` }, /rxjs is not declared/],
  'Node stays above the edge': [{ 'domain/kernel/a.ts': `import { x } from 'node:crypto'; x()` }, /no place below the edge/],
  'an import when it runs counts too': [{ 'domain/kernel/a.ts': `export const x = () => import('node:fs')` }, /no place below the edge/],
  'packages are entered by their door': [{ 'api/a.ts': `import { x } from '../domain/kernel/x.ts'; x()` }, /past its package/],
  'no code leans on test tools': [{ 'domain/policy/policy/a.ts': `import { x } from '../../kernel/spec.ts'; x()` }, /for specs alone/],
  'no barrel': [{ 'domain/policy/policy/all.ts': `export * from './events.ts'\nexport { x } from './contract.ts'` }, /a barrel/],
  'no name without meaning': [{ 'domain/kernel/utils.ts': `export const x = 1` }, /says nothing/],
  'no place unknown to the layout': [{ 'elsewhere/a.ts': `export const x = 1` }, /no place in the layout/],
  'no clock': [{ 'domain/kernel/a.ts': `export const x = () => new Date()` }, /asks the clock/],
  'no clock by another name': [{ 'projections/kernel/a.ts': `const { now } = Date; export const x = now` }, /used as a value/],
  'no zone of the host': [{ 'domain/language/a.ts': `export const x = (iso: string) => new Date(iso).getHours()` }, /zone of the host/],
  'no way round': [{ 'domain/kernel/a.ts': `export const x = () => globalThis.setTimeout` }, /every door/],
  'no circle': [
    {
      'domain/kernel/a.ts': `import { b } from './b.ts'; export const a = b`,
      'domain/kernel/b.ts': `import { c } from './c.ts'; export const b = c`,
      'domain/kernel/c.ts': `import { a } from './a.ts'; export const c = a`,
    },
    /circle: domain\/kernel\/a\.ts → domain\/kernel\/b\.ts → domain\/kernel\/c\.ts → domain\/kernel\/a\.ts/,
  ],
}

test.each(Object.entries(planted))('%s', (_, [files, fault]) => {
  expect(judge(files).join('\n')).toMatch(fault)
})

test('what the layout allows is allowed', () => {
  expect(judge({
    'domain/language/money.ts': `import * as z from 'zod'; export const Money = z.int()`,
    'domain/policy/policy/contract.ts': `import { Money } from '../../language/money.ts'; export const c = Money`,
    'domain/policy/policy/policy.ts': `import { c } from './contract.ts'; import type { D } from '../../fulfilment/review/contract.ts'; export const p = (d: D) => [c, d]`,
    'domain/reactions/r.ts': `import { p } from '../policy/policy/policy.ts'; export const r = p`,
    'domain/store/sqlite.ts': `import { DatabaseSync } from 'node:sqlite'; export const at = () => [new DatabaseSync(':memory:'), Date.now()]`,
    'domain/language/day.ts': `export const day = (iso: string) => new Date(Date.parse(iso)).getUTCDay()`,
    'projections/policy/policies.ts': `import type { E } from '@qinqing/domain/policy/policy/events'; export type P = E`,
    'web/src/policy/P.tsx': `import { c } from '@qinqing/domain/policy/policy/contract'; import { K } from '../kit/K.tsx'; export const P = () => <K>{c}</K>`,
    'api/policy/policy.controller.ts': `import { p } from '@qinqing/domain/policy/policy/policy'; export const x = p`,
  })).toEqual([])
})

import type { useCount } from '../../kit/live.tsx'

type Where = NonNullable<Parameters<typeof useCount>[1]>

export const tabs = ['all', 'draft', 'published', 'changed', 'retired'] as const
export type Tab = (typeof tabs)[number]

/** Which policies stand in which tab. */
export const whereOf: Readonly<Record<Tab, Where>> = {
  all: ['always'],
  draft: ['eq', 'status', 'draft'],
  published: ['eq', 'status', 'published'],
  changed: ['all', [['eq', 'status', 'published'], ['eq', 'dirty', true]]],
  retired: ['eq', 'status', 'retired'],
}

export const tabOf = (query: URLSearchParams): Tab => tabs.find(one => one === query.get('tab')) ?? 'all'

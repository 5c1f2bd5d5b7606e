import { type Documents, rows, type Wanted } from '@qinqing/api/client'
import { noticesAt } from '../bell/Bell.tsx'
import type { Side } from '../bell/feed.ts'
import { caseAddress, queueAddress } from '../desk/queue.ts'

/** Something one can go to. */
export interface Hit {
  id: string
  label: string
  /** What tells it from others of its name. */
  note: string
  to: string
}

export type GroupName = 'applications' | 'items' | 'policies' | 'cases' | 'drafts' | 'people' | 'offices' | 'enterprises'

/** One kind of thing that is looked for: asked with the viewer's own rights, like every list. */
export interface Source {
  group: GroupName
  /** Who is never shown any is not asked to. */
  roles?: readonly string[]
  find: (text: string, enterprise: string) => Promise<Hit[]>
}

const most = 5

async function look<Kind extends keyof Documents>(projection: Kind, text: string, hit: (document: Documents[Kind]) => Hit, where?: Wanted['where']): Promise<Hit[]> {
  const found = await rows(projection, { text, limit: most, ...where ? { where } : {} })
  return found.rows.map(({ document }) => hit(document))
}

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')
const part = encodeURIComponent

/** What each side looks through, in the order that it is shown. */
export const sources: Record<Side, readonly Source[]> = {
  enterprise: [
    {
      group: 'applications',
      find: (text, enterprise) => look('applications', text, ({ id, itemTitle, number, policyTitle }) =>
        ({ id, label: itemTitle, note: joined(number, policyTitle), to: `/applications/${part(id)}` }), ['eq', 'enterprise', enterprise]),
    },
    {
      group: 'items',
      find: text => look('items', text, ({ id, title, policy, policyTitle, officeName, item }) =>
        ({ id, label: title, note: joined(policyTitle, officeName), to: `/policies/${part(policy)}?item=${part(item.id)}` })),
    },
    {
      group: 'policies',
      find: text => look('policies', text, ({ id, title, number, officeName }) => ({ id, label: title, note: joined(number, officeName), to: `/policies/${part(id)}` })),
    },
  ],
  office: [
    {
      group: 'cases', roles: ['reviewer', 'lead'],
      find: text => look('applications', text, ({ id, enterpriseName, number, itemTitle }) =>
        ({ id, label: joined(enterpriseName, itemTitle), note: number ?? '', to: caseAddress(id) }), ['ne', 'number', null]),
    },
    {
      group: 'drafts', roles: ['editor'],
      find: text => look('policy-drafts', text, ({ id, title, number, officeName }) =>
        ({ id, label: title, note: joined(number, officeName), to: `/desk/policies/${part(id)}` })),
    },
  ],
  admin: [
    {
      group: 'people',
      find: text => look('people', text, ({ id, name, username, posts, memberships }) => ({
        id, label: name, note: joined(username, ...posts.map(({ officeName }) => officeName), ...memberships.map(({ enterpriseName }) => enterpriseName)),
        to: `/admin?view=people&person=${part(id)}`,
      })),
    },
    {
      group: 'offices',
      find: text => look('offices', text, ({ id, bureau, name, phone }) => ({ id, label: joined(bureau, name), note: phone, to: '/admin?view=offices' })),
    },
    {
      group: 'enterprises',
      find: text => look('enterprises', text, ({ id, name, creditCode }) => ({ id, label: name, note: creditCode, to: `/admin?view=people&q=${part(name)}` })),
    },
  ],
}

const number = /^[A-Za-z]{1,4}-?\d|^\d{4,}$/

/** The list that shows everything that was found; an enterprise's applications, where only they speak of it. */
export const listOf: Record<Side, (text: string, roles: readonly string[], found: readonly GroupName[]) => string> = {
  enterprise: (text, _, found) =>
    `/${found.includes('items') || !(found.includes('applications') || number.test(text)) ? 'policies' : 'applications'}?q=${part(text)}`,
  office: (text, roles) => (roles.some(role => role === 'reviewer' || role === 'lead') ? queueAddress({ q: text }) : `/desk/policies?q=${part(text)}`),
  admin: text => `/admin?view=people&q=${part(text)}`,
}

export const noticePages = (side: Side) => [noticesAt[side], `${noticesAt[side]}?tab=settings`] as const

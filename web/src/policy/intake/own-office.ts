import type { Me } from '@qinqing/api/client'
import { useSession } from '../../kit/session.tsx'

type Post = Me['person']['posts'][number]

/** The office for which somebody writes policies. */
export function useOwnOffice(): Post | undefined {
  const { person, hat } = useSession()
  const mine = person.posts.filter(({ roles }) => roles.includes('editor'))
  return mine.find(({ office }) => office === hat?.id) ?? mine[0]
}

/** The first of these roles that somebody has says where they are at home. */
const homes: readonly (readonly [role: string, path: string])[] = [
  ['agent', '/'], ['reviewer', '/desk'], ['lead', '/desk'], ['editor', '/desk/policies'], ['admin', '/admin'],
]

/** Where somebody begins; undefined for who has no pages yet. */
export const homeOf = (roles: readonly string[]): string | undefined => homes.find(([role]) => roles.includes(role))?.[1]

/** Where to go after signing in: back to where one wanted to go, if that is a page of ours, or else home. */
export function afterSignIn(wanted: string | null, roles: readonly string[]): string {
  const home = homeOf(roles) ?? '/'
  const ours = wanted !== null && /^\/(?![/\\])/.test(wanted) && !/^\/(sign-in\b|api\/|live\b)/.test(wanted)
  return ours && wanted !== '/' ? wanted : home
}

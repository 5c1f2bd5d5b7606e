/** The same thing as another audience sees it, and the roles that see it there. */
const pairs: readonly (readonly [from: RegExp, to: string, roles: readonly string[]])[] = [
  [/^\/applications\/([^/]+)(?:\/form)?$/, '/desk/cases/$1', ['reviewer', 'lead']],
  [/^\/desk\/cases\/([^/]+)$/, '/applications/$1', ['agent']],
  [/^\/policies\/([^/]+)$/, '/desk/policies/$1', ['editor']],
  [/^\/desk\/policies\/([^/]+)$/, '/policies/$1', ['agent']],
  [/^(?:\/desk|\/admin)\/notices$/, '/notices', ['agent']],
  [/^(?:\/admin)?\/notices$/, '/desk/notices', ['reviewer', 'lead', 'editor']],
  [/^(?:\/desk)?\/notices$/, '/admin/notices', ['admin']],
]

/** Where a page that somebody may not open stands for somebody of these roles; undefined when it is nowhere. */
export function elsewhere(pathname: string, roles: readonly string[]): string | undefined {
  const found = pairs.find(([from, , may]) => from.test(pathname) && may.some(role => roles.includes(role)))
  return found && pathname.replace(found[0], found[1])
}

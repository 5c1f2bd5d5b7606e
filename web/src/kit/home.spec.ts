import { afterSignIn, homeOf } from './home.ts'

it.each([
  [['agent'], '/'], [['reviewer'], '/desk'], [['editor', 'lead'], '/desk'], [['editor'], '/desk/policies'], [['admin'], '/admin'],
  [['reviewer', 'agent'], '/'],
  [[], undefined],
])('%j is at home at %s', (roles, home) => expect(homeOf(roles)).toBe(home))

it.each([
  [null, ['agent'], '/'], ['/applications/7?tab=1#x', ['agent'], '/applications/7?tab=1#x'],
  ['/', ['reviewer'], '/desk'], ['/desk/cases/7', ['reviewer'], '/desk/cases/7'],
  ['https://example.org/', ['agent'], '/'], ['//example.org', ['agent'], '/'], ['/\\example.org', ['agent'], '/'],
  ['/sign-in?to=/', ['admin'], '/admin'],
  ['/api/session', ['agent'], '/'], ['/live', ['agent'], '/'], ['desk', ['agent'], '/'], ['/x', [], '/x'],
])('wanting %s with %j leads to %s', (wanted, roles, path) => expect(afterSignIn(wanted, roles)).toBe(path))

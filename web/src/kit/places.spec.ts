import { hereOf } from './places.ts'

const places = ['/', '/policies', '/desk', '/desk?basket=mine', '/desk?basket=late', '/desk/policies'].map(to => ({ to, label: to }))

it.each([
  ['/', '', '/'], ['/policies', '', '/policies'], ['/policies/p-1', '?tab=text', '/policies'], ['/desk', '', '/desk'], ['/desk', '?basket=mine', '/desk?basket=mine'],
  ['/desk', '?basket=mine&row=7', '/desk?basket=mine'], ['/desk', '?stage=review', '/desk'], ['/desk/policies', '', '/desk/policies'], ['/desk/policies/p-1', '', '/desk/policies'],
  ['/desk/notices', '', undefined], ['/elsewhere', '', undefined], ['/policiesx', '', undefined],
])('%s%s is at %s', (pathname, search, here) => expect(hereOf(places, { pathname, search })).toBe(here))

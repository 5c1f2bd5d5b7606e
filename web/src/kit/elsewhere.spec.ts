import { elsewhere } from './elsewhere.ts'

test.each([
  ['/applications/a-1', ['reviewer'], '/desk/cases/a-1'], ['/applications/a-1/form', ['lead'], '/desk/cases/a-1'], ['/applications/a-1', ['editor'], undefined],
  ['/desk/cases/a-1', ['agent'], '/applications/a-1'], ['/policies/p', ['editor'], '/desk/policies/p'], ['/desk/policies/p', ['agent'], '/policies/p'],
  ['/notices', ['admin'], '/admin/notices'], ['/admin/notices', ['reviewer'], '/desk/notices'], ['/desk', ['agent'], undefined],
  ['/applications/a/b/c', ['reviewer'], undefined],
])('%s for %j is %s', (path, roles, to) => expect(elsewhere(path, roles)).toBe(to))

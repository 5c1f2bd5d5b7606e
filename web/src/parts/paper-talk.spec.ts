import { fromPaper } from './paper-talk.ts'

it.each([
  [{ kind: 'ready' }, { kind: 'ready' }],
  [{ kind: 'shown', pages: 3 }, { kind: 'shown', pages: 3 }],
  [{ kind: 'shown', pages: '<b>' }, { kind: 'shown', pages: 1 }],
  [{ kind: 'at', page: -1 }, { kind: 'at', page: 1 }],
  [{ kind: 'failed', why: 'locked' }, { kind: 'failed', why: 'locked' }],
  [{ kind: 'failed', why: { html: '<b>' } }, { kind: 'failed', why: 'broken' }],
  [{ kind: 'key', key: ']' }, { kind: 'key', key: ']' }],
  [{ kind: 'key', key: 'Enter' }, undefined],
  [{ kind: 'constructor' }, undefined],
  [null, undefined],
  ['ready', undefined],
])('%j is heard as %j', (said, heard) => expect(fromPaper(said)).toEqual(heard))

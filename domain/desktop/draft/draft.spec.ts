import { rules } from '../../rules.conformance.ts'
import { draftId, draftRefusals, mostFields } from './contract.ts'
import { draft } from './draft.ts'
import type { DraftEvent } from './events.ts'

const own = { id: draftId('someone', 'review.it') }
const patched = (patch: Record<string, string>): DraftEvent => ({ type: 'DraftPatched', data: { patch } })
const patch = (fields: Record<string, string>) => ({ type: 'PatchDraft', data: { patch: fields } }) as const
const discarded: DraftEvent = { type: 'DraftDiscarded', data: {} }
const discard = { type: 'DiscardDraft', data: {} } as const
const full = Object.fromEntries(Array.from({ length: mostFields }, (_, n) => [`field-${n}`, '写了一半']))

rules(draft, {
  refusals: draftRefusals,
  lives: { absent: [], kept: [patched({ opinion: '同意' })] },
  asks: { PatchDraft: { patch: { opinion: '同意，请' } }, DiscardDraft: {} },
  as: { PatchDraft: own, DiscardDraft: own },
  scenarios: {
    'begins with the first words': { given: [], when: patch({ opinion: '同' }), as: own, then: [patched({ opinion: '同' })] },
    'begins with nothing at all': { given: [], when: patch({ opinion: '' }), as: own, then: [] },
    'goes on': { given: [patched({ opinion: '同' })], when: patch({ opinion: '同意' }), as: own, then: [patched({ opinion: '同意' })] },
    'is kept already': { given: [patched({ opinion: '同意' })], when: patch({ opinion: '同意' }), as: own, then: [] },
    'keeps other fields': {
      given: [patched({ opinion: '同意' }), patched({ clause: '第四条' })], when: patch({ opinion: '同意', clause: '第四条' }), as: own, then: [],
    },
    'loses a field that is emptied': {
      given: [patched({ opinion: '同意' })], when: patch({ opinion: '' }), as: own, then: [patched({ opinion: '' })],
    },
    'has lost it already': {
      given: [patched({ opinion: '同意' }), patched({ opinion: '' })], when: patch({ opinion: '' }), as: own, then: [],
    },
    'knows no field by the name of an inner one': { given: [], when: patch({ constructor: '' }), as: own, then: [] },
    'is thrown away': { given: [patched({ opinion: '同意' })], when: discard, as: own, then: [discarded] },
    'is as if it had never been once it was thrown away': {
      given: [patched({ opinion: '同意' }), discarded], when: discard, as: own, absent: true,
    },
    'begins anew after that': {
      given: [patched({ opinion: '同意' }), discarded], when: patch({ opinion: '同意' }), as: own, then: [patched({ opinion: '同意' })],
    },
    'is not there for others': {
      given: [patched({ opinion: '同意' })], when: patch({ opinion: '不同意' }), as: { ...own, actor: 'other' }, absent: true,
    },
    'is not begun by others': { given: [], when: patch({ opinion: '不同意' }), as: { ...own, actor: 'other' }, absent: true },
    'is not begun by one whose id is the beginning of another': {
      given: [], when: patch({ opinion: '不同意' }), as: { ...own, actor: 'some' }, absent: true,
    },
    'is not thrown away by others': { given: [patched({ opinion: '同意' })], when: discard, as: { ...own, actor: 'other' }, absent: true },
    'is full at sixty fields': { given: [patched(full)], when: patch({ another: '再写' }), as: own, refused: 'draft/too-many-fields' },
    'may exchange a field when it is full': {
      given: [patched(full)], when: patch({ another: '再写', 'field-0': '' }), as: own, then: [patched({ another: '再写', 'field-0': '' })],
    },
  },
})

test('what is typed on two devices is laid over each other', () => {
  expect(draft.merges!.toSorted()).toEqual(Object.keys(draft.commands).sort())
})

test('a patch has at most sixty fields', () => {
  const may = (patch: Record<string, string>) => draft.commands['PatchDraft']!.safeParse({ patch }).success
  expect([may(full), may({ ...full, another: '再写' })]).toEqual([true, false])
})

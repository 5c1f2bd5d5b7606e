import { outcome, rules } from '../../rules.conformance.ts'
import {
  adrift, amend, amended, anotherSum, asOperator, change, cheaper, clearer, clearly, drafting, drawing, edition, fifth, formPut,
  fourth, inOther, inOwn, many, ninth, origin, other, publish, putting, removed, removing, renamed, retire, retiring, revise,
  revised, sketch, why, withoutGuide,
} from './asked.conformance.ts'
import { policyRefusals } from './contract.ts'
import { clauses, clausesRevised, drafted, guide, guideRevised, head, open, published, put, ready, retired, smart, title, withForm } from './examples.conformance.ts'
import { placed, policy } from './policy.ts'

rules(policy, {
  refusals: policyRefusals,
  lives: { absent: [], draft: ready, published: [...open, revised({ title: '示例改了标题的措施' })], retired: [...open, retired] },
  asks: {
    DraftPolicy: drafting, RevisePolicy: { ...head, title: '示例另一个标题' }, ReviseClauses: { clauses: [...clauses, { ref: '第十条', text: '本措施自发布之日起施行。' }] },
    PutItem: { item: cheaper }, RemoveItem: { item: 'title' }, PutForm: { item: 'smart', form: sketch }, ReviseGuide: { guide }, PublishPolicy: { why }, RetirePolicy: { reason: '到期退出' },
  },
  scenarios: {
    'is drafted in the own office': { given: [], when: { type: 'DraftPolicy', data: drafting }, as: inOwn, then: [drafted] },
    'is drafted by an operator for any office': {
      given: [], when: { type: 'DraftPolicy', data: drafting }, as: asOperator, then: [drafted],
    },
    'is not drafted in the office of others': {
      given: [], when: { type: 'DraftPolicy', data: drafting }, as: inOther, refused: 'policy/other-office',
    },
    'says where it was imported from, and that it is a sample': {
      given: [], when: { type: 'DraftPolicy', data: { ...drafting, origin, sample: true } }, as: asOperator,
      then: [{ type: 'PolicyDrafted', data: { ...drafting, origin, sample: true } }],
    },
    'is drafted once': { given: [drafted], when: { type: 'DraftPolicy', data: drafting }, refused: 'policy/not-now' },

    'gets another title': { given: [drafted], when: revise({ title: '示例改了标题的措施' }), then: [revised({ title: '示例改了标题的措施' })] },
    'gets another number': { given: [drafted], when: revise({ number: '示例政规〔2026〕2 号' }), then: [revised({ number: '示例政规〔2026〕2 号' })] },
    'gets another summary': { given: [drafted], when: revise({ summary: '' }), then: [revised({ summary: '' })] },
    'gets no end': {
      given: [drafted], when: { type: 'RevisePolicy', data: { ...head, validUntil: null } }, then: [revised({ validUntil: null })],
    },
    'has this head already': { given: [drafted], when: revise({}), then: [] },
    'is no longer marked as a sample': {
      given: [{ type: 'PolicyDrafted', data: { ...drafting, origin, sample: true } }], when: { type: 'RevisePolicy', data: { ...head, sample: false } },
      then: [{ type: 'PolicyRevised', data: { ...head, sample: false } }],
    },
    'has the mark already that it is given': { given: [drafted], when: { type: 'RevisePolicy', data: { ...head, sample: false } }, then: [] },
    'has this head since it was revised': { given: [drafted, revised({ summary: '' })], when: revise({ summary: '' }), then: [] },

    'gets its text': { given: [drafted], when: { type: 'ReviseClauses', data: { clauses } }, then: [clausesRevised] },
    'has this text already': { given: [drafted, clausesRevised], when: { type: 'ReviseClauses', data: { clauses } }, then: [] },
    'gets its clauses in another order': {
      given: [drafted, clausesRevised], when: { type: 'ReviseClauses', data: { clauses: [ninth, fifth, fourth] } },
      then: [{ type: 'ClausesRevised', data: { clauses: [ninth, fifth, fourth] } }],
    },
    'loses its text': {
      given: [drafted, clausesRevised], when: { type: 'ReviseClauses', data: { clauses: [] } },
      then: [{ type: 'ClausesRevised', data: { clauses: [] } }],
    },

    'gets an item': { given: [drafted], when: putting(smart), then: [put(smart)] },
    'has this item already': { given: [drafted, put(smart)], when: putting(smart), then: [] },
    'keeps no form of an item that is being edited': { given: [drafted], when: putting(withForm(smart)), then: [put(smart)] },
    'has this item already, whatever form came with it': { given: [drafted, put(smart)], when: putting(withForm(smart, 7)), then: [] },
    'gets an item in the place of the one before': { given: [drafted, put(smart)], when: putting(cheaper), then: [put(cheaper)] },
    'has the newer item already': { given: [drafted, put(smart), put(cheaper)], when: putting(cheaper), then: [] },
    'may have an item with gaps': {
      given: [drafted], when: putting({ ...smart, title: '', phone: '' }), then: [put({ ...smart, title: '', phone: '' })],
    },
    'has at most a hundred items': { given: [drafted, ...many], when: putting(smart), refused: 'policy/too-many-items' },
    'may change an item when it has a hundred': {
      given: [drafted, ...many], when: putting({ ...title, id: 'item-99', title: '示例改了标题的事项' }), then: [put({
        ...title, id: 'item-99', title: '示例改了标题的事项',
      })],
    },
    'loses an item': { given: [drafted, put(smart)], when: removing('smart'), then: [removed('smart')] },
    'has no such item to lose': { given: [drafted, put(smart)], when: removing('title'), then: [] },
    'has lost the item already': { given: [drafted, put(smart), removed('smart')], when: removing('smart'), then: [] },

    'gets a form that somebody has drawn': { given: [drafted, put(smart)], when: drawing(sketch), then: [formPut(sketch)] },
    'has this form already': { given: [drafted, put(smart), formPut(sketch)], when: drawing({ ...sketch, version: 4 }), then: [] },
    'gets the form back that follows from the item': { given: [drafted, put(smart), formPut(sketch)], when: drawing(null), then: [formPut(null)] },
    'has no form that could be taken away': { given: [drafted, put(smart)], when: drawing(null), then: [] },
    'gets no form for an item that is gone': { given: [drafted, put(smart), removed('smart')], when: drawing(sketch), refused: 'policy/no-such-item' },
    'keeps a form when the item is edited': { given: [...open, formPut(sketch), put(cheaper)], when: drawing(sketch), then: [] },
    'takes an item back with the form it had': {
      given: [drafted, put(smart), formPut(sketch), removed('smart')], when: putting({ ...smart, form: sketch }), then: [put({ ...smart, form: sketch })],
    },
    'is published with the form that was drawn': {
      given: [...open, formPut(sketch)], when: amend, then: [amended(
        [change('item', 'changed', '申请表', 'Form', 'smart')], { items: [{ ...smart, form: { ...sketch, version: 2 } }, withForm(title, 2)] },
      )],
    },
    'is not published again with the form it has': {
      given: [...open, formPut(sketch), edition({ version: 2, items: [{ ...smart, form: { ...sketch, version: 2 } }, withForm(title, 2)] })], when: amend,
      refused: 'policy/unchanged',
    },
    'is not published with a form that has faults': {
      given: [...open, formPut({ ...sketch, sections: [{ ...sketch.sections[0]!, title: { zh: ' ', en: '' } }] })], when: amend, refused: 'policy/incomplete',
    },
    'is not there for editors of another office: a form': { given: ready, when: drawing(sketch), as: inOther, absent: true },

    'is published with everything that decisions rest on, and a form for each item': {
      given: ready, when: publish, as: inOwn, then: [published],
    },
    'is not published without an item': { given: [drafted, clausesRevised], when: publish, refused: 'policy/no-item' },
    'is not published when its items are gone again': {
      given: [drafted, put(title), removed('title')], when: publish, refused: 'policy/no-item',
    },
    'is not published with an item that has gaps': {
      given: [...ready, put({ ...smart, phone: '' })], when: publish, refused: 'policy/incomplete',
    },
    'is not published when a condition rests on no clause of the text': {
      given: [...ready, put(adrift)], when: publish, refused: 'policy/no-such-clause',
    },
    'is not published before its clauses are there': { given: [drafted, put(smart)], when: publish, refused: 'policy/no-such-clause' },
    'is not published with two clauses of one number': {
      given: [...ready, { type: 'ClausesRevised', data: { clauses: [...clauses, { ref: '第四条 ', text: '另一条。' }] } }], when: publish, refused: 'policy/clause-not-distinct',
    },
    'is not published with a clause that has no number': {
      given: [...ready, { type: 'ClausesRevised', data: { clauses: [...clauses, { ref: ' ', text: '没有编号。' }] } }], when: publish, refused: 'policy/clause-not-distinct',
    },
    'is published on its last day': {
      given: [...ready, revised({ validUntil: '2026-03-02' })], when: publish, then: [edition({ validUntil: '2026-03-02' })],
    },
    'is published on its last day as the city counts days': {
      given: [...ready, revised({ validUntil: '2026-03-03' })], when: publish, as: { at: '2026-03-02T16:00:00.000Z' }, then: [edition({ validUntil: '2026-03-03' })],
    },
    'is not published after its last day': {
      given: [...ready, revised({ validUntil: '2026-03-01' })], when: publish, refused: 'policy/expired',
    },
    'is not published after its last day as the city counts days': {
      given: [...ready, revised({ validUntil: '2026-03-02' })], when: publish, as: { at: '2026-03-02T16:00:00.000Z' }, refused: 'policy/expired',
    },
    'is published without an end': {
      given: [...ready, revised({ validUntil: null })], when: publish, then: [edition({ validUntil: null })],
    },

    'is not published again unchanged': { given: open, when: publish, refused: 'policy/unchanged' },
    'is not published again when a change was taken back': {
      given: [...open, revised({ title: '示例改了标题的措施' }), revised({})], when: publish, refused: 'policy/unchanged',
    },
    'is published again as version 2 when its head has changed': {
      given: [...open, revised({ title: '示例改了标题的措施' })], when: amend,
      then: [amended([renamed], { title: '示例改了标题的措施', items: [withForm(smart, 2), withForm(title, 2)] })],
    },
    'is published again when its text has changed': {
      given: [...open, { type: 'ClausesRevised', data: { clauses: [fourth, fifth, ninth, { ref: '第十条', text: '本措施自发布之日起施行。' }] } }], when: amend,
      then: [amended([change('text', 'added', '第十条', '第十条')], {
        clauses: [...clauses, { ref: '第十条', text: '本措施自发布之日起施行。' }], items: [withForm(smart, 2), withForm(title, 2)],
      })],
    },
    'is published again when an item has changed': {
      given: [...open, put(cheaper)], when: amend, then: [amended([anotherSum], { items: [withForm(cheaper, 2), withForm(title, 2)] })],
    },
    'says which items are gone': {
      given: [...open, removed('smart')], when: amend,
      then: [amended([change('item', 'removed', '事项“智能化改造设备补助”', 'Item “智能化改造设备补助”', 'smart')], { items: [withForm(title, 2)], gone: ['smart'] })],
    },
    'says only what is gone since the version before': {
      given: [...open, removed('smart'), edition({ version: 2, items: [withForm(title, 2)], gone: ['smart'] }), put(cheaper)], when: amend,
      then: [amended(
        [change('item', 'added', '事项“智能化改造设备补助”', 'Item “智能化改造设备补助”', 'smart')],
        { version: 3, items: [withForm(title, 3), withForm(cheaper, 3)], gone: [] },
      )],
    },
    'is not published again unchanged after version 2': {
      given: [...open, put(cheaper), edition({ version: 2, items: [withForm(cheaper, 2), withForm(title, 2)] })], when: publish, refused: 'policy/unchanged',
    },
    'publishes conditions in the words of the published text': {
      given: [...open, { type: 'ClausesRevised', data: { clauses: [clearer, fifth, ninth] } }], when: amend,
      then: [amended([change('text', 'changed', '第四条', '第四条')], { clauses: [clearer, fifth, ninth], items: [withForm(clearly, 2), withForm(title, 2)] })],
    },
    'is unchanged when only its conditions lag behind the published text': {
      given: [
        ...open, { type: 'ClausesRevised', data: { clauses: [clearer, fifth, ninth] } },
        edition({ version: 2, clauses: [clearer, fifth, ninth], items: [withForm(clearly, 2), withForm(title, 2)] }),
      ],
      when: publish, refused: 'policy/unchanged',
    },

    'is not published again without a word of why': { given: [...open, put(cheaper)], when: publish, refused: 'policy/no-why' },
    'needs no why the first time, and does not keep one': { given: ready, when: amend, then: [published] },

    'gets an explanation and somebody to ask': { given: [drafted], when: { type: 'ReviseGuide', data: { guide } }, then: [guideRevised] },
    'has this explanation already': { given: [drafted, guideRevised], when: { type: 'ReviseGuide', data: { guide } }, then: [] },
    'is published with its explanation': { given: [...ready, guideRevised], when: publish, then: [edition({ guide })] },
    'is published again when its explanation has changed': {
      given: [...open, guideRevised], when: amend,
      then: [amended(
        [change('guide', 'added', '解读 · 哪些设备算智能设备', 'Explanation · 哪些设备算智能设备'), change('guide', 'added', '咨询方式', 'Contact')],
        { guide, items: [withForm(smart, 2), withForm(title, 2)] },
      )],
    },
    'is not published with an explanation of a clause that is not there': {
      given: [...ready, { type: 'GuideRevised', data: { guide: { ...guide, notes: [{ ...guide.notes[0]!, clauses: ['第八条'] }] } } }], when: publish,
      refused: 'policy/no-explained-clause',
    },
    'is unchanged when what was published before had no explanation yet': {
      given: [...ready, withoutGuide], when: amend, refused: 'policy/unchanged',
    },

    'gets an item back at its place': {
      given: [drafted, put(title)], when: { type: 'PutItem', data: { item: smart, at: 0 } }, then: [{ type: 'ItemPut', data: { item: smart, at: 0 } }],
    },
    'gets an item at the end when its place is not there': {
      given: [drafted, put(title)], when: { type: 'PutItem', data: { item: smart, at: 7 } }, then: [put(smart)],
    },
    'is edited on after it was published: head': { given: open, when: revise({ summary: '' }), then: [revised({ summary: '' })] },
    'is edited on after it was published: text': {
      given: open, when: { type: 'ReviseClauses', data: { clauses: [fourth, fifth] } }, then: [{
        type: 'ClausesRevised', data: { clauses: [fourth, fifth] },
      }],
    },
    'is edited on after it was published: an item': { given: open, when: putting(cheaper), then: [put(cheaper)] },
    'is edited on after it was published: taking an item away': { given: open, when: removing('title'), then: [removed('title')] },

    'is retired with a reason, and says what goes': { given: open, when: retire, then: [retired] },
    'is retired in favour of another': {
      given: open, when: retiring('next'), facts: other,
      then: [{ type: 'PolicyRetired', data: { reason: '到期退出', items: ['smart', 'title'], successor: { id: 'next', title: '示例接续的措施' } } }],
    },
    'is not retired in favour of one that is not published': {
      given: open, when: retiring('next'), facts: { successor: { status: 'draft', edition: null } }, refused: 'policy/no-successor',
    },
    'is not retired in favour of itself': { given: open, when: retiring('it'), facts: other, refused: 'policy/no-successor' },
    'is retired before it was ever published': {
      given: ready, when: retire, then: [{ type: 'PolicyRetired', data: { reason: '到期退出', items: [] } }],
    },
    'retires what is published, not what is being edited': { given: [...open, removed('smart')], when: retire, then: [retired] },
    'is not edited once it is retired': { given: [...open, retired], when: revise({ title: '示例改了标题的措施' }), refused: 'policy/not-now' },

    'is edited by an operator': { given: [drafted], when: putting(smart), as: asOperator, then: [put(smart)] },
    'is not there for editors of another office: head': { given: [drafted], when: revise({ summary: '' }), as: inOther, absent: true },
    'is not there for editors of another office: text': {
      given: [drafted], when: { type: 'ReviseClauses', data: { clauses } }, as: inOther, absent: true,
    },
    'is not there for editors of another office: explanation': {
      given: [drafted], when: { type: 'ReviseGuide', data: { guide } }, as: inOther, absent: true,
    },
    'is not there for editors of another office: an item': { given: [drafted], when: putting(smart), as: inOther, absent: true },
    'is not there for editors of another office: taking an item away': { given: ready, when: removing('smart'), as: inOther, absent: true },
    'is not there for editors of another office: publishing': { given: ready, when: publish, as: inOther, absent: true },
    'is not there for editors of another office: retiring': { given: open, when: retire, as: inOther, absent: true },
  },
  keys: {
    'a row is imported once': {
      given: [], event: { type: 'PolicyDrafted', data: { ...drafting, origin, sample: true } },
      claims: [{ key: 'import/service-items/17', code: 'policy/already-imported' }],
    },
    'what was not imported holds nothing': { given: [], event: drafted },
  },
})

test('what is incomplete is named item by item', () => {
  expect(outcome(policy, [...ready, put({ ...smart, phone: '' }), put({ ...title, office: '' })], publish)).toEqual({
    refused: 'policy/incomplete',
    details: [
      { item: 'smart', path: 'phone', code: 'no-phone', message: { zh: '请填写咨询电话', en: 'Give a phone number for questions' } },
      { item: 'title', path: 'office', code: 'no-office', message: { zh: '请选择承办处室', en: 'Choose the office in charge' } },
    ],
  })
})

test('a condition adrift is named with its clause', () => {
  expect(outcome(policy, [...ready, put(adrift)], publish)).toEqual({
    refused: 'policy/no-such-clause', details: [{ item: 'smart', condition: 'revenue', clause: '第八条' }],
  })
})

test('an item is put at the end, or where it was', () => {
  expect(placed([smart, title], { ...title, id: 'third' }).map(({ id }) => id)).toEqual(['smart', 'title', 'third'])
  expect(placed([smart, title], cheaper)).toEqual([cheaper, title])
  expect(placed([title], smart, 0)).toEqual([smart, title])
  expect(placed([smart, title], cheaper, 1)).toEqual([cheaper, title])
})

test('whatever one editor does after another has changed something unseen is in conflict', () => {
  expect(policy.guards!.toSorted()).toEqual(Object.keys(policy.commands).filter(type => type !== 'DraftPolicy').sort())
})

import type { Same } from '../same.ts'
import type zh from '../zh/review.ts'

const words: Same<typeof zh> = {
  handOver: {
    act: 'Hand over', title: 'Hand the case of {{who}} to whom?', titleMany_one: 'Hand {{count}} case to whom?', titleMany_other: 'Hand {{count}} cases to whom?', to: 'To',
    none: 'Nobody else reviews for this office now', load_one: '{{count}} case', load_other: '{{count}} cases', noTo: 'Choose a colleague', reason: 'Why',
    hint: 'For example: I am away next week, please go on', told: '{{who}} is told; the case is then among theirs',
    inside: 'Only the office sees why; the enterprise only sees that somebody else is on it', then: 'To a colleague of the office',
  },
  giveBack: {
    act: 'Return', title: 'Return the case of {{who}}', titleMany_one: 'Return {{count}} case', titleMany_other: 'Return {{count}} cases', to: 'To where', pool: 'To be claimed by anybody', colleague: 'Back to {{who}}',
    reason: 'Why', hint: 'For example: I do not know this item', kept: 'Your opinion and your judgements are kept', then: 'With a reason, to be claimed again or back to the colleague it came from',
  },
  takeOver: {
    act: 'Take over', back: 'Take back', title: 'Take the case over from {{who}}?', told: '{{who}} sees that you have taken it over',
    rest: 'Judgements stay; an unfinished opinion stays with its author', then: '{{who}} is on it now',
  },
  lapse: {
    act: 'Close', title: 'Close the case of {{who}}, which was not answered?', reason: 'The reason, for the enterprise', hint: 'For example: three working days past the day, and no answer after a call',
    passed: 'It was to be answered by {{at}}, and was not', again: 'The enterprise can apply again when all is ready', then: 'The day for answering has passed; the case can be closed',
    still: 'Until you close it the enterprise can still answer',
  },
  short: 'Give the reason, at least {{count}} characters',
  kept: 'What you wrote is kept.',
  casefile: {
    title: 'Notes and hand-overs', inside: 'for the office alone', none: 'No notes yet', write: 'Write a note', hint: 'Whom you called, what you looked up, what to watch', add: 'Note', placeOf: 'Note',
    handed: '{{who}} to {{to}}', back: '{{who}} back to {{to}}', returned: '{{who}} returned it', noted: '{{who}}', late: '{{who}} asked for something new', reviewed: '{{who}} has looked at it',
  },
  flag: {
    title: 'A second correction asks for something new', says: '{{who}}, {{at}}, asked for what could be seen the first time. Reason: {{reason}}',
    settled: '{{who}} has looked at it: {{finding}}', settle: 'Looked at', finding: 'Finding', hint: 'For example: reminded to ask everything at once', waits: 'Waits for the head of the office',
  },
  late: {
    warn_one: '{{count}} item could be seen the first time and was not asked. All is to be asked at once: the head of the office is told.',
    warn_other: '{{count}} items could be seen the first time and were not asked. All is to be asked at once: the head of the office is told.',
    reason: 'Why only now', hint: 'For example: overlooked the first time', short: 'Say why only now, at least 5 characters', mark: 'not asked before',
  },
  cite: {
    title: 'Document and clause', hint: 'For example: Sample rules of Liuzhou, article 12', help: 'No clause of this item is recorded; name the basis. The enterprise reads it.',
    text: 'Text of the clause', none: 'Name the document and the clause',
  },
  earlier: 'judged before the correction',
  system: { met: 'System: met', failed: 'System: not met', unknown: 'System: unknown' },
  past: {
    act: 'Look back', leave: 'Back to now', at: 'As it was {{at}}', label: 'The instant to look back to', loading: 'Fetching how it was',
    none: 'It could not be seen then', step: 'step {{at}} of {{of}}', before: 'Before', after: 'After',
  },
  presence: { one: '{{who}} is looking', many: '{{who}} and others, {{count}} in all, are looking' },
  print: {
    act: 'Print the file', title: 'Print the file', notes: 'With notes and hand-overs (internal, not for the enterprise)', go: 'Print',
    all: 'Facts, materials, verdicts, amount, answers, corrections, timeline and decision are printed.',
  },
  mark: {
    row: 'Select the case of {{who}}', all: 'Select all', count_one: '{{count}} selected', count_other: '{{count}} selected', claim_one: 'Claim {{count}}', claim_other: 'Claim {{count}}', clear: 'Clear', key: 'Select',
    done_one: '{{count}} case done', done_other: '{{count}} cases done', refused_one: '{{count}} case not done:', refused_other: '{{count}} cases not done:', doing: '{{at}} of {{of}}', close: 'I see',
  },
  filters: {
    title: 'My filters', save: 'Save as filter', name: 'Name the filter', add: 'Save', remove: 'Remove this filter', full: 'At most 20 filters; remove some first', placeholder: 'For example: equipment, in correction',
  },
  reminders: {
    title: 'Reminders',
    gone_one: '{{who}} has left the office and still has {{count}} case', gone_other: '{{who}} has left the office and still has {{count}} cases', move: 'Hand all over', back: 'Return all', moved: 'has left',
  },
  overtaken: {
    yours: 'The case is with you now, among yours.',
    CaseTakenOver: 'The case is with them now.', CaseHandedOver: 'The case is with a colleague now.', CaseReturned: 'The case can be claimed again.', CaseGivenBack: 'The case is back with the colleague it came from.',
    CaseClaimed: 'The case is with them now.', ApplicationLapsed: 'It is closed; nothing is left to do.',
  },
  event: { CaseTakenOver: 'Taken over', CaseHandedOver: 'Handed over', CaseReturned: 'Returned', CaseGivenBack: 'Given back', ApplicationLapsed: 'Closed unanswered' },
  gone: { CaseTakenOver: 'Taken over by {{who}}', CaseHandedOver: 'Handed over by {{who}}', CaseReturned: 'Returned by {{who}}', CaseGivenBack: 'Given back by {{who}}', ApplicationLapsed: 'Closed by {{who}}' },
  onPaper: 'Print the notice',
  lapsedAt: 'Not answered in time; closed by {{who}}, {{at}}',
  from: 'from {{who}}',
}

export default words

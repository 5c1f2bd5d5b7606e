import type { Same } from '../same.ts'
import type zh from '../zh/desk.ts'

const words: Same<typeof zh> = {
  nav: {
    baskets: 'Baskets',
    office: 'In our office',
    free: 'To be claimed',
    mine: 'Mine',
    correction: 'In correction',
    late: 'Due soon',
    done: 'Done',
    items: 'By item',
    work: 'Policies',
    policies: 'Policies and items',
    import: 'Import items',
  },
  searchHint: 'Enterprise, item, receipt number',
  title: { queue: 'In our office', case: 'Case', policies: 'Policies and items', policy: 'Edit a policy', import: 'Import items' },

  me: 'Me',
  nobody: 'Nobody yet',
  enterprise: 'Enterprise',
  numbered: 'No. {{number}}',
  cases_one: '{{count}} case',
  cases_other: '{{count}} cases',
  countAndSort: '{{cases}} · {{sort}}',
  sort: { left: 'by time left', newest: 'newest first', amount: 'largest amount first', closed: 'latest first' },
  column: { enterprise: 'Enterprise', item: 'Item', stage: 'Stage', left: 'Time left', on: 'Who is on it', amount: 'Amount', closed: 'Closed', decided: 'Decided by' },
  filter: { item: 'One item only', stage: 'One stage only', sort: 'Order', allItems: 'All items', allStages: 'All stages', clear: 'Clear filters' },
  group: { late: 'Late', today: 'Due today', two: 'Within two working days', later: 'Later', paused: 'Waiting for corrections' },
  stage: {
    absent: 'None', draft: 'Draft', discarded: 'Given up', submitted: 'New', claimed: 'Review', resubmitted: 'Corrected', correcting: 'Waiting', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn',
  },
  status: {
    absent: 'None', draft: 'Being filled in', discarded: 'Given up by the enterprise', submitted: 'Waiting to be claimed', claimed: 'Under review', resubmitted: 'Corrected, waiting for review',
    correcting: 'Waiting for corrections', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn by the enterprise',
  },
  closedOn: '{{how}} · {{at}}',
  awaited: 'corrections',
  limit: 'Time limit',
  moreOpen_other: '{{count}} cases are open; these are the {{most}} that are due first. Search for the others.',
  moreClosed_other: 'These are the {{count}} closed last. Search for older ones.',
  showMore_other: 'Show more, {{count}} are left',
  decidedToday_other: '{{count}} decided today',
  position_other: '{{at}} of {{count}}',
  positionLeft_other: 'Has left this basket; {{count}} remain',

  empty: {
    office: 'Nothing is open in the office', officeHow: 'An application appears here as soon as an enterprise submits it.',
    free: 'Nothing waits to be claimed', freeHow: 'New applications and those that were put back appear here.',
    mine: 'You have no cases', mineHow: 'Claim one from “To be claimed” and it comes here.',
    correction: 'No enterprise is awaited', correctionHow: 'After you ask for a correction the case waits here, and its time limit pauses.',
    late: 'Nothing is due soon', lateHow: 'What is due within two working days, or late, appears here.',
    done: 'Nothing is closed yet', doneHow: 'Approved, refused and withdrawn applications stay here.',
    filtered: 'Nothing fits the filters', filteredHow_one: 'The basket holds {{count}} case; clear the filters to see it.', filteredHow_other: 'The basket holds {{count}} cases; clear the filters to see them.',
  },
  found: {
    title: 'Search: “{{text}}”', count_other: '{{count}} found', leave: 'Leave the search', back: 'Search results', more_other: '{{count}} found; these are the {{most}} nearest. More letters narrow it down.',
    none: '“{{text}}” was not found', noneHow: 'Try another part of the name, the item, or the first digits of the receipt number. Only cases of your office are found.',
  },
  gone: {
    CaseClaimed: 'Claimed by {{who}}', CaseReleased: 'Put back by {{who}}', CorrectionRequested: 'Correction asked by {{who}}', CorrectionAnswered: 'Corrected', ApplicationApproved: 'Approved by {{who}}',
    ApplicationRefused: 'Refused by {{who}}', ApplicationWithdrawn: 'Withdrawn', moved: 'Has left this list',
  },
  key: { walk: 'Up, down', open: 'Open', up: 'Previous case', down: 'Next case', back: 'Back to the queue', queue: 'Queue' },
  preview: {
    label: 'Selected case', none: 'Choose a case to see its main points', how: 'Click a row, or walk with J and K; Enter opens it.',
    missing: 'This case is not among those you may see', missingHow: 'It may have moved to another office. Choose another one.',
  },
  open: 'Open',
  claim: 'Claim',
  claimOf: 'Claim the case of {{who}}',
  claimFrom: '{{who}} is on it now; you take it over',
  release: 'Put back',
  doing: 'Working',
  onIt: '{{who}} on it',
  latest: 'Latest',
  did: '{{who}} · {{what}}',

  facts: {
    label: 'Facts and materials', title: 'Facts', asOf: 'as of submission, {{at}}', creditCode: 'Credit code',
    disputed: '{{who}}, {{at}}, says this is wrong: {{note}}', changed: 'Changed since to {{value}} ({{source}} · {{at}})',
  },
  papers: {
    title: 'Materials', count: '{{given}} of {{of}} given', given: 'Given', missing: 'Missing', optional: 'Optional', none: 'This item asks for no materials', corrected: 'new',
    zoom: 'Larger or back', turn: 'Turn', open: 'Open in a new window', changed: 'The file does not match its checksum',
    changedTodo: 'What is stored differs from what was submitted and cannot be relied on. Tell the administrator, or ask the enterprise to upload it again.', noViewer: 'This browser shows no PDF in place.', download: 'Download it',
  },
  verdicts: {
    title: 'Clause by clause', caption: 'Verdicts: clause, wanted, actual, source and date', order: 'what needs a person first', none: 'The system judges no condition of this item; review it by its text.', result: 'Verdict', clause: 'Clause',
    wanted: 'Wanted', actual: 'Actual', source: 'Source, date', nothing: 'No data', noSource: 'No source', yours: 'for you to judge', judgedBy: 'judged by {{who}}',
    judged: { met: '{{who}}, {{at}}: met', failed: '{{who}}, {{at}}: not met' },
  },
  tally: { met_other: '{{count}} met', failed_other: '{{count}} not met', unknown_other: '{{count}} unknown' },
  judge: {
    of: 'Your judgement on “{{what}}”', met: 'I find it met', failed: 'I find it not met', why: 'Ground: where in which paper, how worked out', whyOf: 'Ground for judging “{{what}}”', save: 'Save', change: 'Change', overrule: 'Judge otherwise',
    overruleOf: 'Judge “{{what}}” otherwise', fault: { result: 'Choose met or not met first', note: 'Give the ground, at least two characters' },
  },
  policy: { version: 'Policy version {{version}}', rests: 'This case rests on version {{version}}', newer: 'version {{version}} is in force', retired: 'the policy is retired', open: 'Open the policy' },
  amount: {
    none: 'No money', nothing: 'None granted', open: 'For you to state', how: 'How the amount is computed', rule: 'Rule', working: 'Working', due: 'Due', granted: 'Granted', state: 'Amount granted',
    stateHelp: 'A fact is missing, so the rule cannot say. State it from the papers and give the ground in your opinion.', unreadable: 'In yuan, for example 128,600.00',
  },
  answers: { title: 'Stated by the enterprise', count: 'read only', none: 'Not filled in', instead: 'The platform has {{value}} ({{source}})' },
  corrections: {
    title: 'Corrections', until: 'to be answered by {{at}}', answered: 'answered', whole: 'The whole application', reply: 'Reply: {{reply}}', touched: 'Being changed', open: 'Not answered yet', changed: 'Changed',
  },
  event: {
    ApplicationStarted: 'Started', ApplicationSubmitted: 'Submitted', ApplicationWithdrawn: 'Withdrawn', CaseClaimed: 'Claimed', CaseReleased: 'Put back', ConditionJudged: 'Judged a condition',
    CorrectionRequested: 'Correction asked, clock paused', CorrectionAnswered: 'Correction answered, clock running', ApplicationApproved: 'Approved', ApplicationRefused: 'Refused', other: 'Changed',
  },
  timeline: {
    label: 'Timeline and opinion', title: 'Timeline', awaiting: 'Waiting for the enterprise', answerBy: 'to be answered by this day', reviewing: 'Under review, {{who}}', due: 'To be decided', shifts: 'moves on until the correction is answered',
  },
  opinion: {
    title: 'Opinion', saved: 'saved {{at}}', saving: 'being saved', hint: 'What you looked at, by which clause, your conclusion', help: 'Needed for approval; the enterprise reads it.', left: 'Your opinion', kept: 'Not used. It is kept for you to copy.', copy: 'Copy', copied: 'Copied',
  },
  decision: {
    label: 'Decision', approved: 'Approved by {{who}}, {{at}}', refused: 'Refused by {{who}}, {{at}}', withdrawn: 'Withdrawn by the enterprise, {{at}}', reason: 'Reason: {{reason}}',
  },

  approve: 'Approve',
  correct: 'Correct',
  refuse: 'Refuse',
  consequences: 'What will happen',
  bar: {
    label: 'Actions', met_one: 'The condition is met', met_other: 'All {{count}} conditions met', unknown_other: '{{count}} unknown', failed_other: '{{count}} not met', answered: '{{done}} of {{of}} corrections answered', written: 'opinion written', unwritten: 'no opinion yet', reading: 'You may read; reviewers decide', next: 'Next case', back: 'Back to the queue',
    afterApprove: 'Approve:', afterCorrect: 'Correct:', afterRefuse: 'Refuse:', afterClaim: 'Claim:', afterRelease: 'Put back:',
    tell: '{{who}} is told', sum: 'granted', askApprove: 'Approve the application of {{who}}?', final: 'It cannot be changed afterwards',
    correct: '{{who}} is told; the clock pauses until it is answered', refuse: '{{who}} is told the clause and the reason; no money moves', claim: 'Colleagues see that you are on it; they can still act', release: 'Back to “To be claimed”; your opinion is kept',
  },
  off: {
    approved: 'Approved by {{who}}, {{at}}', refused: 'Refused by {{who}}, {{at}}', withdrawn: 'Withdrawn, {{at}}', correcting: 'Waiting for the enterprise, until {{at}} at the latest',
  },
  hindrance: {
    unknown_one: '{{count}} condition is unknown; judge it first', unknown_other: '{{count}} conditions are unknown; judge each of them first', failed_one: '{{count}} condition is not met: correct, judge otherwise, or refuse',
    failed_other: '{{count}} conditions are not met: correct, judge otherwise, or refuse', amount: 'The rule cannot say the amount; state it first', opinion: 'Write your opinion first',
  },
  correction: {
    title: 'Ask {{who}} for a correction', once: 'Write down everything: a second correction may only concern what you ask now.',
    again: 'A correction was asked before. A second one may only concern what was asked then, so only those fields can be chosen.', suggestions: 'Perhaps needed', paper: 'Please hand in “{{name}}”', prove: 'Please give data or papers that show: {{what}}',
    explain: 'Not met: {{what}}. Please check, correct or explain', add: 'Add an item', fieldOf: 'Field of item {{at}}', textOf: 'What to correct in item {{at}}', hint: 'What is wrong, and how it should be', removeOf: 'Remove item {{at}}', remove: 'Remove',
    noText: 'Say what is to be corrected', notAsked: 'This field was not asked before; choose one that was', none: 'Write at least one item', days: 'Working days to answer', until: 'To be answered by {{at}}',
    pause: 'The time limit pauses until it is answered', last: 'Only the fields above can be changed', send_zero: 'Ask for corrections', send_one: 'Ask for {{count}} correction', send_other: 'Ask for {{count}} corrections', kept: 'What you wrote is kept.',
  },
  refusal: {
    title: 'Refuse the application of {{who}}?', clause: 'By which clause', failed: 'a condition is not met', unknown: 'a condition is unknown', noClause: 'Choose a clause', reason: 'Reason', help: 'The enterprise reads it word for word: what is not met, by what, and what can still be done.',
    hint: 'For example: by the audit report research is 2.1% of revenue; the clause asks for 3%', short: 'Give the reason, at least 5 characters', again: 'The enterprise may apply again once it meets the conditions', kept: 'What you wrote is kept.',
  },
  overtaken: {
    what: '{{who}}, {{at}}: {{what}}', kept: 'What you have half written is kept and can be copied.', seen: 'I see', again: 'The page shows the latest state; look again, then decide.',
    CorrectionRequested: 'The enterprise is awaited; it can be decided after that.', CorrectionAnswered: 'The page shows the corrected content; begin with what was corrected.', ApplicationApproved: 'It is closed; nothing is left to do.',
    ApplicationRefused: 'It is closed; nothing is left to do.', ApplicationWithdrawn: 'The enterprise has withdrawn; nothing is left to do.',
  },
  absent: { title: 'This case was not found', why: 'It may not be of your office, or has not been submitted.', todo: 'Go back to the queue, or search above by enterprise or receipt number.', back: 'Back to the queue' },
}

export default words

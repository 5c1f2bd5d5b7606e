import type { Same } from '../../same.ts'
import type zh from '../../zh/editor/publishing.ts'

const words: Same<typeof zh> = {
  clash: {
    what: '{{who}} changed this to, {{at}}:',
    nothing: '(empty)',
    mine: 'Keep mine',
    theirs: 'Take that of {{who}}',
  },
  problem: { who: '{{who}} · {{at}}. What you wrote is kept.', seen: 'Understood' },
  saved: {
    at: 'Saved {{at}} · {{who}}',
    saving: 'Saving',
    away: 'Not connected; saved as soon as it is',
    soon: 'Saved in a moment',
    clash_one: 'A colleague wrote something else in one place; choose one',
    clash_other: 'Colleagues wrote something else in {{count}} places; choose',
    half_one: '{{count}} thing is unfinished, kept as your draft',
    half_other: '{{count}} things are unfinished, kept as your draft',
  },

  publish: {
    check: 'Check before publishing',
    ready: 'Complete',
    act: 'Publish',
    again: 'Publish new version',
    wants_one: 'One thing is missing before it can be published:',
    wants_other: '{{count}} things are missing before it can be published:',
    mend: 'Mend',
    fine: 'All is there; it can be published.',
    same: 'The same as published version {{version}}; there is nothing to publish',
    off_one: 'One thing is missing, see the check',
    off_other: '{{count}} things are missing, see the check',
    then_one: 'Enterprises see this item at once',
    then_other: 'Enterprises see these {{count}} items at once',
    ask: 'Publish version {{version}}?',
    will: 'What publishing does',
    version: 'This becomes version {{version}}; later applications are judged by it',
    seen_one: '{{count}} item is on the pages of enterprises at once, and the system judges each enterprise',
    seen_other: '{{count}} items are on the pages of enterprises at once, and the system judges each enterprise',
    judged: 'Every item has conditions that the system can judge',
    unjudged_one: '{{count}} item has no condition that the system can judge; enterprises read "to be verified"',
    unjudged_other: '{{count}} items have no condition that the system can judge; enterprises read "to be verified"',
    gone: '"{{title}}" takes no new applications',
    kept: 'Applications under way stay with the version they were submitted for',
    sample: 'It is marked as a sample, and enterprises see the mark',
    retired: 'This policy has ended and cannot be changed',
    retiredKept: 'To bring something of it back, write a new policy.',
  },
  retire: {
    act: 'End',
    title: 'End "{{title}}"?',
    gone_one: '{{count}} item leaves the pages of enterprises and takes no new applications',
    gone_other: '{{count}} items leave the pages of enterprises and take no new applications',
    final: 'It cannot be brought back; old links say why',
    reason: 'Reason',
    hint: 'For example: valid until 31 December 2026',
    short: 'Give a reason of at least 2 characters; enterprises read it at old links',
  },
}

export default words

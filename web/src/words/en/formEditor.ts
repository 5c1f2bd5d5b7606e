import type { Same } from '../same.ts'
import type zh from '../zh/formEditor.ts'

const words: Same<typeof zh> = {
  title: 'Form',
  back: 'Back to the policy',
  gone: 'The item is not in the policy any more',
  goneHow: 'Perhaps it has just been removed. Have a look at the policy.',
  bar: 'Form',
  readOnly: 'You may look at it, not change it: the policy officers of the office do that',
  unnamed: 'Unnamed',

  state: {
    derived: 'Follows from conditions and materials',
    drawn: 'Drawn by the office',
    published: 'Version {{version}} published',
  },

  lead: {
    derived: 'This form follows from conditions, materials and amount. Change anything and it is yours: when conditions or materials change later it does not follow by itself, but you are told here.',
    drawn: 'Applicants see {{all}} fields, {{known}} of them filled in or worked out by the platform. Whoever has begun goes on with the version he began with.',
    pick: 'Choose a field at the left to change it, or add one. At the right is what applicants see; try filling it in.',
    again: 'Let it follow again',
    againDone: 'It follows from the item again',
  },

  left: {
    title: 'In conditions and materials, but not in the form',
    how: 'Without these fields a reviewer has to find out by hand.',
    take: 'Take into the form',
    all: 'Take all',
  },

  faults: {
    title_one: '{{count}} place to mend before publishing',
    title_other: '{{count}} places to mend before publishing',
    go: 'Mend it',
  },

  outline: {
    label: 'Content of the form',
    whole: 'The whole form',
    fields_one: '{{count}} field',
    fields_other: '{{count}} fields',
    add: 'Add a field',
    addPart: 'Add a part',
    empty: 'Nothing in this part yet',
    hint: 'Drag, or hold Alt and press ↑ ↓ to move; Delete removes',
    required: 'required',
    fact: 'filled in',
    formula: 'worked out',
    rule: 'conditional',
    fault: 'to mend',
    moved: '"{{name}}" is number {{at}} now',
  },

  act: {
    up: 'Move up',
    down: 'Move down',
    copy: 'Duplicate',
    remove: 'Remove',
    undo: 'Undo',
    of: '{{act}} "{{name}}"',
  },

  done: {
    removed: '"{{name}}" removed',
    removedPart: 'The part "{{name}}" removed with its {{count}} fields',
    looked_one: '"{{name}}" removed; {{count}} field has a condition or formula to mend',
    looked_other: '"{{name}}" removed; {{count}} fields have a condition or formula to mend',
    restored: 'The form of version {{version}} is back; it takes effect when published',
  },

  saved: {
    at: 'Saved',
    saving: 'Saving…',
    soon: 'Saved in a moment',
    away: 'No connection; it is saved when it is back, please keep the page open',
    clash: 'Waits for your choice',
    refused: 'Not saved: {{why}}',
  },

  clash: {
    what: '{{who}} has changed this form, too, at {{at}}. You see your own, which is not saved yet.',
    mine: 'Use mine',
    theirs: 'Use that of {{who}}',
  },

  field: {
    basics: 'Basics',
    label: 'Name',
    labelEn: 'Name in English',
    kind: 'Kind',
    hint: 'Help',
    hintHint: 'For example: as on the business licence',
    hintEn: 'Help in English',
    required: 'Must be filled in',
    personal: 'Is about a person, kept encrypted',
    clause: 'Clause',
    noClause: 'Rests on no clause',
    unit: 'Unit',
    unitHint: 'For example: people, pieces, m²',
    choices: 'Choices',
    choice: 'Choice {{n}}',
    choiceEn: 'Choice {{n}} in English',
    addChoice: 'Add a choice',
    english: 'English',
  },

  bounds: {
    title: 'Bounds',
    least: 'At least',
    most: 'At most',
    letters: 'Most characters',
    rows: 'Most rows',
    leastRows: 'Fewest rows',
    megabytes: 'Most MB',
    wrong: 'Write a number, for example 30',
    none: 'none',
  },

  data: {
    title: 'Known data',
    fact: 'Fill it in with what the platform knows',
    none: 'No; the applicant fills it in',
    how: 'Applicants see "{{source}}" with its date; if it is wrong they change it and tell the source.',
    sets: 'Kind, unit and choices follow the data.',
  },

  rule: {
    show: 'When it is there',
    always: 'Always',
    require: 'When it must be filled in',
    never: 'As said under "Must be filled in"',
    add: 'Add a condition',
    all: 'all of them',
    any: 'one of them',
    match: 'Of several conditions',
    field: 'Looks at',
    asks: 'Compares how',
    value: 'Compares with',
    remove: 'Remove this condition',
    none: 'There is no other field yet that could be a condition',
    when: 'Is there when {{tests}}',
    must: 'Must be filled in when {{tests}}',
    and: ' and ',
    or: ' or ',
  },

  formula: {
    title: 'Worked out',
    off: 'The applicant fills it in',
    op: 'How',
    term: 'Number {{n}}',
    number: 'a fixed number',
    numberOf: 'Fixed number',
    columnSum: '{{table}}: all of {{column}}',
    add: 'Add another number',
    reads: '{{label}} = {{formula}}',
    none: 'There is no field yet that could be counted with',
  },

  columns: {
    title: 'Columns',
    name: 'Name of column {{n}}',
    nameEn: 'Name of column {{n}} in English',
    kind: 'Kind of column {{n}}',
    unit: 'Unit of column {{n}}',
    required: 'Required',
    sum: 'Added up',
    typed: 'Filled in by the applicant',
    product: 'Two columns multiplied',
    how: 'How column {{n}} comes about',
    left: 'First factor of column {{n}}',
    right: 'Second factor of column {{n}}',
    add: 'Add a column',
  },

  part: { title: 'Title', titleEn: 'Title in English', remove: 'Remove this part' },

  preview: {
    title: 'What applicants see',
    sub: 'Try filling it in; nothing is saved',
    facts: 'With sample data',
    clear: 'Begin anew',
    complete: 'Like this it could be submitted',
    missing_one: 'Like this it would be returned for {{count}} reason',
    missing_other: 'Like this it would be returned for {{count}} reasons',
  },

  versions: {
    act: 'Versions',
    title: 'Versions and differences',
    lead: 'Each publication of the policy gives the form a version. Applications that have begun keep the one they began with.',
    version: 'Version {{version}}',
    working: 'Being edited',
    at: 'published {{at}}',
    fields_one: '{{count}} field',
    fields_other: '{{count}} fields',
    same: 'same as the one before',
    restore: 'Bring this version back',
    current: 'same as what is being edited',
    compare: 'Compare',
    from: 'From',
    to: 'To',
    none: 'Nothing has been published yet',
    noneHow: 'Once the policy is published, version 1 is here.',
    equal: 'There is no difference between these two',
    close: 'Back to editing',
    what: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
    of: { part: 'Part' },
  },

  publish: 'Check and publish',

  tab: {
    edit: 'Edit the form',
    derived: 'The form follows from conditions, materials and amount: {{all}} fields, {{known}} of them filled in by the platform. Edit it to add fields of your own, tables, conditions or formulas.',
    drawn: 'The form is drawn by the office: {{all}} fields, {{known}} of them filled in or worked out by the platform.',
  },
}

export default words

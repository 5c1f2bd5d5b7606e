import type { Same } from '../../same.ts'
import type zh from '../../zh/portal/policies.ts'

const words: Same<typeof zh> = {
  lane: { until: '{{lane}} · until {{day}}', from: '{{lane}} · from {{day}}', over: '{{lane}} · closed' },
  money: { none: 'No money' },

  verdict: {
    label: 'Condition by condition',
    result: 'Verdict',
    condition: 'Condition',
    wanted: 'Required',
    actual: 'What we know',
    nothing: 'No data yet',
    advice: 'What to do: ',
    clauseOf: 'Read {{ref}} in the original text',
    wrong: 'Wrong?',
    wrongOf: 'Is {{label}} wrong?',
    disputed: 'Reported as wrong {{at}}: {{note}}',
    judged: '{{who}} judged it {{result}}: {{note}}',
    counts: {
      met_one: '{{count}} met', met_other: '{{count}} met', failed_one: '{{count}} not met', failed_other: '{{count}} not met',
      unknown_one: '{{count}} unknown', unknown_other: '{{count}} unknown',
    },
    none: 'This item has no condition that the system can judge; {{office}} verifies it by hand.',
  },

  dispute: {
    title: 'Is {{label}} wrong?',
    now: 'What we know is',
    note: 'What is wrong, and what it should be',
    hint: 'For example: changed on 2 November, there are 92 employees now',
    act: 'Tell {{source}}',
    then:
      '{{source}} and reviewers will see what you write; once the record is corrected, this page and all verdicts follow by themselves.',
    kept: 'Until then the record stays as it is, and you can go on applying.',
    short: 'Say what is wrong, in at least 2 characters',
  },

  policies: {
    headline_one: '{{enterprise}} can apply for {{count}} policy now',
    headline_other: '{{enterprise}} can apply for {{count}} policies now',
    headlineOf_one: '{{all}} policies fit {{enterprise}}, {{count}} can still be applied for',
    headlineOf_other: '{{all}} policies fit {{enterprise}}, {{count}} can still be applied for',
    headlineNone: 'No policy fits entirely at the moment; see what is nearly there',
    headlineSearch_one: '{{count}} item found for “{{q}}”',
    headlineSearch_other: '{{count}} items found for “{{q}}”',
    sub_one: '{{count}} item, judged condition by condition from what is known of your enterprise, and again whenever that changes',
    sub_other: '{{count}} items, judged condition by condition from what is known of your enterprise, and again whenever that changes',
    tabs: 'By what you can get',
    clear: 'Clear',
    lane: 'How',
    office: 'Office',
    sort: 'Order',
    all: 'all',
    sorts: { fit: 'Most pressing first', amount: 'Largest amount first', days: 'Fastest first', newest: 'Newest first' },
    more_one: '{{count}} more',
    more_other: '{{count}} more',
    shown: '{{shown}} of {{of}} shown',
    searching: 'Searching the full text…',
    enjoyed: 'Granted on {{at}}',
    sample: 'sample',
    empty: {
      eligible: {
        what: 'Nothing fits entirely yet', how: 'When your data changes or a policy is published, what fits shows up here by itself.',
      },
      near: {
        what: 'Nothing is nearly there',
        how: 'What lacks at most two things that you can change is listed here, with what is missing and how to get it.',
      },
      unverified: { what: 'Nothing has to be verified', how: 'What a person must verify, or too little is known for, is listed here.' },
      enjoyed: { what: 'Nothing has been granted yet', how: 'What is approved is listed here, with day and amount.' },
      ineligible: {
        what: 'Nothing is closed to you', how: 'What fails on a condition that cannot be changed soon is listed here, with the condition.',
      },
      search: { what: 'Nothing for “{{q}}” in this group', how: 'Try another word, look at the other groups, or clear the filters.', applications: 'Look for “{{q}}” in my applications' },
      filter: {
        what: 'Nothing in this group meets the filters', how: 'Choose another office or another way, or look at the other groups.',
      },
      none: {
        what: 'No policy has been published yet',
        how: 'As soon as an office publishes one, it shows up here and says whether you can have it.',
      },
    },
  },

  policy: {
    crumb: 'Find policies',
    standing: {
      enjoyed: 'This has been granted to you already',
      eligible: 'All conditions are met; you can apply',
      near: 'Nearly there',
      ineligible: 'The conditions are not met now',
      unverified: 'It has to be verified first',
    },
    facts: {
      label: 'At a glance',
      office: 'Office',
      phone: 'Phone',
      validUntil: 'Valid until',
      always: 'without end',
      window: 'Applications',
      lane: 'How',
      limit: 'Promise',
      amount: 'Amount',
    },
    items_one: 'This policy has {{count}} item',
    items_other: 'This policy has {{count}} items',
    can: 'Can I have it?',
    money: {
      title: 'How much',
      rule: 'The rule',
      mine: 'In your case',
      about: 'Estimated from what is known now; what is approved counts.',
    },
    materials: {
      title: 'What to hand in',
      count_one: '{{count}} paper',
      count_other: '{{count}} papers',
      upload: 'upload',
      optional: 'if you have it',
      none: 'Nothing to hand in',
      noneHow: 'Offices share what they know; check it and submit.',
      how: 'A photo or scan as PDF, JPG or PNG, at most 20 MB each',
    },
    steps: {
      title: 'How it goes',
      if: 'Submitted today, it is done by {{date}}',
      ifExpected: 'Submitted today, it is expected to be done by {{date}}',
      fill: 'Fill in online and submit',
      fillWhy: 'What is known is filled in already; all is kept as you type',
      accept: 'Accepted',
      review: 'Reviewed',
      reviewWhy: 'Corrections are asked once, with all items; time stands still meanwhile',
      close: 'Decided',
      closeWhy: 'within {{days}} of submitting, with clause and amount',
    },
    text: {
      title: 'Original text',
      version: 'Version {{version}}, published {{at}}',
      number: 'No. {{number}}',
      none: 'This item was imported without its text; the office in charge explains basis and conditions.',
      link: 'Link to {{ref}}',
      basis: 'judged by',
    },
    sample: 'Sample',
    sampleOf:
      'Sample: taken from the public service items of {{authority}}, for demonstration only; it cannot be applied for here in earnest.',
    sampleOwn: 'A policy written for demonstration; it is not a real one.',
    retired: {
      title: 'This policy has been retired', why: 'Retired {{at}}: {{reason}}. What was submitted goes on; nothing new is taken.',
    },
    expired: {
      title: 'The time of this policy is over', why: 'It was valid until {{day}}. What was submitted goes on; nothing new is taken.',
    },
    itemGone: {
      title: 'This item is not in the version in force',
      why: 'The policy was changed and no longer has this item. Here is what it has now.',
    },
    leadOn: 'See what you can get now',
  },

  why: {
    all_one: 'the condition is met',
    all_other: 'all {{count}} conditions are met',
  },
}

export default words

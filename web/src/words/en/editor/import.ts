import type { Same } from '../../same.ts'
import type zh from '../../zh/editor/import.ts'

const words: Same<typeof zh> = {
  import: {
    title: 'Import items',
    count_one: '{{count}} imported',
    count_other: '{{count}} imported',
    copy: 'Copy command',
    copied: 'Copied',
    steps: {
      where: 'Replace the path by that of your own file. It also works while the system runs; new drafts appear below at once.',
      office: 'With --office the drafts go to {{office}}; without it, to the office that receives applications, whose editors open them.',
      official: 'What this command imports is marked as a sample; when it is meant to be used, add --official.',
    },
    list: 'Imported policies, changed last first',
    authority: 'Department',
    faults: 'Missing',
    fine: 'Complete',
    more_one: ', and {{count}} more',
    more_other: ', and {{count}} more',
    at: 'When',
    none: 'Your office has no imported items yet',
    noneHow: 'Choose a file above; drafts of your office appear here by themselves.',
  },
}

export default words

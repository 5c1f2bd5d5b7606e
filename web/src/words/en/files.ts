import type { Same } from '../same.ts'
import type zh from '../zh/files.ts'

const words: Same<typeof zh> = {
  keys: 'Materials',
  larger: 'Larger',
  smaller: 'Smaller',
  fit: 'Fit the width',
  zoom: '{{percent}}%',
  turn: 'Turn',
  before: 'Previous material',
  after: 'Next material',
  pageBefore: 'Previous page',
  pageAfter: 'Next page',
  page: 'Page {{page}} of {{pages}}',
  open: 'Open in a new window',
  download: 'Download',
  tools: 'Look at the material',
  changed: 'The file does not match its checksum',
  changedTodo: 'What is stored differs from what was submitted and proves nothing. Tell the administrator, or ask the enterprise to upload it again.',
  unshown: {
    locked: { what: 'This PDF has a password and cannot be opened', todo: 'Ask the enterprise to upload it without one, or download it and open it with the password.' },
    broken: {
      what: 'This file cannot be shown; it may be damaged',
      todo: 'Download it and open it with another program; if that fails too, ask the enterprise to upload it again.',
    },
  },
  title: 'Material',
}

export default words

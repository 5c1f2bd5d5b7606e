import type { Same } from '../same.ts'
import type zh from '../zh/admin.ts'

const words: Same<typeof zh> = {
  nav: { home: 'Today' },
  searchHint: 'People, organisations, items',
  title: { home: 'Administration' },
}

export default words

import type { Same } from '../same.ts'
import type zh from '../zh/desk.ts'

const words: Same<typeof zh> = {
  nav: {
    baskets: 'Baskets',
    office: 'In our office',
    free: 'To be claimed',
    mine: 'Mine',
    correction: 'Waiting for corrections',
    late: 'Late soon',
    done: 'Done',
    work: 'Policies',
    policies: 'Policies and items',
    import: 'Import items',
  },
  searchHint: 'Enterprise, item, receipt number',
  title: { queue: 'In our office', case: 'Case', policies: 'Policies and items', policy: 'Edit a policy', import: 'Import items' },
}

export default words

import type { ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'

/** What an enterprise has open: begun, handed in and not decided, or to be corrected. */
export const openStatuses: readonly ApplicationStatus[] = ['draft', 'submitted', 'claimed', 'correcting', 'resubmitted']

/** The open applications of an enterprise; in one place, so that all who ask for them share one answer. */
export const openOf = (enterprise: string) => ({
  where: ['all', [['eq', 'enterprise', enterprise], ['in', 'status', openStatuses]]], sort: [['dueAt', 'asc']], limit: 200,
} as const)

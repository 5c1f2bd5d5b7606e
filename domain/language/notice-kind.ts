/** What people are told of: those who act for an enterprise, those who decide in an office, administrators. */
export const noticeKinds = {
  enterprise: ['accepted', 'correction', 'approved', 'refused', 'lapsed', 'amended', 'retired'],
  office: ['arrived', 'answered', 'urged', 'withdrawn', 'handed', 'taken', 'returned', 'decided', 'late'],
  admin: ['joined'],
} as const

export type NoticeKind = (typeof noticeKinds)[keyof typeof noticeKinds][number]

export const everyKind = Object.values(noticeKinds).flat() as [NoticeKind, ...NoticeKind[]]

/** To whom: all who act for an enterprise, all who decide in an office, its leads, one person, who has an open case of a policy, administrators. */
export const audiences = ['enterprise', 'office', 'leads', 'person', 'applicants', 'admins'] as const
export type Audience = (typeof audiences)[number]

/** Roles that a post (岗位) can give: policy editor, reviewer, head of office, administrator. */
export const postRoles = ['editor', 'reviewer', 'lead', 'admin'] as const

import type { Asker, Role } from './message.ts'

/** Whether somebody may act in a role for an office: by the post held there, since roles of one office say nothing in another. */
export const worksAs = ({ roles, offices, postRoles }: Pick<Asker, 'roles' | 'offices' | 'postRoles'>, role: Role, office: string): boolean =>
  (postRoles ? (postRoles[office] ?? []).includes(role) : offices.includes(office) && roles.includes(role))

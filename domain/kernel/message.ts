import type { z } from 'zod'

/** A table of zod schemas, one entry per message: the one description of commands and of events. */
export type Schemas = Readonly<Record<string, z.ZodType>>

/** The union of messages that a table of schemas describes. */
export type Messages<Table extends Schemas> = { [Type in keyof Table & string]: { type: Type; data: z.output<Table[Type]> } }[keyof Table & string]

export interface Message {
  type: string
  data: unknown
}

/** The payload of one message of a union. */
export type Data<M extends Message, Type extends M['type']> = Extract<M, { type: Type }>['data']

/** Roles of people and machines; every command names those that may ask it. */
export type Role = 'agent' | 'editor' | 'reviewer' | 'lead' | 'admin' | 'operator' | 'system'

/** Why something is asked: real work, or the filling of a demo city. */
export type Purpose = 'work' | 'demo' | 'import'

/** Who asks, and for whom: what the edge knows of a person when it has checked the session. */
export interface Asker {
  tenant: string
  /** A person's id, `operator:<name>` for command-line tools, or `reaction:<name>`. */
  actor: string
  /** The actor's name as people read it; personal, so the log keeps it encrypted. */
  by: string
  roles: readonly Role[]
  /** Offices (处室) that the actor works for. */
  offices: readonly string[]
  /** Which roles the actor has in which office; left out for those who hold no posts, such as command-line tools. */
  postRoles?: Readonly<Record<string, readonly Role[]>>
  /** Enterprises that the actor may act for. */
  enterprises: readonly string[]
  /** The post in which the actor acts, such as `企业服务科 审核`; null for those who have none. */
  post: string | null
  /** The enterprise or office that the actor acts for. */
  onBehalfOf: string | null
  /** The mandate that entitles the actor, when somebody acts for another. */
  mandate: string | null
  purpose: Purpose
}

/** All that a decision may know besides the state and the declared facts; time, identity and chance arrive as data. */
export interface Context extends Asker {
  id: string
  at: string
  /** Random decimal digits for numbers that people read, such as a receipt number. */
  digits: string
  /** The city's short letters in such numbers. */
  prefix: string
}

/** How sensitive the data of an event is (数据分级). */
export type Grade = 'open' | 'internal' | 'sensitive'

/** An event on its way into the log: everything but its place there. */
export interface Pending<E extends Message = Message> {
  id: string
  type: E['type']
  data: E['data']
  schemaVersion: number
  tenant: string
  actor: string
  by: string
  post: string | null
  onBehalfOf: string | null
  mandate: string | null
  purpose: Purpose
  commandId: string
  commandHash: string
  correlationId: string
  causationId: string | null
  /** When it took effect. */
  occurredAt: string
  /** When it was written. */
  recordedAt: string
  grade: Grade
  /** Whose keys encrypt parts of it. */
  subjectKeys: readonly string[]
}

/** An event as the log keeps it. Revisions count from 0 within a stream; positions only rise, and may have gaps. */
export type Recorded<E extends Message = Message> = E extends Message
  ? Omit<Pending, 'type' | 'data'> & { type: E['type']; data: E['data']; stream: string; revision: number; position: number }
  : never

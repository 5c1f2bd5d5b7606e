import type { Viewer } from '@qinqing/projections/kernel/predicate'

/** What a handshake brings along. */
export interface Handshake {
  cookie: string | undefined
  origin: string | undefined
  host: string | undefined
}

/** Who may come in, and who they are now: the door's only knowledge of people. */
export abstract class Gate {
  /** Null for a foreign origin and for everybody without a session: nothing else is let in. */
  abstract admit(handshake: Handshake): Promise<{ session: string; viewer: Viewer; name: string } | null>
  /** Whom a session stands for now; null when it has ended. */
  abstract viewer(session: string): Promise<Viewer | null>
  /** Calls back when a session has ended or a person's rights have changed; for everybody when neither is named. */
  abstract onChange(listener: (who: { session?: string; person?: string }) => void): () => void
}

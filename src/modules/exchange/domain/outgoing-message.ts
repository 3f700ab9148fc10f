import { type SendAnswer } from './resend-rule.ts';

/** A state of a dossier that the other system is to be told. */
export interface OutgoingMessage {
  /** The idempotency key: the same message sent again counts once. */
  readonly id: string;
  readonly externalCode: string;
  /** National code 1 to 10. */
  readonly status: number;
  /** National code 1 to 3. */
  readonly channel: number;
  readonly occurredAt: Date;
  readonly dueAt: Date | null;
}

/** The way to the other system. It answers whatever happens and never throws. */
export interface Outgoing {
  send(message: OutgoingMessage): Promise<SendAnswer>;
}

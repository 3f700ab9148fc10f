import { type RoutePolicy } from '../../../kernel/actor.ts';

/** Whoever has a session, also without a position today: for one's own account, never for the work of the office. */
export const signedIn: RoutePolicy = { name: 'signed-in', allows: (actor) => actor.kind === 'staff', ownAccount: true };

import { type StaffActor } from '../../../kernel/actor.ts';

/** Who hears that something is wrong with a case: whoever received it, or, when that person is no longer there, everybody at reception. */
export function caseRecipients(receivedBy: string, colleagues: readonly StaffActor[]): readonly string[] {
  const receiver = colleagues.filter(({ staffId }) => staffId === receivedBy);
  const told = receiver.length > 0 ? receiver : colleagues.filter(({ positions }) => positions.some(({ role }) => role === 'reception'));
  return told.map(({ staffId }) => staffId);
}

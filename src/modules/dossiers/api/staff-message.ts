import { type OutboxMessage } from '../../../platform/commands.ts';
import { type NoticeKind, STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type NamedDossier, namingFacts } from '../domain/staff-notice.ts';

/** A notice to members of staff about something that happened to a dossier; `about` names the happening once for ever. */
export function staffMessage(id: string, dossier: NamedDossier, kind: NoticeKind, about: string, to: readonly string[], facts: Readonly<Record<string, string>>): OutboxMessage {
  const notice: StaffNotice = { kind, key: `${kind} ${about}`, to: [...new Set(to)], dossierId: dossier.id, facts: { ...namingFacts(dossier), ...facts } };
  return { id, topic: STAFF_NOTICE, payload: { ...notice } };
}

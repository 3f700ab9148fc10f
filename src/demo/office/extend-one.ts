import { dateOf, dayAt, type Instant } from '../../kernel/local-time.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { seenDossier } from '../../modules/dossiers/api/change-rows.ts';
import { decideExtension } from '../../modules/dossiers/domain/decide-extension.ts';
import { type AskingOffice } from './ask-citizens.ts';
import { type DossierStory } from './dossier-rows.ts';
import { whoActs } from './who-acts.ts';
import { listWorkingDays, workingMinutesBefore } from './working-moments.ts';

const REASON = 'Phải xác minh tại nơi cư trú trước đây của người yêu cầu; cơ quan được hỏi chưa trả lời.';
/** Working days that the apology asks for beyond the promised one. */
const LONGER_BY = 4;

/** One dossier will not be ready in time: a leader signs the apology while there is still a day left, and promises a new date. By the office's own rules. */
export function extendOne(office: AskingOffice, stories: readonly DossierStory[]): void {
  const at = workingMinutesBefore(office.calendar, office.now, 25);
  const running = stories
    .filter(({ dossier }) => dossier.state === 'in-progress' && (dossier.held_since?.getTime() ?? office.now) < at && (dossier.due_at?.getTime() ?? 0) > office.now)
    .toSorted((a, b) => (a.dossier.due_at?.getTime() ?? 0) - (b.dossier.due_at?.getTime() ?? 0));
  for (const story of running) if (extend(office, story, at)) return;
}

/** Whether the dossier could be extended at that moment, and was. */
function extend(office: AskingOffice, story: DossierStory, at: Instant): boolean {
  const { dossier } = story;
  if (dossier.time_limit === null || dossier.due_at === null) return false;
  const dueAt = dossier.due_at.getTime();
  const newDay = listWorkingDays(office.calendar, dayAt(dueAt) + 1, dayAt(dueAt) + 30)[LONGER_BY - 1];
  if (newDay === undefined) return false;
  const leader = whoActs(office.staff, 'leader', dossier.field, office.random);
  const decided = decideExtension(
    seenDossier(dossier), { expectedVersion: dossier.version, reason: REASON, newDueOn: dateOf(newDay) }, { limit: dossier.time_limit, dueAt, extendedDueAt: null, now: at }, office.calendar, leader,
  );
  if (!decided.ok) return false;
  const { change, reason, newDueAt } = decided.value;
  office.happen(story, change, leader, at);
  Object.assign(dossier, { extended_due_at: new Date(newDueAt), notice_at: new Date(at) } satisfies Partial<typeof dossier>);
  const signed = { at: new Date(at), by: leader.staffId, name: leader.fullName };
  story.extensions.push({
    commune_code: dossier.commune_code, dossier_id: dossier.id, id: makeUuidV7(at, office.random.bytes(10)), status: 'issued', reason, new_due_at: new Date(newDueAt),
    proposed_at: signed.at, proposed_by: signed.by, proposed_by_name: signed.name, decided_at: signed.at, decided_by: signed.by, decided_by_name: signed.name, decision_words: null,
  });
  return true;
}

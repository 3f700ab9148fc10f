import { randomUUID } from 'node:crypto';
import { addKeptFiles, openBundle } from '../src/modules/uploads/index.ts';
import { type TestCommune } from './commune.ts';
import { type WholeProgram } from './whole-program.ts';

const DAY_MS = 86_400_000;

/** A picture that was sent with a draft which waits; `sha256` is a file that the commune has. How drafts come about is tried in the module. */
export async function sentWithDraft({ database, clock, links }: Pick<WholeProgram, 'database' | 'clock' | 'links'>, { commune }: TestCommune, sha256: string): Promise<Readonly<Record<string, string>>> {
  const { db } = database.owner;
  const [draftId, dossierId] = [randomUUID(), randomUUID()];
  const expires_at = new Date(clock.now().getTime() + DAY_MS);
  const { form_code, form_version } = { form_code: 'birth-registration', form_version: 1 };
  await db.insertInto('form_draft').values({
    commune_code: commune.code, id: draftId, procedure_code: '1.001193', form_code, form_version, answers: '{}', writers: '{}', at_group: null, version: 1, token_hash: links.hash(draftId), code_digest: links.hash(dossierId),
    dossier_id: dossierId, command_id: randomUUID(), started_at: clock.now(), saved_at: clock.now(), expires_at, sent_at: null,
  }).execute();
  const slots = [{ id: 'birth-notice', name: { vi: 'Giấy chứng sinh', en: null }, help: null, onlyWhen: null, anyOf: null, required: false }];
  await db.transaction().execute((tx) => openBundle(tx, links, { communeCode: commune.code, id: dossierId, title: { vi: 'Đăng ký khai sinh', en: null }, returnPath: '/x', slots, expiresAt: expires_at }, clock.now()));
  const fileId = randomUUID();
  const added = await addKeptFiles({ db, newId: () => fileId }, commune.code, dossierId, [{ slotId: 'birth-notice', sha256, fileName: 'a.png' }], clock.now());
  if (!added.ok) throw new Error(added.problem.code);
  return { draftId, fileId };
}

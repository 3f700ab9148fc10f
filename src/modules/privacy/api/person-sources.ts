import { journalObject } from '../../../kernel/journal-object.ts';
import { MOST_ROWS, type PersonData, personSection, type PersonSubject } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';
import { listJournalAbout } from '../../../platform/journal-about.ts';
import { assistanceAboutDossiers } from '../../assisted-filing/index.ts';
import { certificationAboutDossiers } from '../../certification/index.ts';
import { dossiersAboutPerson, listDossierIdsOf } from '../../dossiers/index.ts';
import { exchangeAboutDossiers } from '../../exchange/index.ts';
import { feesAboutDossiers } from '../../fees/index.ts';
import { formsAboutDossiers } from '../../forms/index.ts';
import { receiptsAboutDossiers } from '../../fee-receipts/index.ts';
import { lifeEventsAboutDossiers } from '../../life-events/index.ts';
import { linkedCasesAboutDossiers } from '../../linked-cases/index.ts';
import { papersAboutDossiers } from '../../official-papers/index.ts';
import { paymentsAboutDossiers } from '../../payments/index.ts';
import { privacyAboutPerson } from '../store/about-person.ts';
import { type PersonSource } from './deps.ts';

/** Everything that the program holds on a person, module by module through its front door, and who looked at it or changed it. */
export function personSources(staffName: (communeCode: string, staffId: string) => Promise<string | undefined>): readonly PersonSource[] {
  const byDossiers = (source: (db: Database, communeCode: string, ids: readonly string[]) => Promise<PersonData>): PersonSource => async (db, subject) => source(db, subject.communeCode, await listDossierIdsOf(db, subject));
  return [
    dossiersAboutPerson,
    byDossiers(formsAboutDossiers),
    byDossiers(lifeEventsAboutDossiers),
    byDossiers(assistanceAboutDossiers),
    byDossiers(papersAboutDossiers),
    byDossiers(certificationAboutDossiers),
    byDossiers(linkedCasesAboutDossiers),
    byDossiers(feesAboutDossiers),
    byDossiers(receiptsAboutDossiers),
    byDossiers(exchangeAboutDossiers),
    byDossiers(paymentsAboutDossiers),
    async (db, subject) => privacyAboutPerson(db, subject, await listDossierIdsOf(db, subject)),
    async (db: Database, subject: PersonSubject) => {
      const dossiers = await listDossierIdsOf(db, subject);
      const lines = await listJournalAbout(db, subject.communeCode, [`person:${subject.personId}`, ...dossiers.map((id) => journalObject('dossier', id))], MOST_ROWS + 1);
      const names = new Map(await Promise.all([...new Set(lines.flatMap(({ actor }) => (actor === null ? [] : [actor])))].map(async (id) => [id, await staffName(subject.communeCode, id)] as const)));
      return [personSection({ vi: 'Ai đã xem, ai đã sửa', en: 'Who looked, who changed' }, lines.map(({ at, action, actor, facts }) => ({ 'Lúc': at, 'Việc': action, 'Ai': actor === null ? null : (names.get(actor) ?? actor), 'Chi tiết': facts })))];
    },
  ];
}

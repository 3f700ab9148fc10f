import { type Actor } from '../../../kernel/actor.ts';
import { type PersonSection } from '../../../kernel/person-data.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { buildDataCopy } from '../papers/build-data-copy.ts';
import { type DataRequestRow } from '../store/data-requests.ts';
import { copyUntil } from './data-request-view.ts';
import { type KnownPerson, type PrivacyDeps } from './deps.ts';

/** A copy of everything that is held on a person. */
export interface DataCopy {
  readonly bytes: Buffer;
  readonly mediaType: 'application/json' | 'application/pdf';
  readonly fileName: string;
}

async function gather(deps: PrivacyDeps, row: DataRequestRow, person: KnownPerson): Promise<readonly PersonSection[]> {
  const subject = { communeCode: row.commune_code, personId: row.person_id, citizenNumber: person.citizenNumber };
  const sections: PersonSection[] = [];
  // One module after the other: a copy is no reason to keep the counter waiting.
  for (const source of deps.sources) sections.push(...(await source(deps.db, subject)));
  return sections.filter(({ rows }) => rows.length > 0);
}

/**
 * The copy that a granted request for access opened for seven days, as PDF or JSON; the journal says who took it. Refuses a request of another kind, one that
 * was not granted, and one whose days are over.
 */
export async function copyOfData(deps: PrivacyDeps, row: DataRequestRow, format: 'pdf' | 'json', actor: Actor, context: Pick<RequestContext, 'now' | 'address' | 'locale'>): Promise<Result<DataCopy>> {
  const { now } = context;
  const until = copyUntil(row, now);
  const person = await deps.findPerson(deps.db, row.commune_code, row.person_id);
  if (until === null || person === undefined) return refuse('privacy.copy-not-open');
  const sections = await gather(deps, row, person);
  const envelope = { communeCode: row.commune_code, commandId: deps.newId(), kind: 'copy-of-data', actor, request: { id: row.id, format }, now, address: context.address };
  const told = await runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: null,
    journal: { action: 'data-request.copy-taken', object: `data-request:${row.id}`, facts: { code: row.code, person: row.person_id, format, rows: sections.reduce((sum, { rows }) => sum + rows.length, 0) } },
  })));
  if (!told.ok) return told;
  const fileName = `du-lieu-${row.code}.${format}`;
  if (format === 'json') {
    const content = { code: row.code, madeAt: now.toISOString(), person: { fullName: person.fullName, citizenNumber: person.citizenNumber }, sections: sections.map(({ title, rows, cut }) => ({ title: title.vi, titleEn: title.en, cut, rows })) };
    return ok({ bytes: Buffer.from(JSON.stringify(content, null, 1)), mediaType: 'application/json', fileName });
  }
  const office = await deps.officeOf(row.commune_code);
  return ok({ bytes: await renderPdf(buildDataCopy({ code: row.code, office, person, sections, madeAt: now.getTime() })), mediaType: 'application/pdf', fileName });
}

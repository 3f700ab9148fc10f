import { type Answer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type PaperWords } from '../ui/public/paper-view.ts';
import { answerDigits } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { type DossiersDeps } from './deps.ts';
import { findByLink } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';
import { wordsFor } from './paper-plan.ts';

/** A dossier that its citizen has opened with four digits. */
export interface CitizensDossier {
  readonly id: string;
  readonly communeCode: string;
  readonly code: string;
  readonly procedureName: string;
  /** Null while the office has not received it. */
  readonly personId: string | null;
}

/** A dossier that the link of a slip opens, with its procedure in the reader's language where there is a name in it. */
export interface LinkedDossier extends Omit<CitizensDossier, 'personId'> {
  readonly procedure: PaperWords;
}

/** The dossier behind the link of a slip, for what is shown without its four digits; else the page that says there is nothing here. */
export async function openByLink(deps: DossiersDeps, input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, token: string): Promise<{ readonly dossier: LinkedDossier } | { readonly answer: Answer }> {
  const row = await findByLink(deps, token);
  if (row === undefined) return { answer: await answerNothingHere(deps, input, 'link') };
  const { now, locale } = input.context;
  const procedure = await deps.procedureInForce(row.commune_code, row.procedure_code, now.getTime());
  const name = wordsFor(procedure?.name ?? { vi: row.procedure_name, en: null }, locale);
  return { dossier: { id: row.id, communeCode: row.commune_code, code: row.code ?? row.reference, procedureName: row.procedure_name, procedure: name } };
}

/** The dossier behind the link of a slip when this browser has shown its four digits; else the page that asks for them, or that says there is nothing here. */
export async function openForCitizen(deps: DossiersDeps, input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, token: string, to: 'du-lieu' | 'to-khai' | 'khai-viec-khac' = 'du-lieu'): Promise<{ readonly dossier: CitizensDossier } | { readonly answer: Answer }> {
  const row = await findByLink(deps, token);
  if (row === undefined) return { answer: await answerNothingHere(deps, input, 'link') };
  if (!isOpened(deps, row, input.context)) return { answer: await answerDigits(deps, input, token, to, []) };
  return { dossier: { id: row.id, communeCode: row.commune_code, code: row.code ?? row.reference, procedureName: row.procedure_name, personId: row.person_id } };
}

import { type StaffActor } from '../../kernel/actor.ts';
import { documentFee } from '../../kernel/fee-formula.ts';
import { dateAt, type Instant } from '../../kernel/local-time.ts';
import { foldForSearch } from '../../kernel/text-folding.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { certificationNumberWords } from '../../modules/certification/domain/certification-number.ts';
import { rulesInForce } from '../../modules/certification/domain/certification-rules.ts';
import { loadCertificationRules } from '../../modules/certification/papers/load-certification-rules.ts';
import { type Random } from '../random.ts';
import { type DossierStory } from './dossier-rows.ts';

/** The last number of every yearly book of certifications, by book and year. */
export type BookNumbers = Map<string, number>;

/** What is certified, as the content of a dossier of the demonstration says it: “Sao y 2 bản sổ hộ khẩu”, “Chứng thực chữ ký trên …”. */
function documentOf(content: string): string | undefined {
  const name = /^(?:Sao y \d+ bản|Chứng thực chữ ký trên) (.+)$/u.exec(content)?.[1];
  return name === undefined ? undefined : `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`;
}

/** Gives a received dossier of the lane its certification; nothing for every other one. */
export function certifyCopies(story: DossierStory, receptionist: StaffActor, at: Instant, random: Random): void {
  const { dossier } = story;
  const rules = rulesInForce(loadCertificationRules(), dossier.procedure_code, dateAt(at));
  const name = documentOf(dossier.content);
  if (rules?.book === undefined || rules.book === null || name === undefined) return;
  const counts = { pages: random.weighted([[1, 5], [2, 6], [3, 2], [8, 1], [24, 1]] as const), copies: Math.max(1, dossier.copies) };
  const fee = documentFee(rules.fee, counts);
  const key = { commune_code: dossier.commune_code, dossier_id: dossier.id };
  story.certifications.push({
    ...key, procedure_code: dossier.procedure_code, book: rules.book.symbol, requester_name: dossier.applicant_name,
    identity_paper: dossier.applicant_number === null ? null : `Thẻ căn cước số ${dossier.applicant_number}`, place: null, fee, fee_basis: rules.fee.basis, created_at: new Date(at),
    created_by: receptionist.staffId, signed_at: null, signed_by: null, signed_by_name: null, signed_by_title: null, lane_ms: null, printed_at: null,
    paid_way: random.weighted([['cash', 7], ['transfer', 3]] as const), fee_receipt: null,
  });
  story.certified.push({
    ...key, id: makeUuidV7(at, random.bytes(10)), position: 0, name, ...counts, fee, book: rules.book.symbol, book_year: null, book_volume: null, number: null, search_text: foldForSearch(`${dossier.applicant_name} ${name}`), former_commune: null,
  });
}

/** Enters a signed dossier in its book, as the program does with a signature; answers its number in words, or undefined for a dossier without a book. */
export function enterInBook({ certifications, certified, dossier }: DossierStory, signer: StaffActor, at: Instant, numbers: BookNumbers): string | undefined {
  const [certification] = certifications;
  const [document] = certified;
  if (certification === undefined || document?.book === undefined || document.book === null) return undefined;
  const signing = signer.positions.find(({ role, fields }) => (role === 'president' || role === 'unit-head') && (fields.length === 0 || fields.includes(dossier.field)));
  Object.assign(certification, { signed_at: new Date(at), signed_by: signer.staffId, signed_by_name: signer.fullName, signed_by_title: signing?.title ?? '' } satisfies Partial<typeof certification>);
  if (document.number === null) {
    const year = Number(dateAt(at).slice(0, 4));
    const number = (numbers.get(`${document.book} ${String(year)}`) ?? 0) + 1;
    numbers.set(`${document.book} ${String(year)}`, number);
    Object.assign(document, { number, book_year: year, book_volume: 1 } satisfies Partial<typeof document>);
  }
  if (document.number === null || document.book_year === null) throw new Error('a document that was entered in a book has its number');
  return certificationNumberWords({ number: document.number, volume: 1, year: document.book_year, book: document.book });
}

import { findCommune, resolveAddress } from '../../places/index.ts';
import { type AddressAnswer, type Answers, isAddress } from '../domain/answers.ts';
import { type FormField } from '../domain/form-definition.ts';
import { type Entries } from '../domain/read-entries.ts';
import { chosenForName } from '../ui/public/address-field.tsx';
import { type PlaceChoice, type PlaceHelp } from '../ui/public/question-view.ts';

/** More are not worth reading; a fuller address tells them apart. */
const MOST_CHOICES = 12;

/** The commune in whose office the person is, offered where the text names no place. */
export interface HomePlace {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly provinceName: string;
}

/** “Xã Hoa Lộc, tỉnh Thanh Hóa”; undefined for a code that is no commune of today. */
export function placeName(code: string): string | undefined {
  const commune = findCommune(code);
  return commune && `${commune.fullName}, ${commune.provinceName}`;
}

/** Finds today's communes for the places among some answers. A commune that was chosen holds for the text that it was chosen for and for no other. */
export function lookUpPlaces(fields: readonly FormField[], answers: Answers, entries?: Entries): Answers {
  const found: Record<string, Answers[string]> = { ...answers };
  for (const { id, kind } of fields) {
    const answer = kind === 'address' ? answers[id] : undefined;
    if (answer === undefined || !isAddress(answer)) continue;
    const text = answer.text.trim();
    if (text === '' || (answer.country ?? '').trim() !== '') found[id] = { ...answer, commune: null };
    else if (answer.commune === null || findCommune(answer.commune) === undefined || (entries !== undefined && (entries.get(chosenForName(id))?.[0] ?? '').trim() !== text)) found[id] = { ...answer, commune: certainCommune(text) };
  }
  return found;
}

function certainCommune(text: string): string | null {
  const { communes, ambiguous } = resolveAddress(text);
  return ambiguous ? null : (communes[0]?.code ?? null);
}

/** What is shown beside a place: what it may be today, or what it is called today. */
export function placeHelp(answer: AddressAnswer, home: HomePlace | undefined): PlaceHelp {
  const text = answer.text.trim();
  if (text === '' || (answer.country ?? '') !== '') return { choices: [], now: undefined };
  if (answer.commune !== null) {
    const name = placeName(answer.commune);
    return { choices: [], now: name === undefined || saysName(text, name) ? undefined : name };
  }
  const { communes } = resolveAddress(text);
  const choices: PlaceChoice[] = communes.slice(0, MOST_CHOICES).map(({ code, fullName, provinceName }) => ({ code, name: `${fullName}, ${provinceName}` }));
  if (choices.length > 0 || home === undefined) return { choices, now: undefined };
  return { choices: [{ code: home.code, name: placeName(home.code) ?? `${home.kind} ${home.name}, ${home.provinceName}` }], now: undefined };
}

function saysName(text: string, name: string): boolean {
  return text.toLowerCase().includes((name.split(',')[0] ?? name).toLowerCase());
}

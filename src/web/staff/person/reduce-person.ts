import { type IdCardReading } from '../../../kernel/id-card.ts';
import { type IdCardWarning } from '../../../kernel/id-card-warnings.ts';
import { shownDate } from '../typed-date.ts';
import { entryOfWarning } from './person-checks.ts';
import { type KnownPerson, type PersonEntries } from './person-entries.ts';

/** Who stands at the counter, as far as a form knows: the entries, what the card said against itself, and whom the office knows by them. */
export interface PersonState {
  readonly person: PersonEntries;
  readonly cardWarnings: readonly IdCardWarning[];
  readonly cardRead: boolean;
  readonly known: KnownPerson | null;
}

/** What can happen to the person of a form: typed, scanned, chosen among the known ones, or recognised by the number. */
export type PersonEvent =
  | { readonly kind: 'person'; readonly change: Partial<PersonEntries> }
  | { readonly kind: 'card'; readonly reading: IdCardReading; readonly villageId: string }
  | { readonly kind: 'known'; readonly person: KnownPerson }
  | { readonly kind: 'recognised'; readonly person: KnownPerson };

function orEmpty(text: string | null): string {
  return text ?? '';
}

function knownEntries(person: KnownPerson): PersonEntries {
  return {
    // What is masked is not known here: it must not go back into a form.
    citizenNumber: person.masked ? '' : orEmpty(person.citizenNumber),
    fullName: person.fullName,
    birthDate: person.birthDate === null ? '' : shownDate(person.birthDate),
    sex: person.sex === 'male' || person.sex === 'female' ? person.sex : '',
    address: person.address,
    villageId: orEmpty(person.villageId),
    phone: person.masked ? '' : orEmpty(person.phone),
    email: orEmpty(person.email),
  };
}

/** Fills only what is still empty. */
function fillGaps(entries: PersonEntries, from: PersonEntries): PersonEntries {
  const keys = Object.keys(entries) as (keyof PersonEntries)[];
  return Object.assign({}, entries, ...keys.map((key) => (entries[key] === '' ? { [key]: from[key] } : {}))) as PersonEntries;
}

function cardEntries(person: PersonEntries, reading: IdCardReading, villageId: string): PersonEntries {
  const { fields } = reading;
  return {
    ...person,
    citizenNumber: fields.idNumber ?? person.citizenNumber,
    fullName: fields.displayName ?? fields.fullName ?? person.fullName,
    birthDate: fields.birthDate === null ? person.birthDate : shownDate(fields.birthDate),
    sex: fields.gender === null ? person.sex : fields.gender === 'Nam' ? 'male' : 'female',
    address: fields.residence ?? person.address,
    villageId: villageId === '' ? person.villageId : villageId,
  };
}

/** The person after an event. Pure: readings and known people come with the event. */
export function reducePerson({ person, cardWarnings, cardRead, known }: PersonState, event: PersonEvent): PersonState {
  switch (event.kind) {
    case 'person':
      return {
        person: { ...person, ...event.change },
        // Another number is another person: what is known of the first one no longer belongs here.
        known: known !== null && event.change.citizenNumber !== undefined && event.change.citizenNumber !== known.citizenNumber ? null : known,
        // What was typed over is no longer what the card said.
        cardWarnings: cardWarnings.filter((warning) => {
          const entry = entryOfWarning(warning);
          return entry === null || !(entry in event.change);
        }),
        cardRead,
      };
    case 'card': {
      const scanned = cardEntries(person, event.reading, event.villageId);
      return { person: scanned, cardWarnings: event.reading.warnings, cardRead: true, known: known?.citizenNumber === scanned.citizenNumber ? known : null };
    }
    case 'known':
      return { person: knownEntries(event.person), known: event.person, cardWarnings: [], cardRead: false };
    case 'recognised':
      return { person: fillGaps(person, knownEntries(event.person)), known: event.person, cardWarnings, cardRead };
  }
}

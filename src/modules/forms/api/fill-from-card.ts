import { type IdCardFields, readIdCard } from '../../../kernel/id-card.ts';
import { type Answer, type Answers } from '../domain/answers.ts';
import { type FormField, type QuestionGroup } from '../domain/form-definition.ts';

/** A person of a group whose card can be read, by the beginning of the ids of their fields. */
export interface CardPerson {
  readonly prefix: string;
  /** The field of the name: its label says who it is. */
  readonly name: FormField;
}

const NUMBER = /^(.+)\.citizenNumber$/u;

/** The people of a group of whom a number and a name are asked. */
export function cardPeople({ fields }: Pick<QuestionGroup, 'fields'>): readonly CardPerson[] {
  return fields.flatMap((field): readonly CardPerson[] => {
    const prefix = NUMBER.exec(field.id)?.[1];
    const name = prefix === undefined ? undefined : fields.find(({ id }) => id === `${prefix}.fullName`);
    return prefix === undefined || name === undefined ? [] : [{ prefix, name }];
  });
}

/**
 * Fills the fields of one person from the text of the QR code of an identity card; undefined when it is none. Only what the group asks is
 * taken, everything stands there to be looked at, and nothing of the rest of the card is kept.
 */
export function fillFromCard({ fields }: Pick<QuestionGroup, 'fields'>, prefix: string, text: string): Answers | undefined {
  const { fields: card } = readIdCard(text.slice(0, 2000));
  if (card.idNumber === null && card.displayName === null) return undefined;
  const filled: Record<string, Answer> = {};
  for (const field of fields) {
    const answer = field.id.startsWith(`${prefix}.`) ? valueFor(field, field.id.slice(prefix.length + 1), card) : undefined;
    if (answer !== undefined) filled[field.id] = answer;
  }
  return filled;
}

function valueFor(field: FormField, end: string, card: IdCardFields): Answer | undefined {
  switch (end) {
    case 'fullName': return card.displayName ?? undefined;
    case 'citizenNumber':
    case 'idDocument.number': return card.idNumber ?? undefined;
    case 'birthDate': return card.birthDate ?? undefined;
    case 'idDocument.issuedOn': return card.issueDate ?? undefined;
    case 'sex': {
      const sex = card.gender === 'Nam' ? 'male' : card.gender === 'Nữ' ? 'female' : undefined;
      return sex !== undefined && field.kind === 'choice' && field.options.some(({ value }) => value === sex) ? sex : undefined;
    }
    case 'residence': return card.residence === null ? undefined : field.kind === 'address' ? { text: card.residence, commune: null } : card.residence;
    default: return undefined;
  }
}

import { type Answers } from './answers.ts';
import { mayCarry } from './carry-facts.ts';
import { type FormDefinition } from './form-definition.ts';

/** People who mean the same in every form that asks about them. */
export const ROLES = ['applicant', 'child', 'mother', 'father', 'deceased', 'husband', 'wife'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody whom a declaration speaks of by name. */
export interface KnownPerson {
  readonly role: Role;
  readonly name: string;
}

/** The people of a declaration whose facts can be told again: those with a role that every form understands, and a name. */
export function knownPeople({ groups }: FormDefinition, answers: Answers): readonly KnownPerson[] {
  const fields = groups.flatMap((group) => group.fields).filter(mayCarry);
  return ROLES.flatMap((role) => {
    const name = fields.filter(({ fact }) => fact === `${role}.fullName`).map(({ id }) => answers[id]).find((answer) => typeof answer === 'string' && answer !== '');
    return typeof name === 'string' ? [{ role, name }] : [];
  });
}

import { type Answers } from './answers.ts';
import { type FormDefinition } from './form-definition.ts';

/** Without 0, 1, I, L and O: easy to read aloud and to copy. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const READ = new RegExp(`^[${LETTERS}]{${String(LENGTH)}}$`, 'u');

/** The code by which a draft is opened on another device, from at least eight secret bytes: `8F3K-2M9Q`. */
export function buildResumeCode(secret: Uint8Array): string {
  const letters = [...secret.slice(0, LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A code as people type it, in the form in which it is shown; undefined for what cannot be one. */
export function readResumeCode(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐-―−._]/gu, '');
  if (!READ.test(plain)) return undefined;
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

/** The four digits that open a draft beside its code: the ends of every phone and citizen number in it. */
export function openingDigits(definition: FormDefinition, answers: Answers): readonly string[] {
  return definition.groups.flatMap(({ fields }) => fields).flatMap(({ id, kind }) => {
    const answer = kind === 'phone' || kind === 'citizen-number' ? answers[id] : undefined;
    const digits = typeof answer === 'string' ? answer.replace(/\D/gu, '') : '';
    return digits.length >= 9 ? [digits.slice(-4)] : [];
  });
}

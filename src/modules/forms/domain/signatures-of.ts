import { type Answers } from './answers.ts';
import { applicantOf } from './applicant-of.ts';
import { type FormDefinition, type FormSignature } from './form-definition.ts';
import { compileRule, type Rule } from './rules.ts';

/** Who signs at a place of a printed form. */
export interface SignerPlace {
  readonly title: string;
  readonly note: string;
  /** Printed under the signature; null where it is written by hand. */
  readonly name: string | null;
  /** The person who declared signs here. */
  readonly declares: boolean;
  readonly dated: boolean;
}

const NOTE = '(Ký, ghi rõ họ, chữ đệm, tên)';
/** What forms say that name no signers: those of civil status, and all that an office made before they could be named. */
const REQUESTER: readonly FormSignature[] = [{ title: 'Người yêu cầu', declares: true }];

/**
 * The places where a form is signed, from left to right; `filled` null: an empty form, which has all of them and no names. A place that certainly is not called
 * for is left out of a filled one. `today` is the local day of the form. Where nothing is left, the person who declares signs.
 */
export function signaturesOf({ official, ...definition }: FormDefinition, filled: { readonly answers: Answers; readonly today: string } | null): readonly SignerPlace[] {
  const verdict = (rule: Rule) => (filled === null ? undefined : compileRule(rule)({ answers: filled.answers, today: filled.today }));
  const named = (official.signatures ?? REQUESTER).filter(({ when }) => when === undefined || verdict(when) !== false);
  return (named.length === 0 ? REQUESTER : named).map(({ title, note, name, declares, dated }) => {
    const signs = filled !== null && (typeof declares === 'object' ? verdict(declares) === true : declares === true);
    const answer = filled === null || name === undefined ? undefined : filled.answers[name];
    const printed = typeof answer === 'string' ? answer : signs && name === undefined ? applicantOf({ official, ...definition }, filled.answers).fullName : '';
    return { title, note: note ?? NOTE, name: printed === '' ? null : printed, declares: signs, dated: dated === true };
  });
}

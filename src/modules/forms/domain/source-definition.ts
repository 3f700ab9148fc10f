import { type ChoiceField, type ChoiceOption, type FormDefinition, type FormField, type QuestionGroup, type Words } from './form-definition.ts';
import { type Rule } from './rules.ts';

/**
 * A definition as it is written in `data/forms`: persons are named once instead of field by field, and long lists by their name.
 * `expand-definition.ts` turns it into a `FormDefinition`.
 */
export interface SourceDefinition extends Omit<FormDefinition, 'groups'> {
  readonly groups: readonly SourceGroup[];
}

export interface SourceGroup extends Omit<QuestionGroup, 'fields'> {
  readonly fields: readonly SourceField[];
}

export type SourceField = Exclude<FormField, ChoiceField> | SourceChoice | PersonMacro;

/** A choice with its own options, with those of a list of `lists.json`, or with both (its own come first). */
export interface SourceChoice extends Omit<ChoiceField, 'options'> {
  readonly options?: readonly ChoiceOption[];
}

/** The fields that describe one person; each part stands in `persons.json`. */
export interface PersonMacro {
  readonly kind: 'person';
  /** Put before every field: `mother` makes `mother.fullName`. */
  readonly id: string;
  /** Whose: “mẹ” as in “Họ và tên của mẹ”, “the mother’s” as in “The mother’s full name”. */
  readonly of: Words;
  readonly parts: readonly PersonPart[];
  /** Holds for every part, together with the rule of the part itself. */
  readonly when?: Rule;
  /** Another person of the form who this one is while the rule holds: what was asked there is not asked again. */
  readonly same?: { readonly as: string; readonly when: Rule };
  /** What the facts are called when it is not the id: `applicant`. */
  readonly fact?: string;
  /** The labels of the official form, by the end of the id. */
  readonly official?: Readonly<Record<string, string>>;
  /** The names in other systems, by the end of the id: `{"moj": {"fullName": "HoVaTenC"}}`. */
  readonly exchange?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The name of a part, or the part with what this form says otherwise about its fields. */
export type PersonPart = string | ChangedPart;

export interface ChangedPart extends Readonly<Record<string, unknown>> {
  readonly part: string;
}

/** What stands beside the forms and is used by many of them. */
export interface SharedParts {
  readonly lists: Readonly<Record<string, readonly ChoiceOption[]>>;
  /** The fields of every part of a person; `{id}` and `{of}` are filled in, `{Of}` with a capital. */
  readonly persons: Readonly<Record<string, readonly PartField[]>>;
}

/** A field of a part: as in a form, with the end of its id, such as `fullName`. */
export interface PartField extends Readonly<Record<string, unknown>> {
  readonly end: string;
}

import { type Expression, type Rule } from './rules.ts';

/**
 * A form (tờ khai) as versioned data: one JSON file under `data/forms`, checked at load by `check-definition.ts`. The server, the citizen's
 * page and the field app run the same definition through `compile-form.ts`. A dossier keeps the code and version it was declared with.
 */
export interface FormDefinition {
  /** `birth-registration`: never changes. */
  readonly code: string;
  /** Counts up from 1; a changed form is a new version, the old one stays. */
  readonly version: number;
  /** First day it applies (ISO date). */
  readonly validFrom: string;
  /** Last day it applies, or null. */
  readonly validTo: string | null;
  /** In everyday words. */
  readonly title: Words;
  readonly official: OfficialForm;
  /** Codes of the procedures that are declared with it. */
  readonly procedures: readonly string[];
  /** Where the fields come from, and how sure that is. */
  readonly source: string;
  /** One group is one page of the citizen. */
  readonly groups: readonly QuestionGroup[];
  /** What has to hold between answers, such as “death is not before birth”. */
  readonly checks: readonly FormCheck[];
}

/** Vietnamese and English; both are complete in forms. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** What the printed form says about itself. */
export interface OfficialForm {
  /** As printed, in capitals where the law prints capitals: “TỜ KHAI ĐĂNG KÝ KHAI SINH”. */
  readonly title: string;
  /** Form number, such as `TP/HT-2020-TKKT`; null where none was found. */
  readonly number: string | null;
  /** The text that issued the form. */
  readonly basis: string | null;
  /** “Kính gửi”: `commune` is the office that receives, otherwise the words. */
  readonly addressee: string;
  /** Who signs, from left to right; left out: “Người yêu cầu”. With the next two: how the foot is printed; nothing that is asked or judged. */
  readonly signatures?: readonly FormSignature[];
  /** Where these words come from. */
  readonly signaturesSource?: string;
  /** What stands before the place and the day, as printed: “Làm tại”. */
  readonly dateLabel?: string;
}

/** A place at the foot of the printed form where somebody signs. */
export interface FormSignature {
  /** As printed: “Người yêu cầu”, “Bên nữ”. */
  readonly title: string;
  /** As printed below: “(Ký, ghi rõ họ, chữ đệm, tên)” where left out. */
  readonly note?: string;
  /** The question whose answer is the name printed here; left out: of whoever declares, where that person signs here, else none. */
  readonly name?: string;
  /** Whether the person who declares signs here, or when: a signature that was drawn on a screen stands here. */
  readonly declares?: boolean | Rule;
  /** Whether this place has a line of its own for place and day. */
  readonly dated?: boolean;
  /** Printed only then; an empty form has all of them. */
  readonly when?: Rule;
}

/** Questions that belong together; shown as one page. */
export interface QuestionGroup {
  readonly id: string;
  readonly title: Words;
  readonly help?: Words;
  readonly when?: Rule;
  readonly fields: readonly FormField[];
}

/** A rule between answers. `refuse` keeps the form from being sent; `warn` asks to look again. */
export interface FormCheck {
  readonly id: string;
  readonly when?: Rule;
  /** The check fails only when this is certainly false; unknown parts of dates never fail it. */
  readonly holds: Rule;
  /** The field that the sentence stands at. */
  readonly at: string;
  readonly message: Words;
  readonly level: 'refuse' | 'warn';
  /** The article behind it, if one is. */
  readonly basis?: string;
}

interface FieldBase {
  /** Dotted and stable: `child.fullName`. */
  readonly id: string;
  /** The question in plain language. */
  readonly label: Words;
  /** The label of the official form, as printed. */
  readonly official: string;
  readonly help?: Words;
  /** What a right answer looks like. */
  readonly example?: string;
  /** False when it may stay empty; a rule when that depends. Default true. */
  readonly required?: boolean | Rule;
  readonly when?: Rule;
  /** Earlier fields of the same kind whose answer is this one's while the rule holds; then it is not asked. */
  readonly sameAs?: readonly SameAs[];
  /** The fact that this asks for, so that it is asked once: `applicant.fullName`, `child.birthDate`. */
  readonly fact?: string;
  /** Names of the same field in other systems, for export in their order: one, or several separated by spaces. */
  readonly exchange?: Readonly<Record<string, string>>;
}

/** “The mother is the one who declares”: her name was asked already. */
export interface SameAs {
  readonly field: string;
  readonly when: Rule;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly maxLength?: number;
  /** More than one makes a larger box. */
  readonly lines?: number;
  readonly format?: 'person-name' | 'email' | 'plain';
}
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly min?: number;
  readonly max?: number;
  /** Places after the comma; default 0. */
  readonly decimals?: number;
  readonly unit?: Words;
}
export interface MoneyField extends FieldBase {
  readonly kind: 'money';
  readonly min?: number;
  readonly max?: number;
}
export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** `day`: the whole date is needed. `month`, `year`: that much is enough, more is welcome (ngày hoặc tháng không rõ). */
  readonly precision?: 'day' | 'month' | 'year';
  /** On which side of today it has to lie; today itself is on both. */
  readonly span?: 'past' | 'future';
}
export interface TimeField extends FieldBase {
  readonly kind: 'time';
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
  readonly many?: boolean;
  /** The name of a long list shown as a select with search; options are filled in at load. */
  readonly list?: string;
}
export interface ChoiceOption {
  readonly value: string;
  readonly label: Words;
  readonly help?: Words;
  readonly when?: Rule;
}
export interface AddressField extends FieldBase {
  readonly kind: 'address';
  /** Whether a place abroad is an answer. */
  readonly abroad?: boolean;
}
export interface CitizenNumberField extends FieldBase {
  readonly kind: 'citizen-number';
}
export interface PhoneField extends FieldBase {
  readonly kind: 'phone';
}
export interface TableField extends FieldBase {
  readonly kind: 'table';
  readonly columns: readonly ColumnField[];
  readonly minRows?: number;
  readonly maxRows: number;
}
/** A paper of the procedure, asked for on a page of its own; its files are kept by uploads, not in the answers. */
export interface PaperField extends FieldBase {
  readonly kind: 'paper';
  readonly paperId: string;
}
/** A statement (cam đoan) that the person makes; its text is what was agreed to. */
export interface StatementField extends FieldBase {
  readonly kind: 'statement';
}
/** Consent to a use of personal data that the law does not already allow; never required. */
export interface ConsentField extends FieldBase {
  readonly kind: 'consent';
  readonly purpose: string;
}
/** Never asked: follows from the other answers. */
export interface ComputedField extends FieldBase {
  readonly kind: 'computed';
  readonly value: Expression;
  /** How it is written. */
  readonly shown: 'text' | 'number' | 'money' | 'date' | 'date-in-words';
}

export type ColumnField = TextField | NumberField | MoneyField | DateField | ChoiceField | CitizenNumberField | PhoneField;
export type FormField = ColumnField | TimeField | AddressField | TableField | PaperField | StatementField | ConsentField | ComputedField;
export type FieldKind = FormField['kind'];

import { dateAt } from '../../../kernel/local-time.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Answer, type Answers, isAddress, isRows } from '../domain/answers.ts';
import { namesInRule } from '../domain/check-definition.ts';
import { type FormJudgement } from '../domain/compile-form.ts';
import { namesOfField } from '../domain/depending-fields.ts';
import { type ColumnField, type FormCheck, type FormField, type QuestionGroup, type Words } from '../domain/form-definition.ts';
import { type Rule } from '../domain/rules.ts';
import { type PageData } from '../ui/page-data.ts';
import { type OpenDraft } from './open-draft.tsx';

const NO_WORDS: Words = { vi: '', en: '' };

/**
 * What the script of a page needs to judge its group as the server does: its fields without help and official labels, the checks at them, and the
 * answers of other groups of which its rules speak, nothing else of the draft.
 */
export function pageDataOf({ form, token }: Pick<OpenDraft, 'form' | 'token'>, group: QuestionGroup, judgement: FormJudgement, locale: Locale, now: Date): PageData {
  const { definition } = form;
  const own = new Set(group.fields.map(({ id }) => id));
  const checks = definition.checks.filter(({ at }) => own.has(at));
  const named = new Set([...group.fields.flatMap(namesOfField), ...checks.flatMap(({ holds, when }) => [...namesInRule(holds), ...rule(when)])].map((name) => name.split('#')[0] ?? name));
  const outside = [...named].filter((name) => !own.has(name));
  const answers: Answers = Object.fromEntries(outside.flatMap((name) => (judgement.answers[name] === undefined ? [] : [[name, judgement.answers[name]]])));
  // What was asked and is not answered yet counts as asked here too.
  const before = outside.filter((name) => answers[name] !== undefined || judgement.fields.has(name)).flatMap((id) => bareField(id, answers[id] ?? ''));
  return {
    definition: {
      ...definition,
      title: NO_WORDS, official: { title: '', number: null, basis: null, addressee: '' }, procedures: [], source: '',
      groups: [...(before.length === 0 ? [] : [{ id: 'truoc', title: NO_WORDS, fields: before }]), { id: group.id, title: NO_WORDS, fields: group.fields.map((field) => shortField(field, locale)) }],
      checks: checks.map((check): FormCheck => ({ ...without(check, ['basis']), message: onlyIn(check.message, locale) })),
    },
    group: group.id,
    answers,
    today: dateAt(now.getTime()),
    locale,
    save: `/to-khai/${token}/${group.id}/luu`,
  };
}

/** JSON that can stand inside a script element. */
export function scriptJson(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function rule(one: Rule | undefined): readonly string[] {
  return one === undefined ? [] : namesInRule(one);
}

/** The same without what is not needed on the page. */
function without<T extends object>(whole: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as T;
}

function onlyIn(words: Words, locale: Locale): Words {
  return { ...NO_WORDS, [locale]: words[locale] };
}

/** A field without what only the page itself says; a long list is judged by the server, the page has its options already. */
function shortField<F extends FormField | ColumnField>(field: F, locale: Locale): F {
  const short = { ...without(field, ['help', 'example', 'exchange', 'fact']), label: onlyIn(field.label, locale), official: '' } as FormField;
  if (short.kind === 'table') return { ...short, columns: short.columns.map((column) => shortField(column, locale)) } as FormField as F;
  if (short.kind !== 'choice') return short as F;
  if (short.list !== undefined && short.many !== true) return { ...short, kind: 'text', options: undefined, list: undefined, maxLength: 200 } as unknown as F;
  return { ...short, options: short.options.map(({ value, when }) => ({ value, label: NO_WORDS, ...(when === undefined ? {} : { when }) })) } as FormField as F;
}

/** A field that takes a canonical answer as it is. */
function bareField(id: string, answer: Answer): readonly FormField[] {
  const base = { id, label: NO_WORDS, official: '', required: false } as const;
  if (typeof answer === 'number') return [{ ...base, kind: 'number', min: Number.MIN_SAFE_INTEGER, decimals: 6 }];
  if (typeof answer === 'boolean') return [{ ...base, kind: 'consent', purpose: '' }];
  if (typeof answer === 'string') return [{ ...base, kind: 'text', lines: 2, maxLength: 20_000 }];
  if (isAddress(answer)) return [{ ...base, kind: 'address', abroad: true }];
  if (isRows(answer) && answer.length > 0) return [];
  return [{ ...base, kind: 'choice', many: true, options: (answer as readonly string[]).map((value) => ({ value, label: NO_WORDS })) }];
}

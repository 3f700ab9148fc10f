import { type FastifySchemaValidationError } from 'fastify';
import { type Locale } from '../i18n/locale.ts';

/** One field that a request got wrong, in words. */
export interface FieldFault {
  /** Path of the field with dots, such as `papers.0.name`; empty for the request as a whole. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

type Sentence = (params: Readonly<Record<string, unknown>>) => string;

const WORDS: Readonly<Record<Locale, Readonly<Record<string, Sentence>>>> = {
  vi: {
    required: () => 'Mục này bắt buộc phải có.',
    additionalProperties: () => 'Mục này không có trong yêu cầu; bỏ đi rồi gửi lại.',
    unevaluatedProperties: () => 'Mục này không có trong yêu cầu; bỏ đi rồi gửi lại.',
    type: (p) => `Kiểu giá trị không đúng (cần ${String(p['type'])}).`,
    minLength: (p) => (p['limit'] === 1 ? 'Mục này đang để trống.' : `Cần ít nhất ${String(p['limit'])} ký tự.`),
    maxLength: (p) => `Dài quá ${String(p['limit'])} ký tự; viết ngắn lại.`,
    minimum: (p) => `Không được nhỏ hơn ${String(p['limit'])}.`,
    maximum: (p) => `Không được lớn hơn ${String(p['limit'])}.`,
    minItems: (p) => `Cần ít nhất ${String(p['limit'])} mục.`,
    maxItems: (p) => `Không quá ${String(p['limit'])} mục.`,
    pattern: () => 'Viết chưa đúng dạng.',
    format: () => 'Viết chưa đúng dạng.',
    enum: () => 'Giá trị không nằm trong các lựa chọn.',
    const: () => 'Giá trị không nằm trong các lựa chọn.',
    anyOf: () => 'Giá trị không nằm trong các lựa chọn.',
    uniqueItems: () => 'Có mục bị lặp lại.',
  },
  en: {
    required: () => 'This entry is required.',
    additionalProperties: () => 'This entry is not part of the request; leave it out.',
    unevaluatedProperties: () => 'This entry is not part of the request; leave it out.',
    type: (p) => `Wrong type of value (${String(p['type'])} is needed).`,
    minLength: (p) => (p['limit'] === 1 ? 'This entry is empty.' : `At least ${String(p['limit'])} characters are needed.`),
    maxLength: (p) => `Longer than ${String(p['limit'])} characters; make it shorter.`,
    minimum: (p) => `Not less than ${String(p['limit'])}.`,
    maximum: (p) => `Not more than ${String(p['limit'])}.`,
    minItems: (p) => `At least ${String(p['limit'])} entries are needed.`,
    maxItems: (p) => `At most ${String(p['limit'])} entries.`,
    pattern: () => 'Not written in the right form.',
    format: () => 'Not written in the right form.',
    enum: () => 'Not one of the choices.',
    const: () => 'Not one of the choices.',
    anyOf: () => 'Not one of the choices.',
    uniqueItems: () => 'An entry is repeated.',
  },
};

/** Turns what Ajv found into fields and sentences in the reader's language; never repeats what was sent. */
export function describeFaults(errors: readonly FastifySchemaValidationError[], locale: Locale): readonly FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const error of errors) {
    const missing = error.params['missingProperty'];
    const extra = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'];
    const last = typeof missing === 'string' ? missing : typeof extra === 'string' ? extra.slice(0, 60) : '';
    const field = [...error.instancePath.split('/').filter(Boolean), last].filter(Boolean).join('.');
    // The first fault of a field is enough; unions report one for every branch.
    if (faults.has(field)) continue;
    const sentence = WORDS[locale][error.keyword] ?? WORDS[locale]['pattern'];
    faults.set(field, { field, code: `field.${error.keyword}`, message: sentence === undefined ? '' : sentence(error.params) });
  }
  return [...faults.values()];
}

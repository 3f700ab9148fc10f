import { addDays } from '../../../kernel/local-time.ts';
import { type Answer, type AnswerRow, type Answers } from './answers.ts';
import { type CompiledForm } from './compile-form.ts';
import { type ColumnField, type FormField } from './form-definition.ts';
import { type FormContext } from './normalise-answer.ts';

/** A citizen number that nobody has: the century and the year of it do not go together with any issuing. */
const SAMPLE_NUMBER = '038085000001';

/**
 * Answers that look like real ones, for trying how a form is printed. Every question that the answers so far call for is answered; a
 * question whose sample the form refuses stays empty.
 */
export function sampleAnswers(form: CompiledForm, context: FormContext): Answers {
  let answers: Answers = {};
  // Each round may bring up questions that follow from the one before.
  for (let round = 0; round < 4; round += 1) {
    const { fields } = form.judge(answers, context);
    const added = Object.fromEntries(form.definition.groups.flatMap((group) => group.fields).flatMap((field) => {
      const sample = fields.has(field.id) && answers[field.id] === undefined ? sampleOf(field, context) : undefined;
      return sample === undefined ? [] : [[field.id, sample]];
    }));
    if (Object.keys(added).length === 0) break;
    answers = { ...answers, ...added };
  }
  const refused = new Set(form.judge(answers, context).faults.filter(({ why }) => why !== 'check').map(({ field }) => field.split('.')[0] ?? field));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !refused.has(id)));
}

function sampleOf(field: FormField, context: FormContext): Answer | undefined {
  switch (field.kind) {
    case 'computed':
    case 'paper': return undefined;
    case 'statement':
    case 'consent': return true;
    case 'address': return { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: null };
    case 'time': return '08:30';
    case 'table': return Array.from({ length: Math.max(field.minRows ?? 1, Math.min(2, field.maxRows)) }, () => Object.fromEntries(field.columns.flatMap((column): [string, AnswerRow[string]][] => {
      const sample = plainSample(column, context);
      return sample === undefined ? [] : [[column.id, sample]];
    })));
    default: return plainSample(field, context);
  }
}

function plainSample(field: ColumnField, { today }: FormContext): string | number | readonly string[] | undefined {
  switch (field.kind) {
    case 'text': {
      if (field.format === 'email') return 'nguyenvanmau@example.com';
      const text = field.format === 'person-name' ? 'Nguyễn Văn Mẫu' : (field.example ?? 'Nội dung ví dụ');
      return text.slice(0, field.maxLength ?? 200);
    }
    case 'number': return Math.max(field.min ?? 1, Math.min(field.max ?? 2, 2));
    case 'money': return Math.max(field.min ?? 0, Math.min(field.max ?? 1_500_000, 1_500_000));
    case 'date': return field.span === 'future' ? addDays(today, 30) : addDays(today, -365 * 30);
    case 'choice': {
      const first = field.options[0]?.value;
      return first === undefined ? undefined : field.many === true ? [first] : first;
    }
    case 'citizen-number': return SAMPLE_NUMBER;
    case 'phone': return '0912345678';
  }
}

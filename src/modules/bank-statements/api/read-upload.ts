import { type FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { readOneFileForm } from '../../../platform/http/one-file-form.ts';
import { ReadingWish } from '../contract/statement-schemas.ts';
import { isWholeReading } from '../domain/statement-layout.ts';
import { type StatementReading } from '../domain/statement-line.ts';

/** A statement has words and numbers only. */
export const STATEMENT_BYTES = 10 * 1024 * 1024;

/** A file as it was sent, with what an officer chose beside it. */
export interface SentStatement {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** The sheet of a workbook; null: the first whose headings are known. */
  readonly sheet: string | null;
  /** How it is to be read; null: as its headings say. */
  readonly reading: StatementReading | null;
}

/** The same with the order to take it over. */
export interface StatementOrder extends SentStatement {
  /** Made by the browser; repeating it changes nothing. */
  readonly commandId: string;
  readonly basis: string;
  /** The officer has looked at what was strange. */
  readonly lookedAt: boolean;
  /** Under which name the chosen way of reading is kept; empty: not. */
  readonly layoutName: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The columns that an officer chose: each once, and none that a statement cannot do without left out. */
function readWish(text: string): Result<StatementReading | null> {
  if (text === '') return ok(null);
  const wish = parsed(text);
  if (!Value.Check(ReadingWish, wish)) return refuse('request.not-readable');
  const columns = Object.values(wish.columns);
  return isWholeReading(wish.columns) && new Set(columns).size === columns.length ? ok(wish) : refuse('bank-statements.reading-wrong', {}, 'reading');
}

async function readForm(request: FastifyRequest): Promise<Result<{ readonly sent: SentStatement; readonly field: (name: string) => string }>> {
  const { fields, file, tooLarge } = await readOneFileForm(request, { bytes: STATEMENT_BYTES, fields: 8, fieldBytes: 4_000 }, 'sao-ke');
  if (tooLarge) return refuse('bank-statements.file-too-large', { megabytes: STATEMENT_BYTES / 1024 / 1024 }, 'file');
  if (file === undefined) return refuse('bank-statements.no-file', {}, 'file');
  const field = (name: string): string => fields.get(name) ?? '';
  const reading = readWish(field('reading'));
  if (!reading.ok) return reading;
  const sheet = field('sheet').slice(0, 100);
  return ok({ sent: { fileName: file.name, bytes: file.bytes, sheet: sheet === '' ? null : sheet, reading: reading.value }, field });
}

/** Reads the form of the preview. */
export async function readSentStatement(request: FastifyRequest): Promise<Result<SentStatement>> {
  const form = await readForm(request);
  return form.ok ? ok(form.value.sent) : form;
}

/** Reads the form by which a statement is taken over. */
export async function readStatementOrder(request: FastifyRequest): Promise<Result<StatementOrder>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const { sent, field } = form.value;
  const commandId = field('commandId');
  if (!isUuid(commandId) || !/^[0-9a-f]{64}$/u.test(field('basis'))) return refuse('request.not-readable');
  return ok({ ...sent, commandId, basis: field('basis'), lookedAt: field('lookedAt') === '1', layoutName: field('layoutName').normalize('NFC').trim().slice(0, 80) });
}

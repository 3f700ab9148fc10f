import { type FastifyRequest } from 'fastify';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { readOneFileForm } from '../../../platform/http/one-file-form.ts';

/** A list of staff has words only. */
export const LIST_BYTES = 10 * 1024 * 1024;

/** A file as it was sent. */
export interface SentList {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A file with what is to be done about it. */
export interface SentOrder extends SentList {
  /** Made by the browser; repeating it changes nothing. */
  readonly commandId: string;
  /** What the preview rested on. */
  readonly basis: string;
  /** 32 random bytes of the browser, from which the passwords are made; kept nowhere. */
  readonly seed: string;
  /** Accounts of people who are not in the list, and positions that it does not name, to be ended. */
  readonly close: readonly string[];
  readonly end: readonly string[];
}

async function readForm(request: FastifyRequest): Promise<Result<{ readonly sent: SentList; readonly fields: ReadonlyMap<string, string> }>> {
  const { fields, file, tooLarge } = await readOneFileForm(request, { bytes: LIST_BYTES, fields: 6, fieldBytes: 100_000 }, 'danh-sach');
  if (tooLarge) return refuse('staff-lists.file-too-large', { megabytes: LIST_BYTES / 1024 / 1024 }, 'file');
  return file === undefined ? refuse('staff-lists.no-file', {}, 'file') : ok({ sent: { fileName: file.name, bytes: file.bytes }, fields });
}

/** Reads the form of the preview: one file. */
export async function readSentList(request: FastifyRequest): Promise<Result<SentList>> {
  const form = await readForm(request);
  return form.ok ? ok(form.value.sent) : form;
}

/** Reads the form by which a list is written: the file, and what was chosen beside it. */
export async function readSentOrder(request: FastifyRequest): Promise<Result<SentOrder>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const field = (name: string): string => form.value.fields.get(name) ?? '';
  const ids = (name: string): readonly string[] => field(name).split(',').filter((id) => id !== '');
  const [commandId, seed, close, end] = [field('commandId'), field('seed'), ids('close'), ids('end')];
  if (!isUuid(commandId) || !/^[A-Za-z0-9_-]{43}$/u.test(seed) || ![...close, ...end].every(isUuid)) return refuse('request.not-readable');
  return ok({ ...form.value.sent, commandId, seed, basis: field('basis'), close: [...new Set(close)].sort(), end: [...new Set(end)].sort() });
}

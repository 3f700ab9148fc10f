import { type FastifyRequest } from 'fastify';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { readOneFileForm } from '../../../platform/http/one-file-form.ts';
import { READING_LIMITS } from '../reading/reading-limits.ts';
import { type SentFile } from './read-import.ts';

/** Reads the form of the wizard's first step: the file, the ids that the browser made, the sheet. */
export async function readParts(request: FastifyRequest): Promise<Result<SentFile>> {
  const { fields, file, tooLarge } = await readOneFileForm(request, { bytes: READING_LIMITS.bytes, fields: 5, fieldBytes: 500 }, 'tep');
  const commandId = fields.get('commandId') ?? '';
  const importId = fields.get('importId') ?? '';
  if (!isUuid(commandId) || !isUuid(importId)) return refuse('request.not-readable');
  if (tooLarge) return refuse('exchange.file-too-large', { megabytes: READING_LIMITS.bytes / 1024 / 1024 }, 'file');
  if (file === undefined) return refuse('exchange.no-file', {}, 'file');
  const sheet = fields.get('sheet') ?? '';
  return ok({ commandId, importId, fileName: file.name, bytes: file.bytes, sheet: sheet === '' ? null : sheet });
}

import { type FastifyRequest } from 'fastify';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { READING_LIMITS } from '../reading/reading-limits.ts';
import { type SentFile } from './read-import.ts';

/** Reads the form of the wizard's first step: the file, the ids that the browser made, the sheet. */
export async function readParts(request: FastifyRequest): Promise<Result<SentFile>> {
  const fields = new Map<string, string>();
  let file: { readonly name: string; readonly bytes: Buffer } | undefined;
  for await (const part of request.parts({ throwFileSizeLimit: false, limits: { fileSize: READING_LIMITS.bytes + 1, files: 1, fields: 5, fieldSize: 500 } } as Parameters<FastifyRequest['parts']>[0])) {
    if (part.type === 'field') {
      fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '');
      continue;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      size += chunk.length;
      // What is too large is drained, so that the answer still reaches the browser.
      if (size <= READING_LIMITS.bytes + 1) chunks.push(chunk);
    }
    file = { name: part.filename, bytes: Buffer.concat(chunks) };
  }
  const commandId = fields.get('commandId') ?? '';
  const importId = fields.get('importId') ?? '';
  if (!isUuid(commandId) || !isUuid(importId)) return refuse('request.not-readable');
  if (file === undefined || file.bytes.length === 0) return refuse('exchange.no-file', {}, 'file');
  const sheet = fields.get('sheet') ?? '';
  return ok({ commandId, importId, fileName: tidyName(file.name), bytes: file.bytes, sheet: sheet === '' ? null : sheet });
}

function tidyName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
  const plain = last.replace(/[\u0000-\u001f\u007f]/gu, '').trim();
  return plain === '' ? 'tep' : plain.slice(-120);
}

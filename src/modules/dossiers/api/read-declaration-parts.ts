import { type FastifyMultipartBaseOptions, type Multipart, type MultipartFile } from '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/check-upload.ts';
import { type KeptFile, readFilePart } from '../../../platform/files/keep-upload.ts';
import { MAX_DECLARED_BYTES, MAX_DECLARED_FILES, MAX_SENT_BYTES } from './declaration-limits.ts';
import { withoutTurns } from '../../../platform/http/turned-writing.ts';

/** A declaration form as it came over the line: texts by name, files that are kept already, files that were refused. */
export interface DeclarationParts {
  /** The first text of every name; of a name that comes twice only the first counts. */
  readonly fields: ReadonlyMap<string, string>;
  /** Every text of every name, in their order. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly { readonly field: string; readonly file: KeptFile }[];
  readonly refused: readonly { readonly field: string; readonly problem: Problem }[];
  /** False when the line broke in the middle: what is here arrived whole, more was to come. */
  readonly complete: boolean;
}

/** What happens to a file: it is kept at once, or refused with its reason. */
export type KeepPart = (content: Buffer, fileName: string, field: string) => Promise<Result<KeptFile>>;

/** An empty file field is a file part too, so the bound of the parser is wider than that of the declaration. */
const OPTIONS: FastifyMultipartBaseOptions = {
  throwFileSizeLimit: false,
  limits: { fileSize: MAX_UPLOAD_BYTES + 1, files: 100, fields: 100, fieldSize: 20_000, fieldNameSize: 100, parts: 200 },
};

const LIMIT_ERRORS = new Set(['FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT', 'FST_FILES_LIMIT']);

/**
 * Reads the parts of a declaration one after another and keeps each good file before the next one is read. Refuses what is no
 * multipart form, what is larger than anybody can mean to send, and NUL characters; a line that breaks is no refusal.
 */
export async function readDeclarationParts(
  request: FastifyRequest,
  takesFiles: (field: string) => boolean,
  keep: KeepPart,
): Promise<Result<DeclarationParts>> {
  if (!request.isMultipart()) return refuse('request.wrong-media-type');
  if (Number(request.headers['content-length'] ?? 0) > MAX_SENT_BYTES) return refuse('request.too-large');
  const fields = new Map<string, string>();
  const texts = new Map<string, string[]>();
  const files: { readonly field: string; readonly file: KeptFile }[] = [];
  const refused: { readonly field: string; readonly problem: Problem }[] = [];
  const read = { fields, texts, files, refused };
  let taken = 0;
  let spoiled = false;

  const parts = request.parts(OPTIONS);
  let next = nextPart(parts);
  const isTooMuch = boundStream(request);
  for (;;) {
    const part = await next;
    if (isTooMuch() || part === 'too-much') return refuse('request.too-large');
    if (part === 'end') break;
    if (part === 'broken') return spoiled || fields.size === 0 ? refuse('request.not-readable') : ok({ ...read, complete: false });
    if (part.type === 'field') {
      const { fieldname: name, value } = part;
      if (typeof name === 'string' && typeof value === 'string') {
        spoiled ||= name.includes('\0') || value.includes('\0');
        if (!fields.has(name)) fields.set(name, withoutTurns(value));
        texts.set(name, [...(texts.get(name) ?? []), withoutTurns(value)]);
      }
    } else {
      const content = await readContent(part);
      if (content !== 'broken' && !spoiled) await takeFile(part, content);
    }
    next = nextPart(parts);
  }
  return spoiled ? refuse('request.not-readable') : ok({ ...read, complete: true });

  async function takeFile(part: MultipartFile, content: Buffer | Problem): Promise<void> {
    const field = part.fieldname;
    // Browsers send every empty file field as a nameless file of no bytes.
    if (part.filename === '' && Buffer.isBuffer(content) && content.length === 0) return;
    const file = part.filename.slice(-120);
    if (!takesFiles(field)) {
      refused.push({ field: '', problem: { code: 'declaration.file-place', facts: { file } } });
    } else if (!Buffer.isBuffer(content)) {
      refused.push({ field, problem: content });
    } else if (files.length >= MAX_DECLARED_FILES) {
      refused.push({ field, problem: { code: 'declaration.file-count', facts: { file, files: MAX_DECLARED_FILES } } });
    } else if (taken + content.length > MAX_DECLARED_BYTES) {
      refused.push({ field, problem: { code: 'declaration.file-total', facts: { file, total: MAX_DECLARED_BYTES / 1024 / 1024 } } });
    } else {
      taken += content.length;
      const kept = await keep(content, part.filename, field);
      if (kept.ok) files.push({ field, file: kept.value });
      else refused.push({ field, problem: kept.problem });
    }
  }
}

/** The next part. Errors of the parser are about what was sent, never about us. */
async function nextPart(parts: AsyncIterator<Multipart>): Promise<Multipart | 'end' | 'broken' | 'too-much'> {
  try {
    const next = await parts.next();
    return next.done === true ? 'end' : next.value;
  } catch (error) {
    return LIMIT_ERRORS.has(String((error as { code?: unknown }).code)) ? 'too-much' : 'broken';
  }
}

/** A file's bytes or why it is too large. A file that breaks off is not one; the parser says so again at the next part. */
async function readContent(part: MultipartFile): Promise<Buffer | Problem | 'broken'> {
  try {
    return await readFilePart(part);
  } catch {
    return 'broken';
  }
}

/** Watches a body that does not say how long it is, and cuts the line where nobody can mean to send more. */
function boundStream(request: FastifyRequest): () => boolean {
  let bytes = 0;
  request.raw.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_SENT_BYTES) request.raw.destroy();
  });
  return () => bytes > MAX_SENT_BYTES;
}

import { type FastifyMultipartBaseOptions, type Multipart, type MultipartFile } from '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { type Problem, ok, refuse, type Result } from '../../../kernel/result.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/check-upload.ts';
import { readFilePart } from '../../../platform/files/keep-upload.ts';

/** Most bytes that are read of one sending; what is beyond is sent again with the next. */
export const MAX_SENT_BYTES = 120 * 1024 * 1024;
/** Most files that a browser sends at once, empty file fields among them. */
const MOST_FILES = 42;
const OPTIONS: FastifyMultipartBaseOptions = { throwFileSizeLimit: false, limits: { fileSize: MAX_UPLOAD_BYTES + 1, files: MOST_FILES, fields: 10, parts: MOST_FILES + 10 } };

/** What became of the files of one sending. */
export interface SentFiles {
  readonly kept: number;
  readonly refused: readonly Problem[];
  /** False when the line broke in the middle: what is counted here arrived whole, more was to come. */
  readonly complete: boolean;
}

/**
 * Reads a form with files part by part and keeps each whole one before the next one is read, so that a line that breaks loses only what was
 * still to come. Refuses what is no multipart form and what is larger than anybody can mean to send.
 */
export async function readSentFiles(request: FastifyRequest, keep: (bytes: Buffer, fileName: string) => Promise<Result<unknown>>): Promise<Result<SentFiles>> {
  if (!request.isMultipart()) return refuse('request.wrong-media-type');
  if (Number(request.headers['content-length'] ?? 0) > MAX_SENT_BYTES) return refuse('request.too-large');
  const refused: Problem[] = [];
  let kept = 0;
  const parts = request.parts(OPTIONS);
  // The parser reads before anybody else listens: a body that flows earlier would be lost.
  let next = nextPart(parts);
  const tooMuch = cutOff(request);
  for (;;) {
    const part = await next;
    if (part === 'end') return ok({ kept, refused, complete: true });
    if (part === 'broken' && tooMuch()) return refuse('request.too-large');
    if (part === 'broken') return ok({ kept, refused, complete: false });
    if (part.type === 'file') {
      const outcome = await takePart(part, keep);
      if (outcome?.ok === true) kept += 1;
      else if (outcome !== undefined) refused.push(outcome.problem);
    }
    next = nextPart(parts);
  }
}

/** Keeps a file or says why not; undefined for an empty file field, and for a file that broke off, of which the parser tells at the next part. */
async function takePart(part: MultipartFile, keep: (bytes: Buffer, fileName: string) => Promise<Result<unknown>>): Promise<Result<unknown> | undefined> {
  const content = await readFilePart(part).catch(() => undefined);
  if (content === undefined) return undefined;
  if (!Buffer.isBuffer(content)) return { ok: false, problem: content };
  // Browsers send every empty file field as a nameless file of no bytes.
  return content.length === 0 && part.filename === '' ? undefined : keep(content, part.filename);
}

/** The next part. Errors of the parser are about what was sent, never about us. */
async function nextPart(parts: AsyncIterator<Multipart>): Promise<Multipart | 'end' | 'broken'> {
  try {
    const next = await parts.next();
    return next.done === true ? 'end' : next.value;
  } catch {
    return 'broken';
  }
}

/** Watches a body that does not say how long it is, and cuts the line where nobody can mean to send more. */
function cutOff(request: FastifyRequest): () => boolean {
  let bytes = 0;
  request.raw.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_SENT_BYTES) request.raw.destroy();
  });
  return () => bytes > MAX_SENT_BYTES;
}

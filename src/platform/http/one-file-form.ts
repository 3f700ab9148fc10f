import { type FastifyRequest } from 'fastify';

/** A form with one file, read to its end. */
export interface OneFileForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Undefined when none was sent or it is empty. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | undefined;
  /** The file is larger than was allowed; what came beyond that was read and let go, so that the answer still reaches the browser. */
  readonly tooLarge: boolean;
}

/**
 * Reads a form with one file and some short fields. `nameless` is what a file without a usable name is called. Throws what the parser throws for
 * a form that breaks off or has more parts than allowed; the server answers those.
 */
export async function readOneFileForm(request: FastifyRequest, limits: { readonly bytes: number; readonly fields: number; readonly fieldBytes: number }, nameless: string): Promise<OneFileForm> {
  const fields = new Map<string, string>();
  let file: OneFileForm['file'];
  let tooLarge = false;
  const options = { throwFileSizeLimit: false, limits: { fileSize: limits.bytes + 1, files: 1, fields: limits.fields, fieldSize: limits.fieldBytes } };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '');
      continue;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limits.bytes) chunks.push(chunk);
      else tooLarge = true;
    }
    file = size === 0 ? undefined : { name: tidyFileName(part.filename, nameless), bytes: Buffer.concat(chunks) };
  }
  return { fields, file, tooLarge };
}

/** The last part of a name as a browser sends it, without control characters, at most 120 characters. */
function tidyFileName(name: string, nameless: string): string {
  const last = name.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
  const plain = last.replace(/[\u0000-\u001f\u007f]/gu, '').trim();
  return plain === '' ? nameless : plain.slice(-120);
}

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Answers } from '../domain/answers.ts';
import { fromDigits, toDigits } from '../domain/digits.ts';
import { decodeAnswers, encodeAnswers, type FindDefinition, type ScannedAnswers } from '../domain/encode-answers.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { joinParts, readPart, type ScanPart, splitForCodes } from '../domain/scan-parts.ts';

/** No text that was printed grows larger than this; what does is somebody's bomb. In bytes. */
const MOST_BYTES = 128 * 1024;

/** The texts of the QR codes that hold the answers to a form; none when they are too long for a page. */
export function formCodes(definition: FormDefinition, procedureCode: string, answers: Answers, draftId: string | null): readonly string[] {
  return splitForCodes(toDigits(deflateRawSync(Buffer.from(encodeAnswers(definition, procedureCode, answers, draftId)), { level: 9 })));
}

/** The answers of the codes of one sheet, scanned in any order. Refuses as the codes and the answers do. */
export function readFormCodes(texts: readonly string[], find: FindDefinition): Result<ScannedAnswers> {
  const parts: ScanPart[] = [];
  for (const text of texts) {
    const part = readPart(text);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const digits = joinParts(parts);
  if (!digits.ok) return digits;
  const bytes = fromDigits(digits.value);
  const text = bytes === undefined ? refuse('form.scan-unreadable') : inflate(bytes);
  return text.ok ? decodeAnswers(text.value, find) : text;
}

function inflate(bytes: Uint8Array): Result<string> {
  try {
    return ok(inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch (error) {
    return refuse(error instanceof RangeError ? 'form.scan-too-large' : 'form.scan-unreadable');
  }
}

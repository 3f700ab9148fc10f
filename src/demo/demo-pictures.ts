import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type FileStore } from '../platform/files/file-store.ts';

/** A drawn sample of a paper as the file store and the database know it. */
export interface DemoPicture {
  readonly fileName: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly bytes: Buffer;
  /** Kinds of papers that it stands for whatever they are called. */
  readonly kinds: readonly string[];
  /** Words in the name of a paper that it stands for. */
  readonly words: readonly string[];
}

const DATA = new URL('../../data/demo/', import.meta.url);

/** The drawn papers of the demonstration, those that fit fewest papers first. */
export async function readDemoPictures(): Promise<readonly DemoPicture[]> {
  const { pictures } = JSON.parse(await readFile(new URL('papers.json', DATA), 'utf8')) as {
    readonly pictures: readonly { readonly file: string; readonly kinds: readonly string[]; readonly words: readonly string[] }[];
  };
  return Promise.all(
    pictures.map(async ({ file, kinds, words }) => {
      const bytes = await readFile(new URL(`papers/${file}`, DATA));
      return { fileName: file, sha256: createHash('sha256').update(bytes).digest('hex'), byteCount: bytes.length, bytes, kinds, words };
    }),
  );
}

/** Puts the pictures where uploads lie; a picture that lies there already stays as it is. */
export async function keepDemoPictures(files: FileStore, pictures: readonly DemoPicture[]): Promise<void> {
  for (const { bytes } of pictures) await files.put(bytes);
}

import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { FileRefusal } from './file-refusal.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** The parts of a workbook by their names in lower case. */
export interface Archive {
  readonly names: readonly string[];
  /** Gives a part piece by piece; undefined when there is none. What all parts unpack to together is counted. */
  read(name: string): AsyncGenerator<Buffer> | undefined;
}

const ENCRYPTED = 0x1;

/** Opens a ZIP archive. Refuses one that cannot be read, is locked, or has too many parts or unpacks to too much. */
export async function openArchive(bytes: Buffer, limits: ReadingLimits): Promise<Archive> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) => {
        if (error === null) resolve(opened);
        else reject(error);
      });
    });
    if (zip.entryCount > limits.archiveEntries) throw new FileRefusal('exchange.archive-too-large');
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', () => { resolve(); });
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName.toLowerCase(), entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('exchange.workbook-damaged');
  }
  const stated = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (stated > limits.unpackedBytes) throw new FileRefusal('exchange.archive-too-large');
  let unpacked = 0;

  async function* read(entry: Entry): AsyncGenerator<Buffer> {
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new FileRefusal('exchange.workbook-locked');
    try {
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        zip.openReadStream(entry, (error, opened) => {
        if (error === null) resolve(opened);
        else reject(error);
      });
      });
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        // What an archive says of itself is not believed: a bomb is counted while it unpacks.
        if (unpacked > limits.unpackedBytes) throw new FileRefusal('exchange.archive-too-large');
        yield chunk;
      }
    } catch (error) {
      throw error instanceof FileRefusal ? error : new FileRefusal('exchange.workbook-damaged');
    }
  }

  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? undefined : read(entry);
    },
  };
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { syncFolder } from '../../../platform/data-folder/write-durably.ts';
import { type Sealer } from '../../../platform/secrets/sealer.ts';
import { type ArchiveFault } from '../domain/archive-fault.ts';
import { type ArchivedMonth, type ArchiveHeader, isHeaderOf, readArchiveHeader } from '../domain/archive-header.ts';
import { type ChainRow } from '../domain/check-chain.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const PURPOSE = 'journal-archive';
/** No header is longer: it names at most 31 days. */
const LONGEST_HEADER = 16 * 1024;
/** No part is longer: five thousand rows, compressed. */
const LONGEST_PART = 64 * 1024 * 1024;
const LENGTH = 4;

/** Says what is wrong with an archive to whoever was reading its rows. */
export class ArchiveFaulty extends Error {
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault) {
    super(`${fault.kind} ${fault.file}`);
    this.fault = fault;
  }
}

/** The sealed files of one installation. */
export interface ArchiveFiles {
  /** Writes a month durably and answers where; the rows come part by part. Nothing is left behind when it fails. */
  readonly write: (header: Omit<ArchiveHeader, 'format' | 'version' | 'key'>, parts: AsyncIterable<readonly ChainRow[]>) => Promise<{ readonly file: string; readonly byteCount: number }>;
  /** The rows of a month in their order, or from the last part to the first. Throws `ArchiveFaulty`. */
  readonly read: (commune: string, known: Pick<ArchivedMonth, 'file' | 'month' | 'rows' | 'previousHash' | 'last'>, order?: 'forwards' | 'backwards') => AsyncGenerator<readonly ChainRow[]>;
  /** The digest and length of a file as it lies there. Throws `ArchiveFaulty` when it is gone. */
  readonly digest: (known: Pick<ArchivedMonth, 'file' | 'month'>) => Promise<{ readonly sha256: string; readonly byteCount: number }>;
  /** The length of a file; undefined when it is gone. */
  readonly sizeOf: (file: string) => Promise<number | undefined>;
}

/** How a row lies in a part: its place, its moment, its text and its hash; what it hangs in is the row before it. */
type PackedRow = readonly [day: string, seq: number, at: number, entry: string, hash: string];

interface Place {
  readonly offset: number;
  readonly length: number;
}

/**
 * Files of archived months below a folder: one line of JSON in the clear, then parts, each compressed and sealed with AES-256-GCM under a key of
 * its own (`Sealer`). A part is bound to the header, its number and whether it is the last, so that none can be left out, moved or put into another file.
 */
export function openArchiveFiles(folder: string, sealer: Sealer): ArchiveFiles {
  const key = sealer.digest(PURPOSE, 'key', '').slice(0, 16);
  const pathOf = (file: string): string => join(folder, file);

  const openHeader = async (known: Pick<ArchivedMonth, 'file' | 'month' | 'rows' | 'previousHash' | 'last'>, commune: string): Promise<{ readonly handle: FileHandle; readonly header: ArchiveHeader; readonly line: string }> => {
    const { file, month } = known;
    const handle = await open(pathOf(file), 'r').catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'ENOENT') throw new ArchiveFaulty({ kind: 'archive-missing', month, file });
      throw error;
    });
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
      const end = buffer.subarray(0, bytesRead).indexOf(0x0a);
      const line = end < 0 ? '' : buffer.subarray(0, end).toString('utf8');
      const header = readArchiveHeader(line);
      if (header === undefined) throw new ArchiveFaulty({ kind: 'archive-altered', month, file });
      if (header.key !== key) throw new ArchiveFaulty({ kind: 'archive-foreign', month, file });
      if (header.commune !== commune || !isHeaderOf(header, known)) throw new ArchiveFaulty({ kind: 'archive-differs', month, file });
      return { handle, header, line };
    } catch (error) {
      await handle.close();
      throw error;
    }
  };

  const placesOf = async (handle: FileHandle, from: number, altered: ArchiveFault): Promise<readonly Place[]> => {
    const { size } = await handle.stat();
    const places: Place[] = [];
    for (let offset = from; offset < size; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LENGTH), 0, LENGTH, offset);
      const length = bytesRead === LENGTH ? buffer.readUInt32BE(0) : LONGEST_PART + 1;
      if (length > LONGEST_PART || offset + LENGTH + length > size) throw new ArchiveFaulty(altered);
      places.push({ offset: offset + LENGTH, length });
      offset += LENGTH + length;
    }
    return places;
  };

  return {
    async write(about, parts) {
      const file = `${about.commune}/${about.month}.xsj`;
      const path = pathOf(file);
      const temporary = `${path}.${String(process.pid)}.tmp`;
      const line = JSON.stringify({ format: 'xaso-journal-archive', version: 1, ...about, key } satisfies ArchiveHeader);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rm(temporary, { force: true });
      const handle = await open(temporary, 'wx', 0o600);
      let byteCount = 0;
      try {
        const put = async (bytes: Buffer): Promise<void> => {
          await handle.writeFile(bytes);
          byteCount += bytes.length;
        };
        await put(Buffer.from(`${line}\n`));
        const seal = async (number: number, rows: readonly ChainRow[], last: boolean): Promise<void> => {
          const packed = rows.map(({ day, seq, at, entry, hash }): PackedRow => [day, seq, at, entry, hash]);
          const sealed = sealer.sealBytes(PURPOSE, boundTo(line, number, last), await deflate(Buffer.from(JSON.stringify(packed))));
          const length = Buffer.alloc(LENGTH);
          length.writeUInt32BE(sealed.length);
          await put(Buffer.concat([length, sealed]));
        };
        let [number, waiting]: [number, readonly ChainRow[] | undefined] = [0, undefined];
        for await (const part of parts) {
          if (waiting !== undefined) await seal(number++, waiting, false);
          waiting = part;
        }
        await seal(number, waiting ?? [], true);
        await handle.sync();
        await handle.close();
        await rename(temporary, path);
      } catch (error) {
        await handle.close().catch(() => undefined);
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
      return { file, byteCount };
    },

    async *read(commune, known, order = 'forwards') {
      const altered: ArchiveFault = { kind: 'archive-altered', month: known.month, file: known.file };
      const { handle, header, line } = await openHeader(known, commune);
      try {
        const places = await placesOf(handle, Buffer.byteLength(line) + 1, altered);
        if (places.length === 0) throw new ArchiveFaulty(altered);
        let previous = header.previousHash;
        const numbers = places.map((_, number) => number);
        for (const number of order === 'forwards' ? numbers : numbers.toReversed()) {
          const { offset, length } = places[number] ?? { offset: 0, length: 0 };
          const { buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
          const packed = await unseal(sealer, boundTo(line, number, number === places.length - 1), buffer, altered);
          // Backwards nobody knows what the first row of a part hangs in, and nobody asks.
          yield packed.map(([day, seq, at, entry, hash]): ChainRow => {
            const row = { day, seq, at, entry, previousHash: previous, hash, ...namedIn(entry) };
            previous = hash;
            return row;
          });
        }
      } finally {
        await handle.close();
      }
    },

    async digest({ file, month }) {
      const hash = createHash('sha256');
      let byteCount = 0;
      try {
        for await (const bytes of createReadStream(pathOf(file)) as AsyncIterable<Buffer>) {
          hash.update(bytes);
          byteCount += bytes.length;
        }
      } catch (error) {
        if ((error as { code?: unknown }).code === 'ENOENT') throw new ArchiveFaulty({ kind: 'archive-missing', month, file });
        throw error;
      }
      return { sha256: hash.digest('hex'), byteCount };
    },

    sizeOf: async (file) => (await stat(pathOf(file)).catch(() => undefined))?.size,
  };
}

function boundTo(header: string, number: number, last: boolean): string {
  return `${createHash('sha256').update(header).digest('hex')}|${String(number)}|${last ? 'last' : 'more'}`;
}

async function unseal(sealer: Sealer, bound: string, bytes: Buffer, altered: ArchiveFault): Promise<readonly PackedRow[]> {
  try {
    return JSON.parse((await inflate(sealer.openBytes(PURPOSE, bound, bytes))).toString('utf8')) as readonly PackedRow[];
  } catch {
    throw new ArchiveFaulty(altered);
  }
}

/** What the table derives from an entry in columns of its own. */
function namedIn(entry: string): Pick<ChainRow, 'object' | 'actorId' | 'action'> {
  const said = JSON.parse(entry) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof said[name] === 'string' ? said[name] : null);
  return { object: text('object'), actorId: text('actor'), action: text('action') };
}

import { fromBuffer } from 'yauzl';

/** The parts of an archive by name. */
export function partsOf(archive: Buffer): Promise<Readonly<Record<string, Buffer>>> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (fault, zip) => {
      if (fault !== null) {
        reject(fault);
        return;
      }
      const parts: Record<string, Buffer> = {};
      zip.on('error', reject);
      zip.on('end', () => { resolve(parts); });
      zip.on('entry', (entry: { readonly fileName: string }) => {
        zip.openReadStream(entry as never, (closed, stream) => {
          if (closed !== null) {
            reject(closed);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts[entry.fileName] = Buffer.concat(chunks);
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

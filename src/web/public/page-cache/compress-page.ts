import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type PageEncoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const BROTLI = /(?:^|,)\s*br\s*(?:;\s*q=([\d.]+)\s*)?(?:,|$)/i;
const GZIP = /(?:^|,)\s*gzip\s*(?:;\s*q=([\d.]+)\s*)?(?:,|$)/i;

function accepts(header: string, name: RegExp): boolean {
  const match = name.exec(header);
  return match !== null && (match[1] === undefined || Number(match[1]) > 0);
}

/** The best encoding that a browser accepts, from its Accept-Encoding header. */
export function pageEncodingOf(header: string | undefined): PageEncoding {
  if (header === undefined) return 'identity';
  if (accepts(header, BROTLI)) return 'br';
  return accepts(header, GZIP) ? 'gzip' : 'identity';
}

/**
 * Compresses a page off the request thread. `often` is for pages that are kept and sent many times: smaller, and some milliseconds
 * slower (brotli 9, gzip 9); `once` is for pages made for one person (brotli 4, gzip 6).
 */
export function compressPage(page: Buffer, encoding: PageEncoding, use: 'often' | 'once'): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return brotli(page, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: use === 'often' ? 9 : 4,
          [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
        },
      });
    case 'gzip':
      return deflate(page, { level: use === 'often' ? 9 : 6 });
    case 'identity':
      return Promise.resolve(page);
  }
}

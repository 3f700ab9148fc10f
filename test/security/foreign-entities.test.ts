import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { ZipFile } from 'yazl';
import { readFile } from '../../src/modules/exchange/reading/read-file.ts';
import { READING_LIMITS } from '../../src/modules/exchange/reading/reading-limits.ts';
import { writeXlsx } from '../../src/modules/exchange/writing/write-xlsx.ts';
import { isProgram, listFiles, readText } from '../architecture/source-tree.ts';
import { partsOf } from './workbook-parts.ts';

async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Document types that would read a file, ask an inner service, or grow without end. */
function declarations(address: string): Readonly<Record<string, string>> {
  return {
    'a file': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    'an inner service': `<!DOCTYPE x [<!ENTITY e SYSTEM "${address}">]>`,
    'a document type from outside': `<!DOCTYPE x SYSTEM "${address}">`,
    'a parameter': `<!DOCTYPE x [<!ENTITY % p SYSTEM "${address}"> %p;]>`,
    'a billion laughs': `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'abcdefghij'.charAt(n + 1)} "${`&${'abcdefghij'.charAt(n)};`.repeat(10)}">`).join('')}]>`,
    'an empty one': '<!DOCTYPE x>',
  };
}

test('every part of a workbook that is read refuses a document type, fetches nothing and grows nothing', async () => {
  let reached = 0;
  const inner = createServer((_request, response) => {
    reached += 1;
    response.end('<!ENTITY e "inner">');
  }).listen(0, '127.0.0.1');
  await once(inner, 'listening');
  try {
    const whole = await partsOf(await writeXlsx('Hồ sơ', [['Mã', 'Tên'], ['A1', 'Nguyễn']]));
    const markup = Object.keys(whole).filter((name) => /\.(?:xml|rels)$/u.test(name));
    assert.ok(markup.length >= 4, markup.join());
    let refused = 0;
    for (const [what, declaration] of Object.entries(declarations(`http://127.0.0.1:${String((inner.address() as AddressInfo).port)}/e.dtd`))) {
      for (const part of markup) {
        const text = (whole[part] ?? Buffer.alloc(0)).toString();
        const head = /^<\?xml[^>]*\?>/u.exec(text)?.[0] ?? '';
        const reading = await readFile(await zipped({ ...whole, [part]: `${head}${declaration}${text.slice(head.length).replace('Nguyễn', '&e;')}` }), null, { ...READING_LIMITS, time: 10_000 });
        if (!reading.ok) {
          refused += 1;
          assert.ok(['exchange.document-type', 'exchange.workbook-damaged'].includes(reading.problem.code), `${what} in ${part}: ${reading.problem.code}`);
          continue;
        }
        // A part that is not read at all may hold whatever it likes.
        assert.doesNotMatch(JSON.stringify(reading.rows), /root:|inner|hahaha/u, `${what} in ${part}`);
      }
    }
    assert.ok(refused >= 12, `only ${String(refused)} were refused`);
    assert.equal(reached, 0);
  } finally {
    inner.close();
  }
});

test('there is one reader of XML in the program, and it is the one that is tried here', () => {
  const reading = listFiles().filter((path) => isProgram(path) && /from '(?:saxes|sax|xml2js|fast-xml-parser|@xmldom\/xmldom|libxmljs2?|xmldom|cheerio)'|new DOMParser/u.test(readText(path)));
  assert.deepEqual(reading, ['src/modules/exchange/reading/read-xml.ts']);
});

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import sharp from 'sharp';
import { LOCKED, pdfOfPages } from '../pages/pdf-for-tests.ts';
import { stopPageWorker } from '../pages/pages.ts';
import { photograph, printedPage } from '../pages/printed-page-for-tests.ts';
import { checkUpload } from './check-upload.ts';

const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.from([0, 0, 0, 0]), Buffer.from('mif1heic'), Buffer.alloc(400)]);
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#dddddd' } }).jpeg({ quality: 30 }).toBuffer();
const action = (what: string) => pdfOfPages(1, { page: '/Annots[4 0 R]', more: [`<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A${what}>>`] });

after(() => stopPageWorker());

describe('a file that arrives', () => {
  const verdict = async (bytes: Buffer, name = 'giay.pdf') => {
    const checked = await checkUpload(bytes, name);
    return checked.ok ? { taken: checked.value.mediaType, pages: checked.value.pages, signed: checked.value.signed } : { refused: checked.problem.code, facts: checked.problem.facts };
  };

  for (const [name, bytes, expected] of [
    ['a PDF of three pages', pdfOfPages(3), { taken: 'application/pdf', pages: 3, signed: false }],
    ['a PDF that opens on a page and links to a web address', pdfOfPages(1, { catalogue: '/OpenAction[3 0 R/Fit]', page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.vn)>>>>]' }), { taken: 'application/pdf', pages: 1, signed: false }],
    ['a PDF with a digital signature', pdfOfPages(1, { catalogue: '/AcroForm<</Fields[4 0 R]>>', more: ['<</FT/Sig/T(s)/V<</Type/Sig>>>>'] }), { taken: 'application/pdf', pages: 1, signed: true }],
  ] as const) {
    test(`${name} is taken`, async () => { assert.deepEqual(await verdict(bytes), expected); });
  }

  for (const [name, bytes, code] of [
    ['no bytes', Buffer.alloc(0), 'file.empty'],
    ['a program that calls itself PDF', Buffer.concat([Buffer.from('MZ\u0090\0', 'latin1'), Buffer.alloc(600)]), 'file.wrong-type'],
    ['a text that calls itself PDF', Buffer.from('Đây không phải PDF'), 'file.wrong-type'],
    ['HEIC of an iPhone, whatever it is called', HEIC, 'file.heic'],
    ['a PDF that asks for a password', LOCKED, 'file.locked-pdf'],
    ['a PDF that broke off on its way', pdfOfPages(2).subarray(0, 200), 'file.damaged'],
    ['a PDF that broke off and still has an end', Buffer.concat([pdfOfPages(2).subarray(0, 60), Buffer.from('%%EOF')]), 'file.damaged'],
    ['a PDF without a page', pdfOfPages(0), 'file.damaged'],
    ['a PDF that runs JavaScript when it is opened', pdfOfPages(1, { catalogue: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' }), 'file.active-pdf'],
    ['a PDF that runs JavaScript by name', pdfOfPages(1, { catalogue: '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>' }), 'file.active-pdf'],
    ['a PDF that starts a program', action('<</S/Launch/F(cmd.exe)>>'), 'file.active-pdf'],
    ['a PDF that starts a program behind another action', action('<</S/URI/URI(https://a.vn)/Next[<</S/Launch/F(cmd.exe)>>]>>'), 'file.active-pdf'],
    ['a PDF that sends a form', action('<</S/SubmitForm/F(https://a.vn)>>'), 'file.active-pdf'],
    ['a PDF with a file inside', pdfOfPages(1, { catalogue: '/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>', more: ['<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>', '<</Type/EmbeddedFile/Length 2>>stream\nhi\nendstream'] }), 'file.active-pdf'],
    ['a PDF with a form that is a program (XFA)', pdfOfPages(1, { catalogue: '/AcroForm<</Fields[]/XFA[(template)4 0 R]>>', more: ['<</Length 2>>stream\nhi\nendstream'] }), 'file.active-pdf'],
    ['a PDF with a picture of a billion pixels', pdfOfPages(1, { page: '/Resources<</XObject<</I 4 0 R>>>>', more: ['<</Subtype/Image/Width 40000/Height 30000/ColorSpace/DeviceGray/BitsPerComponent 1/Length 0>>stream\n\nendstream'] }), 'file.too-many-pixels'],
  ] as const) {
    test(`${name} is refused: ${code}`, async () => { assert.equal((await verdict(bytes)).refused, code); });
  }

  test('a scan of 200 pages is refused, and the sentence says how many one file takes', async () => {
    assert.deepEqual(await verdict(pdfOfPages(200)), { refused: 'file.too-many-pages', facts: { fileName: 'giay.pdf', pages: 200, most: 100 } });
    assert.equal((await verdict(pdfOfPages(100))).pages, 100);
  });

  test('a picture of 60 megapixels is refused with what to do, one of 50 is taken', async () => {
    assert.deepEqual(await verdict(await picture(10_000, 6_000), 'to.jpg'), { refused: 'file.too-many-pixels', facts: { fileName: 'to.jpg', most: 60 } });
    assert.deepEqual(await verdict(await picture(10_000, 5_000), 'to.jpg'), { taken: 'image/jpeg', pages: 1, signed: false });
  });

  test('a picture says when it seems blurred, and is taken all the same', async () => {
    const page = printedPage(1300, 1840, 40);
    for (const [blur, warning] of [[undefined, undefined], [6, 'blurred']] as const) {
      const checked = await checkUpload(await photograph(page, 1300, 1840, { ...(blur === undefined ? {} : { blur }), noise: 5 }), 'a.jpg');
      assert.ok(checked.ok);
      assert.equal(checked.value.warning, warning);
    }
  });
});

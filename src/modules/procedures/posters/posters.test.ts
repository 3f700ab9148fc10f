import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { newDocument } from '../../../platform/pdf/pdf-engine.ts';
import { createPdfRenderer } from '../../../platform/pdf/pdf-renderer.ts';
import { PAPER } from '../../../platform/pdf/paper-size.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { VIETNAMESE_LETTERS } from '../../../platform/pdf/vietnamese-letters-for-tests.ts';
import { readPrintedQr } from '../../../platform/qr/read-printed-qr-for-tests.ts';
import { GATE_PICTURE } from '../../../web/public/gate-mark/gate-mark.tsx';
import { effectiveProcedure } from '../domain/effective-procedure.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';
import { buildPosterBook } from './build-poster-book.ts';
import { buildPoster, posterSvg } from './build-poster.ts';
import { layoutPoster } from './layout-poster.ts';
import { POSTER_GATE, POSTER_LOOKS } from './poster-look.ts';
import { posterView, type PosterView } from './poster-view.ts';
import { breakLines, textWidth } from './text-width.ts';

const renderer = createPdfRenderer();
after(() => renderer.stop());

const FOLDER = new URL('../../../../data/procedures/', import.meta.url);
const packs = readdirSync(FOLDER)
  .filter((name) => /^\d\.\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as ProcedurePack)
  .filter((pack) => pack.audience.kind === 'citizen');
const views = packs.map((pack) => posterView(effectiveProcedure(pack, undefined)));
const viewOf = (code: string): PosterView => {
  const view = views.find((candidate) => candidate.code === code);
  if (view === undefined) throw new Error(`no procedure ${code}`);
  return view;
};

const options = {
  size: 'A5',
  office: { communeKind: 'xã', communeName: 'Hoa Lộc', centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc', hotline: '0237 000 0000' },
  publicUrl: 'https://hoaloc.thanhhoa.gov.vn',
  createdAt: Date.UTC(2026, 10, 22),
} as const;

const LONG: PosterView = {
  code: '1.999999',
  field: 'Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã và các tổ chức khác',
  name: 'Phê duyệt hỗ trợ kinh phí đào tạo, tập huấn để chuyển đổi từ chăn nuôi sang các nghề khác; '.repeat(5).slice(0, 400),
  everyday: false,
  time: '30 ngày làm việc',
  fee: 'Hỏi cán bộ tại quầy',
  feeNote: 'Trang 1 và trang 2 của bản chính; từ trang 3 trở đi: 1.000 đ một trang; và còn nhiều điều nữa cần nói thêm ở đây',
  papers: Array.from({ length: 12 }, (_, index) => `Giấy tờ số ${index + 1} ${'kèm theo bản dịch có chứng thực '.repeat(4)}`),
  hasMorePapers: true,
};

test('the widths that break the lines are those of the font', () => {
  const document = newDocument({ title: '', author: '', createdAt: 0 }, PAPER.A5);
  const samples = [...VIETNAMESE_LETTERS, ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), '“', '”', '–', '…', '·'];
  for (const bold of [false, true]) {
    const font = document.provideFont('Be Vietnam Pro', bold, false);
    for (const letter of samples) {
      const [ours, real] = [textWidth(letter, 1000, bold), font.widthOfString(letter, 1000)];
      assert.ok(ours >= real - 1 && ours <= real + 141, `${letter}: ${ours}, font ${real}`);
    }
  }
});

test('a text is broken at its spaces, a long word within it, and what is too much ends in an ellipsis', () => {
  const rule = { width: 60, size: 10, bold: false, maxLines: 2 };
  assert.deepEqual(breakLines('Giấy chứng sinh', rule), ['Giấy chứng', 'sinh']);
  assert.deepEqual(breakLines('Giấy chứng sinh, Giấy khai sinh', rule), ['Giấy chứng', 'sinh, Giấy …']);
  const parts = breakLines('x'.repeat(40), { ...rule, maxLines: 9 });
  assert.equal(parts.join(''), 'x'.repeat(40));
  for (const part of parts) assert.ok(textWidth(part, 10, false) <= 60);
  assert.deepEqual(breakLines('', rule), []);
});

describe('a poster says in short what the procedure says', () => {
  test('a certified copy: everyday name, price per page, what to bring', () => {
    assert.deepEqual(viewOf('2.000815'), {
      code: '2.000815',
      field: 'Chứng thực',
      name: 'Chứng thực bản sao (sao y)',
      everyday: true,
      time: 'Trong ngày',
      fee: '2.000 đ một trang',
      feeNote: 'Trang 1 và trang 2 của bản chính; từ trang 3 trở đi: 1.000 đ một trang',
      papers: ['Bản chính giấy tờ cần sao'],
      hasMorePapers: true,
    });
  });

  test('a birth is free in time, and a further price is named', () => {
    const view = viewOf('1.001193');
    assert.equal(view.fee, 'Không mất tiền');
    assert.match(view.feeNote ?? '', /^Đăng ký khai sinh đúng hạn; mỗi bản sao Giấy khai sinh, nếu xin thêm: 8\.000 đ một bản$/);
  });

  test('a limit or a price that nobody published is not guessed', () => {
    const unknown = packs.find((pack) => pack.timeLimit.unit === 'undetermined' && !pack.fee.known);
    assert.ok(unknown !== undefined);
    const view = posterView(effectiveProcedure(unknown, undefined));
    assert.deepEqual([view.time, view.fee], ['Hỏi cán bộ tại quầy', 'Hỏi cán bộ tại quầy']);
  });

  test('papers of which one is enough share a line', () => {
    const view = viewOf('1.010833');
    assert.ok(view.papers.some((paper) => /^Giấy chứng nhận người có công hoặc huân chương.* hoặc kỷ niệm chương/.test(paper)));
  });
});

for (const size of ['A5', 'A6'] as const) {
  test(`every procedure of the catalogue has an ${size} poster on which nothing overlaps or leaves the page`, () => {
    const { width, height } = PAPER[size];
    const { margin, qr } = POSTER_LOOKS[size];
    for (const view of [...views, LONG, { ...LONG, papers: [], hasMorePapers: false, feeNote: null, name: 'x'.repeat(200) }]) {
      const sheet = layoutPoster(view, { ...options, size });
      const column = (left: boolean) => sheet.texts.filter((line) => line.align === 'left' && line.x < width / 2 === left);
      for (const lines of [column(true), column(false)]) {
        const ordered = lines.toSorted((a, b) => a.baseline - b.baseline);
        for (const [index, line] of ordered.entries()) {
          const before = ordered[index - 1];
          if (before !== undefined) assert.ok(line.baseline - before.baseline >= line.size * 0.95, `${view.code}: “${before.text}” / “${line.text}”`);
          assert.ok(line.baseline < height - margin / 2, `${view.code}: “${line.text}”`);
        }
      }
      const codeTop = height - margin * 0.85 - qr * 1.3;
      const beside = sheet.texts.filter((line) => line.x + line.maxWidth > width - margin - qr - 4 && line.align === 'left' && line.baseline > height - margin - qr);
      assert.deepEqual(beside.map((line) => line.text), [], `${view.code}: text over the code, from ${codeTop}`);
      assert.ok(sheet.texts.some((line) => line.text.includes(`/t/${view.code}`)));
    }
  });

  test(`a name of 400 letters fits an ${size} poster whole or is cut with an ellipsis`, async () => {
    const pdf = readPdf(await renderer.render(buildPoster(LONG, { ...options, size })));
    assert.equal(pdf.pages.length, 1);
    for (const piece of pdf.pages[0]?.pieces ?? []) assert.ok(piece.x >= 0 && piece.x + piece.width <= PAPER[size].width, piece.text);
    assert.match(pdf.pages[0]?.text ?? '', /Phê duyệt hỗ trợ/);
    assert.match(pdf.pages[0]?.text ?? '', /quét mã để xem/i);
  });

  test(`the code printed on an ${size} poster opens the procedure`, async () => {
    const file = await renderer.render(buildPoster(viewOf('1.001193'), { ...options, size }));
    assert.equal(readPrintedQr(file), 'https://hoaloc.thanhhoa.gov.vn/t/1.001193?q=1');
  });
}

test('the poster of a birth reads as it should', async () => {
  const pdf = readPdf(await renderer.render(buildPoster(viewOf('1.001193'), options)));
  assert.equal(
    pdf.pages[0]?.text,
    `Xã Hoa Lộc
Trung tâm Phục vụ hành chính công xã Hoa Lộc
Hộ tịch
Đăng ký khai sinh
Thời hạn Phí, lệ phí
Trong ngày Không mất tiền
Đăng ký khai sinh đúng hạn; mỗi
bản sao Giấy khai sinh, nếu xin
thêm: 8.000 đ một bản
Cần chuẩn bị
Tờ khai đăng ký khai sinh
Giấy chứng sinh
Căn cước của cha, mẹ hoặc người đi khai
và giấy tờ khác: quét mã để xem đủ
Quét mã
để làm ngay
Xem đủ giấy tờ, tải mẫu, khai
sẵn ở nhà.
Không dùng điện thoại? Cán
bộ Một cửa giúp bạn.
Gọi 0237 000 0000
hoaloc.thanhhoa.gov.vn/t/1.001193`,
  );
});

test('the picture form of a poster holds its text as text, fetches nothing and cannot be broken out of', () => {
  const svg = posterSvg({ ...viewOf('1.001193'), name: 'Khai sinh <script>&"' }, options);
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" lang="vi" width="419\.53pt"/);
  assert.match(svg, /<title>Khai sinh &lt;script&gt;&amp;"<\/title>/);
  assert.match(svg, />Tờ khai đăng ký khai sinh<\/text>/);
  assert.doesNotMatch(svg, /<script|href|url\(|@import|<image|<style/);
  assert.ok(svg.length < 12_000, `${svg.length} characters`);
});

test('the mark on the posters is the mark of the pages', () => {
  assert.ok(GATE_PICTURE.includes(`d="${POSTER_GATE.path}"`) && GATE_PICTURE.includes(`d="${POSTER_GATE.beam}"`));
});

test('the book holds every poster once, by field, everyday names first, with a page of contents before a field of several', async () => {
  const some = views.filter((view) => ['Hộ tịch', 'Chứng thực', 'Bảo hiểm'].includes(view.field));
  const pdf = readPdf(await renderer.render(buildPosterBook(some, options)));
  const pages = pdf.pages.map((page) => page.text);
  const codes = pages.flatMap((page) => /\/t\/([\d.]+)$/.exec(page)?.[1] ?? []);
  assert.deepEqual(codes.toSorted(), some.map((view) => view.code).toSorted());
  const dividers = pages.flatMap((page) => /\nLĩnh vực\n(.+)\n(\d+) thủ tục\n/.exec(page)?.slice(1, 3).join(': ') ?? []);
  const count = (field: string) => some.filter((view) => view.field === field).length;
  assert.deepEqual(dividers, [`Chứng thực: ${count('Chứng thực')}`, `Hộ tịch: ${count('Hộ tịch')}`]);
  assert.equal(pages.length, some.length + 2);
  const everyday = codes.map((code) => viewOf(code)).filter((view) => view.field === 'Hộ tịch').map((view) => view.everyday);
  assert.deepEqual(everyday, everyday.toSorted((a, b) => Number(b) - Number(a)));
});

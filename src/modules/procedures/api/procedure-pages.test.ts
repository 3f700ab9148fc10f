import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createProcedureHouse, type ProcedureHouse } from '../../../../test/procedure-house.ts';
import { sumScans } from '../store/poster-scans.ts';

let house: ProcedureHouse;

before(async () => {
  house = await createProcedureHouse();
});

after(async () => {
  await house.close();
});

/** The words of a page without its tags, styles and script. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/gu, ' ');
}

test('the page of a procedure answers what to bring, how long, how much, where and how', async () => {
  const { statusCode, body } = await house.page('/t/1.001193');
  equal(statusCode, 200);
  const words = wordsOf(body);
  for (const said of [
    'Đăng ký khai sinh', 'Thời hạn Trong ngày', 'Phí, lệ phí 0 đ Đăng ký khai sinh đúng hạn', 'Hạn của bạn 60 ngày từ ngày sinh',
    'Nơi nộp Trung tâm Phục vụ hành chính công xã Hoa Lộc', 'Nộp sau 15 giờ mà chưa làm xong thì nhận vào ngày làm việc tiếp theo.',
    'Cần chuẩn bị', 'Một trong các giấy sau', 'Chỉ khi không có giấy chứng sinh', 'Giấy cam đoan về việc sinh', 'Chỉ trong một số trường hợp', 'Chỉ khi trẻ bị bỏ rơi',
    'Không cần mang', 'Giấy chứng nhận kết hôn của cha mẹ', '8.000 đ một bản', 'Giấy khai sinh, có số định danh của bé',
    '7 giờ – 11 giờ 30', 'Các bước trong xã', 'công chức chuyên môn, 2 giờ làm việc', 'Căn cứ pháp lý', '60/2014/QH13',
    'Tên chính thức: Thủ tục đăng ký khai sinh. Mã thủ tục 1.001193.', 'quyết định công bố số 163/QĐ-BTP, dữ liệu công khai của dichvucong.gov.vn, thời điểm tháng 6–7/2026',
    'Xã Số biên tập ngày 22/11/2026', 'Khai ngay tại nhà', 'Đọc to',
  ]) ok(words.includes(said), said);
  match(body, /href="\/khai\/1\.001193"/u);
  match(body, /href="\/viec\/sinh-con"/u);
  match(body, /href="\/t\/1\.001193\/in"/u);
  ok(!words.includes('chatbot'));
});

test('the same page speaks English, and marks what exists in Vietnamese only', async () => {
  const words = wordsOf((await house.page('/t/1.001193?lang=en')).body);
  for (const said of ['Birth registration', 'Time The same day', 'Your deadline 60 days from the day of birth', 'What to prepare', 'One of these papers', 'No need to bring', 'Declare at home now']) {
    ok(words.includes(said), said);
  }
  const official = (await house.page('/t/1.000080?lang=en')).body;
  match(official, /<h1 lang="vi"/u);
  ok(wordsOf(official).includes('The details of this procedure exist in Vietnamese only.'));
});

test('a time limit that nobody knows is said so, with the number to call', async () => {
  const words = wordsOf((await house.page('/t/1.000080')).body);
  ok(words.includes('Thời hạn Chưa xác định – hỏi cán bộ'));
  ok(words.includes('Văn bản công bố chưa ghi rõ thời hạn giải quyết. Bạn vẫn có thể khai trước; gọi 0237 3865 123'));
  ok(!words.includes('Nguồn ghi 7'));
});

test('fees: free, by the page, and unknown', async () => {
  ok(wordsOf((await house.page('/t/2.000815')).body).includes('1.000 đ – 2.000 đ một trang'));
  ok(wordsOf((await house.page('/t/2.000986')).body).includes('Phí, lệ phí Không mất phí'));
  ok(wordsOf((await house.page('/t/1.000080')).body).includes('Mức thu do Hội đồng nhân dân cấp tỉnh quyết định'));
});

const MISSING = ['6.001435', '2.001428', '1.001669', '3.000360', '9.999999', '1.001193x', 'abc', "1.001193'%20or%201=1", '%3Cscript%3Ealert(1)%3C%2Fscript%3E', '..%2F..%2Fetc%2Fpasswd', '%E0%B8%81'];

for (const code of MISSING) {
  test(`/t/${code} is a kind page with the search, not a procedure`, async () => {
    const { statusCode, body } = await house.page(`/t/${code}`);
    equal(statusCode, code === '1.001193x' || code.startsWith("1.001193'") ? 303 : 404);
    if (statusCode === 303) return;
    const words = wordsOf(body);
    ok(words.includes('Không tìm thấy thủ tục này'));
    ok(words.includes('0237 3865 123'));
    match(body, /<form[^>]*action="\/tim"/u);
    match(body, /<meta name="robots" content="noindex"/u);
    ok(!body.includes('<script>alert'));
    for (const suffix of ['in', 'ap-phich.svg', 'ap-phich.pdf']) equal((await house.page(`/t/${code}/${suffix}`)).statusCode, 404, suffix);
  });
}

for (const [long, short] of [
  ['1.001193.000.00.00.H56', '/t/1.001193'],
  ['1.001193.000.00.00.h56', '/t/1.001193'],
  ['1.001193.H56', '/t/1.001193'],
  ['1.001193.000.00.00.H56?q=1', '/t/1.001193?q=1'],
  ['1.001193.000.00.00.H56/in', '/t/1.001193/in'],
] as const) {
  test(`the code as it stands on papers, ${long}, leads to ${short}`, async () => {
    const { statusCode, headers } = await house.page(`/t/${long}`);
    deepEqual([statusCode, headers.location], [303, short]);
  });
}

test('the long form of an address leads to the short one', async () => {
  equal((await house.page('/thu-tuc/1.001193')).headers.location, '/t/1.001193');
  equal((await house.page('/thu-tuc/%2F%2Fevil.example')).headers.location, '/t/%2F%2Fevil.example');
});

test('only a scanned poster is counted, once for each scan, and nothing for codes that are not shown', async () => {
  for (const url of ['/t/1.000656?q=1', '/t/1.000656?q=1&zalo=abc', '/t/1.000656', '/t/1.000656?q=2', '/t/1.000656?q=1&q=1', '/t/9.999999?q=1', '/t/1.001669?q=1', '/t/1.000656/in?q=1']) await house.page(url);
  await house.server.inject({ method: 'HEAD', url: '/t/1.000656?q=1' });
  await house.scans.flush();
  const counts = await sumScans(house.database.db, '16072', '2026-11-23', '2026-11-23');
  deepEqual([...counts].filter(([code]) => code !== '1.001193'), [['1.000656', 2]]);
});

test('a scanned page is the same kept page, and its switches do not lead back to another count', async () => {
  house.pages.clear();
  const plain = await house.page('/t/1.000689');
  const scanned = await house.page('/t/1.000689?q=1');
  equal(house.pages.pageCount, 1);
  equal(scanned.headers.etag, plain.headers.etag);
  ok(!scanned.body.includes('q=1'));
});

test('a kept page answers not-modified to a browser that has it, and is small on the wire', async () => {
  const first = await house.page('/t/1.001193', { 'accept-encoding': 'br' });
  ok(first.rawPayload.length <= 15 * 1024, `${String(first.rawPayload.length)} bytes`);
  const again = await house.page('/t/1.001193', { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) });
  equal(again.statusCode, 304);
});

test('a page changes at once when the commune completes its time limit', async () => {
  ok(wordsOf((await house.page('/t/1.003956')).body).includes('Chưa xác định'));
  const body = { commandId: house.newId(), unit: 'day', value: 11, basis: 'Quyết định 5' };
  equal((await house.call('administrator', 'PUT', '/api/procedures/1.003956/time-limit', body)).status, 200);
  ok(wordsOf((await house.page('/t/1.003956')).body).includes('Thời hạn 11 ngày'));
});

test('before the office was set up every page leads there', async () => {
  const empty = await createProcedureHouse({ office: false });
  try {
    for (const url of ['/t/1.001193', '/tim', '/viec/sinh-con', '/linh-vuc/ho-tich', '/t/1.001193/in', '/t/1.001193/ap-phich.svg']) {
      deepEqual([(await empty.page(url)).statusCode, (await empty.page(url)).headers.location], [303, '/thiet-lap'], url);
    }
  } finally {
    await empty.close();
  }
});

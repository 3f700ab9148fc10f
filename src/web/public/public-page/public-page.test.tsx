import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PublicOffice } from './public-office.ts';
import { type PublicPageProps } from './public-page.tsx';
import { renderPublicPage } from './render-public-page.tsx';

const office: PublicOffice = {
  name: 'Xã Hoa Lộc',
  centreName: 'Trung tâm Phục vụ hành chính công',
  address: 'Thôn Hoa Phú',
  hotline: '0237 000 0000',
  hours: [{ weekday: 1, opens: '07:00', closes: '11:30' }],
};

function render(props: Partial<Omit<PublicPageProps, 'children'>> = {}): string {
  return renderPublicPage(
    { context: { locale: 'vi', display: { scale: '100', contrast: 'normal' }, cookies: {} }, office, title: 'Đăng ký <khai sinh>', path: '/thu-tuc/1?x=1&y=2', ...props },
    <h1>Nội dung</h1>,
  );
}

test('a page is a whole document with language, title, skip link, header, main, footer and script, in this order', () => {
  const order = ['<!doctype html><html lang="vi">', '<title>Đăng ký &lt;khai sinh&gt; – Xã Hoa Lộc</title>', '<style>', 'href="#noi-dung"', '<header', '<main id="noi-dung"', '<h1>Nội dung</h1>', '<footer', '<script>'];
  const places = order.map((piece) => render().indexOf(piece));
  assert.ok(places.every((place) => place >= 0), JSON.stringify(places));
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
});

test('every page says what officers never ask for, with the hotline as a link that dials', () => {
  const page = render();
  assert.ok(page.includes('Cán bộ không bao giờ hỏi mã OTP, mật khẩu.'));
  assert.ok(page.includes('href="tel:02370000000"'));
  assert.ok(page.includes('Giờ làm việc: 7 giờ – 11 giờ 30, thứ Hai.'));
});

test('the choices of the visitor are attributes of the document, and the usual ones leave no trace', () => {
  assert.match(render(), /<html lang="vi">/);
  const page = render({ context: { locale: 'en', display: { scale: '150', contrast: 'high' }, cookies: { 'mau-nen': 'toi' } } });
  assert.match(page, /<html lang="en" data-scale="150" data-contrast="high" data-theme="dark">/);
});

test('the switches are links that work without a script and come back to this page', () => {
  const page = render();
  const back = encodeURIComponent('/thu-tuc/1?x=1&y=2');
  for (const choice of ['co-chu=125', 'ngon-ngu=en', 'tuong-phan=cao']) assert.ok(page.includes(`href="/lua-chon?${choice}&amp;ve=${back}"`), choice);
});

test('a personal page keeps out of search engines, a page for everybody does not', () => {
  assert.ok(render({ indexed: false }).includes('<meta name="robots" content="noindex"/>'));
  assert.ok(!render().includes('noindex'));
});

test('a page can be drawn before the office is known', () => {
  const page = render({ office: undefined });
  assert.ok(page.includes('Bộ phận Một cửa'));
  assert.ok(!page.includes('tel:'));
});

test('the title of the first page begins with the name of the office', () => {
  assert.ok(render({ path: '/', title: 'Một cửa điện tử' }).includes('<title>Xã Hoa Lộc – Một cửa điện tử</title>'));
});

test('a long name of an office is written whole', () => {
  const name = 'Đặc khu Hoàng Sa và các đảo lân cận thuộc thành phố trực thuộc trung ương';
  assert.ok(render({ office: { ...office, name } }).includes(`<b>${name}</b>`));
});

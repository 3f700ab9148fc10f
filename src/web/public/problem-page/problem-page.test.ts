import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RequestContext } from '../../../platform/http/route.ts';
import { createProblemPage } from './problem-page.tsx';

const office = { name: 'Xã Hoa Lộc', centreName: 'Trung tâm', address: 'Thôn Hoa Phú', hotline: '0237 000 0000', hours: [] };

function context(locale: 'vi' | 'en'): RequestContext {
  return { actor: { kind: 'anonymous' }, now: new Date(0), locale, display: { scale: '100', contrast: 'normal' }, requestId: 'yeu-cau-1', address: '', userAgent: '', cookies: {} };
}

const view = { status: 404, code: 'request.not-found', message: 'Không có trang này. Kiểm tra lại địa chỉ.', faults: [], requestId: 'yeu-cau-1' } as const;

test('a refusal says what happened, what to do next, whom to call and under which number', () => {
  const page = createProblemPage(() => office)(view, context('vi'));
  for (const words of ['<h1>Không có trang này</h1>', 'Kiểm tra lại địa chỉ.', 'href="/"', 'gọi 0237 000 0000', 'yeu-cau-1', 'noindex']) assert.ok(page.includes(words), words);
  assert.ok(!page.includes('request.not-found'), 'never a bare code');
});

test('it is drawn in the language of the visitor, also when the office is not known', () => {
  const page = createProblemPage(() => undefined)(view, context('en'));
  assert.ok(page.includes('<h1>There is no such page</h1>'));
  assert.ok(page.includes('tell the one-stop office this visit number'));
});

test('faults of a form are listed, with the advice to go back', () => {
  const page = createProblemPage(() => office)({ ...view, status: 422, faults: [{ field: 'name', code: 'field.required', message: 'Mục này bắt buộc phải có.' }] }, context('vi'));
  assert.ok(page.includes('<li>Mục này bắt buộc phải có.</li>'));
  assert.ok(page.includes('Bấm nút quay lại của trình duyệt'));
});

test('a status without words of its own has a heading too', () => {
  assert.ok(createProblemPage(() => office)({ ...view, status: 409 }, context('vi')).includes('<h1>Chưa làm được việc này</h1>'));
});

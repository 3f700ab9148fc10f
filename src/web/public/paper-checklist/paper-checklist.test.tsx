import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { PaperChecklist } from './paper-checklist.tsx';

test('a paper is a box with its name as label and its help as description', () => {
  const list = renderToStaticMarkup(<PaperChecklist locale="vi" remember="1.001193" papers={[{ id: 'birth.notice', name: 'Giấy chứng sinh', help: 'Bệnh viện cấp.', note: 'Nộp bản chính.' }]} />);
  assert.match(list, /<input type="checkbox" id="o-giay-birth-notice" autoComplete="off" aria-describedby="o-giay-birth-notice-help" value="birth.notice"\/>/);
  assert.match(list, /<label for="o-giay-birth-notice"><span class="paper-name">Giấy chứng sinh<\/span><\/label>/);
  assert.match(list, /<p>Nộp bản chính.<\/p><p>Bệnh viện cấp.<\/p>/);
});

test('ticks are never sent: the boxes have no name and stand in no form', () => {
  const list = renderToStaticMarkup(<PaperChecklist locale="vi" papers={[{ id: 'a', name: 'A' }]} />);
  assert.doesNotMatch(list, / name=|<form/);
});

test('the condition of a paper is read before its name', () => {
  const list = renderToStaticMarkup(<PaperChecklist locale="vi" papers={[{ id: 'a', name: 'Văn bản của người làm chứng', onlyWhen: 'Chỉ khi không có giấy chứng sinh' }]} />);
  assert.ok(list.indexOf('Chỉ khi') < list.indexOf('Văn bản'));
});

test('only a list with a key is remembered by the phone', () => {
  assert.match(renderToStaticMarkup(<PaperChecklist locale="vi" remember="k" papers={[]} />), /data-checklist="k".*data-kept/);
  assert.doesNotMatch(renderToStaticMarkup(<PaperChecklist locale="vi" papers={[]} />), /data-checklist|data-kept/);
});

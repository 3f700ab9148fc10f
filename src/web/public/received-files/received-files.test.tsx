import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { ReceivedFiles } from './received-files.tsx';
import { sizeInWords } from './size-in-words.ts';

const FILE = { id: '1', fileName: 'a.jpg', mediaType: 'image/jpeg', byteCount: 319_488, pages: 1, turn: 0, signed: false, looks: null, keptAnyway: false, picture: '/giay-to/t/anh/1' } as const;

test('the receipt names each file with its picture, kind and size, and says that the server has all of it', () => {
  const list = renderToStaticMarkup(<ReceivedFiles locale="vi" files={[FILE, { ...FILE, id: '2', fileName: 'b.pdf', mediaType: 'application/pdf', pages: 3, byteCount: 1_468_006 }]} />);
  assert.match(list, /<img src="\/giay-to\/t\/anh\/1" alt="Xem a.jpg"/);
  assert.match(list, /Ảnh · 312 KB/);
  assert.match(list, /PDF, 3 trang · 1,4 MB/);
  assert.equal(list.match(/Máy chủ đã nhận đủ/g)?.length, 2);
  assert.match(renderToStaticMarkup(<ReceivedFiles locale="en" files={[]} />), /No file yet/);
});

test('sizes are said in whole kilobytes and tenths of megabytes, never as nothing', () => {
  assert.deepEqual([1, 1024, 1_048_575, 1_048_576, 15_728_640].map(sizeInWords), ['1 KB', '1 KB', '1,0 MB', '1,0 MB', '15,0 MB']);
});

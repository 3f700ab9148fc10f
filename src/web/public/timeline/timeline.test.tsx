import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Timeline } from './timeline.tsx';

test('the state of every step is said in words, and the step under way is marked as current', () => {
  const line = renderToStaticMarkup(
    <Timeline
      locale="vi"
      steps={[
        { title: 'Tiếp nhận', when: '8 giờ', state: 'done' },
        { title: 'Thẩm định', state: 'now' },
        { title: 'Trả kết quả', state: 'next' },
        { title: 'Rút', state: 'stopped' },
      ]}
    />,
  );
  for (const words of ['Đã xong: </span>Tiếp nhận', 'Đang làm: </span>Thẩm định', 'Sắp tới: </span>Trả kết quả', 'Đã dừng: </span>Rút']) assert.ok(line.includes(words), words);
  assert.equal(line.match(/aria-current="step"/g)?.length, 1);
});

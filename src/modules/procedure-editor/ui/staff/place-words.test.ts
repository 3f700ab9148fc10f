import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDITOR_WORDS } from './editor-messages.ts';
import { placeWords } from './place-words.ts';

for (const [path, words] of [
  ['name', 'Tên theo công bố'],
  ['papers[birth-notice].name.vi', 'Giấy tờ phải có › birth-notice › Tên giấy tờ › Tiếng Việt'],
  ['fee.lines[1].amount', 'Khoản thu › Các khoản › 2 › Số tiền (đồng)'],
  ['results[0].en', 'Kết quả › 1 › Tiếng Anh'],
  ['legalBasis[60/2014/QH13]', 'Căn cứ pháp lý › 60/2014/QH13'],
  ['something.else', 'something › else'],
] as const) {
  test(`${path} is read as ${words}`, () => {
    assert.equal(placeWords(path, (word) => EDITOR_WORDS.vi[word]), words);
  });
}

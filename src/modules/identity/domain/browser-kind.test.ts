import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserKind, browserWords, isAnotherBrowser } from './browser-kind.ts';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const EDGE = `${CHROME} Edg/140.0.0.0`;
const COC_COC = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/140.0.1 Chrome/134.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const ANDROID_WIDE = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const IPAD_WIDE = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

test('browsers are told apart although each calls itself by the names of others', () => {
  assert.deepEqual([CHROME, EDGE, COC_COC, FIREFOX, IPHONE].map((agent) => browserKind(agent).browser), ['Chrome', 'Edge', 'Cốc Cốc', 'Firefox', 'Safari']);
  assert.deepEqual([CHROME, ANDROID, IPHONE, IPAD_WIDE].map((agent) => browserKind(agent).system), ['Windows', 'Android', 'iOS', 'macOS']);
  assert.deepEqual([browserWords(CHROME), browserWords('curl/8.5.0'), browserWords('')], ['Chrome, Windows', 'curl', '']);
});

test('a new version is the same browser, and so is a phone that asks for the page for computers', () => {
  assert.equal(isAnotherBrowser(CHROME, CHROME.replaceAll('140', '141')), false);
  assert.equal(isAnotherBrowser(ANDROID, ANDROID_WIDE), false);
  assert.equal(isAnotherBrowser(IPHONE, IPAD_WIDE), false);
});

test('another make, another system and a program that is no browser are somebody else', () => {
  for (const used of [FIREFOX, EDGE, COC_COC, ANDROID, 'curl/8.5.0', 'python-requests/2.31', '']) assert.equal(isAnotherBrowser(CHROME, used), true, used);
});

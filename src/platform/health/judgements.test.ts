import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { judgeCertificate } from './check-certificate.ts';
import { judgeConfiguration, type WeakConfig } from './check-configuration.ts';
import { judgeDatabase } from './check-database.ts';
import { finding, worstGrade } from './finding.ts';
import { HEALTH_WORDS, sayFinding } from './health-words.ts';

const NOW = new Date('2026-11-26T08:00:00+07:00');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000 + 1000);
const LOCAL: WeakConfig = { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:8080', exchange: undefined, agencies: undefined };

describe('judgements of health', () => {
  test('a certificate is judged by its last day and by who trusts it', () => {
    const judge = (days: number, distrust: string | null = null) => { const { code, grade } = judgeCertificate({ until: inDays(days), distrust }, 'https://xa.vn', NOW); return `${code} ${grade}`; };
    assert.equal(judge(90), 'certificate.well well');
    assert.equal(judge(13), 'certificate.ends-soon attention');
    assert.equal(judge(2), 'certificate.ends-soon bad');
    assert.equal(judge(-2), 'certificate.ended bad');
    assert.equal(judge(90, 'SELF_SIGNED_CERT'), 'certificate.distrusted bad');
  });

  test('a program open to the network without HTTPS, a line in the clear and a readable key are weak', () => {
    const codes = (change: Partial<WeakConfig>, mode = 0o100600, platform = 'linux') => judgeConfiguration({ ...LOCAL, ...change }, mode, platform).map(({ code }) => code);
    assert.deepEqual(codes({}), ['configuration.well']);
    assert.deepEqual(codes({ host: '0.0.0.0', publicUrl: 'http://10.0.0.5:8080' }), ['configuration.open-without-https']);
    assert.deepEqual(codes({ host: '0.0.0.0', publicUrl: 'https://xa.vn' }), ['configuration.well']);
    assert.deepEqual(codes({ publicUrl: 'http://xa.vn' }), ['configuration.public-without-https']);
    assert.deepEqual(codes({ exchange: { url: 'http://tinh.vn/api', token: undefined }, agencies: { url: 'http://127.0.0.1/', token: undefined } }), ['configuration.line-in-the-clear']);
    assert.deepEqual(codes({}, 0o100644), ['configuration.key-readable']);
    assert.deepEqual(codes({}, 0o100644, 'win32'), ['configuration.well']);
  });

  test('a database is judged by its version, its role and its schema', () => {
    const whole = { version: 180_004, versionName: '18.4', hasRole: true, hasLogin: true, applied: 30, unreadable: [], changeable: [], open: [] };
    const codes = (change: object) => judgeDatabase({ ...whole, ...change }, 30).map(({ code, grade }) => `${code} ${grade}`);
    assert.deepEqual(codes({}), ['database.well well']);
    assert.deepEqual(codes({ version: 140_010, hasRole: false }), ['database.too-old bad', 'database.role-missing bad']);
    assert.deepEqual(codes({ hasLogin: false }), ['database.login-missing attention']);
    assert.deepEqual(codes({ applied: 28 }), ['database.schema-behind attention']);
    assert.deepEqual(codes({ applied: 31 }), ['database.schema-ahead bad']);
    assert.deepEqual(codes({ open: ['dossier'] }), ['database.rows-open bad']);
  });

  test('the worst finding is the grade of the whole', () => {
    assert.equal(worstGrade([]), 'well');
    assert.equal(worstGrade([finding('a', 'well'), finding('b', 'attention')]), 'attention');
    assert.equal(worstGrade([finding('a', 'bad'), finding('b', 'attention')]), 'bad');
  });

  test('every finding has words in both languages with the same places, and what is not well says what to do', async () => {
    const sources = await Promise.all([new URL('./', import.meta.url), new URL('../../modules/identity/api/', import.meta.url)].map(async (folder) =>
      Promise.all((await readdir(folder)).filter((name) => /^(?:check-|examine).*\.ts$/u.test(name) && !name.endsWith('.test.ts')).map((name) => readFile(new URL(name, folder), 'utf8')))));
    const named = [...sources.flat().join('\n').matchAll(/'((?:disk|clock|database|backups|certificate|jobs|files|configuration|accounts|examination)\.[a-z-]+)'/gu)].map(([, code]) => code ?? '');
    assert.deepEqual([...new Set(named)].filter((code) => HEALTH_WORDS[code] === undefined), []);
    const places = (words: readonly string[]) => [...new Set(words.join(' ').match(/\{\w+\}/gu) ?? [])].sort();
    for (const [code, { vi, en }] of Object.entries(HEALTH_WORDS)) {
      assert.deepEqual(places(vi), places(en), code);
      if (!/well$/u.test(code)) assert.ok([...vi, ...en].every((sentence) => sentence.length > 10), code);
    }
    assert.equal(sayFinding(finding('clock.differs', 'bad', { seconds: 90 }), 'vi').what, 'Đồng hồ máy lệch 90 giây so với máy chủ cơ sở dữ liệu.');
  });
});

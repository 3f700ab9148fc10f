import { equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { LOCALES } from '../../../../platform/i18n/locale.ts';
import { type PublicOffice } from '../../../../web/public/public-page/public-office.ts';
import { effectiveProcedure, type TimeLimitCompletion } from '../../domain/effective-procedure.ts';
import { loadReport } from '../../domain/load-report.ts';
import { feeWords, nameWords, notReceivableWords } from '../procedure-words.ts';
import { ProcedurePage } from './procedure-page.tsx';

const OFFICE: PublicOffice = {
  name: 'Xã Hoa Lộc',
  centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc',
  address: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa',
  hotline: '0237 3865 123',
  hours: [{ weekday: 1, opens: '07:00', closes: '11:30' }],
};
const COMPLETION: TimeLimitCompletion = { limit: { unit: 'working-day', value: 5 }, basis: 'Quyết định 12', completedAt: 0, completedBy: '' };

const folder = new URL('../../../../../data/procedures/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'synonyms.json');
const { packs } = loadReport(files.map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') })), '2026-11-23');

/** The signs of a sentence that was cut off, of a value that was forgotten and of a place that was not filled. */
const WRONG = /…|\.\.\.|\bundefined\b|\bnull\b|\bNaN\b|\[object|\{\w+\}|\.\.| {2}|,,/u;

for (const locale of LOCALES) {
  test(`every procedure for citizens has its page in ${locale}, whole and with one heading`, () => {
    ok(packs.length > 300);
    for (const pack of packs) {
      for (const completion of pack.timeLimit.unit === 'undetermined' ? [undefined, COMPLETION] : [undefined]) {
        const procedure = effectiveProcedure(pack, completion);
        const html = renderToStaticMarkup(<ProcedurePage locale={locale} office={OFFICE} procedure={procedure} related={[]} kiosk={false} />);
        const text = html.replace(/<[^>]+>/gu, '\n');
        const wrong = WRONG.exec(text);
        ok(wrong === null, `${pack.code}: ${text.slice(Math.max(0, (wrong?.index ?? 0) - 60), (wrong?.index ?? 0) + 30)}`);
        equal((html.match(/<h1[ >]/gu) ?? []).length, 1, pack.code);
        const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map((found) => found[1]);
        equal(new Set(ids).size, ids.length, `${pack.code}: an id stands twice`);
        equal((html.match(/type="checkbox"/gu) ?? []).length, pack.papers.length, pack.code);
        ok(!/chatbot|@[0-9a-f]{8}|\.json/u.test(html), pack.code);
      }
    }
  });

  test(`every procedure has words for staff in ${locale}`, () => {
    for (const pack of packs) {
      const procedure = effectiveProcedure(pack, undefined);
      ok(nameWords(pack, locale).length > 3, pack.code);
      ok(!WRONG.test(feeWords(pack.fee, locale)), `${pack.code}: ${feeWords(pack.fee, locale)}`);
      equal(notReceivableWords(procedure, locale) === null, pack.timeLimit.unit !== 'undetermined', pack.code);
    }
  });
}

test('what the province set stands on the page with its basis and day: in place of “ask the officer”, beside what is published, or instead of it', () => {
  const page = (code: string, replaces: boolean, locale: 'vi' | 'en' = 'vi'): string => {
    const pack = packs.find((one) => one.code === code);
    if (pack === undefined) throw new Error(code);
    const local = { label: { vi: 'Lệ phí hộ tịch', en: 'Civil-status charge' }, amount: 15_000, unit: 'case' as const, basis: 'Nghị quyết 12/2026/NQ-HĐND', validFrom: '2026-11-01', replaces };
    return renderToStaticMarkup(<ProcedurePage locale={locale} office={OFFICE} procedure={effectiveProcedure(pack, undefined)} localFees={[local]} related={[]} kiosk={false} />).replace(/<[^>]+>/gu, ' ').replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ');
  };
  ok(page('1.004873', false).includes('Phí, lệ phí 15.000 đ Lệ phí hộ tịch'));
  ok(page('1.004873', false).includes('Mức của tỉnh từ 01/11/2026: Nghị quyết 12/2026/NQ-HĐND'));
  ok(page('1.004873', false, 'en').includes('Set by the province from 1 November 2026: Nghị quyết 12/2026/NQ-HĐND'));
  const birth = page('1.001193', false);
  ok(birth.includes('Phí, lệ phí 0 đ Đăng ký khai sinh đúng hạn') && birth.includes('15.000 đ') && birth.includes('8.000 đ một bản'));
  const shop = page('1.001612', true);
  ok(shop.includes('Phí, lệ phí 15.000 đ') && !shop.includes('Lệ phí đăng ký hộ kinh doanh, nộp tại quầy'));
});

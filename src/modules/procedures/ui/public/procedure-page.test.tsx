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

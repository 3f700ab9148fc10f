import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { loadPacks } from '../modules/procedures/index.ts';
import { drawPaper, findPaper } from '../modules/official-papers/index.ts';
import { readPdf } from '../platform/pdf/read-pdf-for-tests.ts';
import { renderPdf, stopPdfWorker } from '../platform/pdf/render-pdf.ts';
import { loadDemo } from './index.ts';

const NOW = new Date('2026-11-20T10:31:12+07:00');

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
  await loadPacks(database.owner.db, new URL('../../data/procedures/', import.meta.url), NOW);
  assert.equal(await loadDemo(database.owner.db, NOW), true);
});
after(async () => {
  await stopPdfWorker();
  await database.close();
});

const ask = async <T extends object>(text: string): Promise<readonly T[]> => (await database.owner.pool.query<T>(text)).rows;

test('every received dossier has its receipt, every refused one its refusal, whoever was asked the request, and one an apology', async () => {
  const [counts] = await ask<Record<string, number>>(`
    select (select count(*)::int from dossier where received_at is not null) as received, (select count(*)::int from official_paper where kind = 'receipt') as receipts,
      (select count(*)::int from dossier where state = 'rejected') as refused, (select count(*)::int from official_paper where kind = 'refusal') as refusals,
      (select count(*)::int from supplement_request where opened_at is not null) as asked, (select count(*)::int from official_paper where kind = 'supplement') as requests,
      (select count(*)::int from dossier_extension where status = 'issued') as extended, (select count(*)::int from official_paper where kind = 'apology') as apologies`);
  assert.ok(counts !== undefined);
  assert.ok((counts['received'] ?? 0) > 600 && (counts['refused'] ?? 0) > 0 && (counts['asked'] ?? 0) > 1);
  assert.deepEqual([counts['receipts'], counts['refusals'], counts['requests'], counts['apologies']], [counts['received'], counts['refused'], counts['asked'], counts['extended']]);
  assert.equal(counts['extended'], 1);
});

test('papers are numbered by kind and year from 1 without gaps, in the order of their moments, none after now, all marked', async () => {
  const papers = await ask<{ kind: string; year: number; number: number; issued_at: Date; synthetic: boolean }>('select kind, year, number, issued_at, synthetic from official_paper order by kind, year, number');
  for (const [place, paper] of papers.entries()) {
    const before = papers[place - 1];
    const first = before?.kind !== paper.kind || before.year !== paper.year;
    assert.equal(paper.number, first ? 1 : before.number + 1);
    assert.ok(first || before.issued_at <= paper.issued_at, `${paper.kind} ${String(paper.number)}`);
    assert.ok(paper.issued_at <= NOW && paper.synthetic);
  }
  assert.deepEqual([...new Set(papers.map(({ kind }) => kind))].sort(), ['apology', 'hand-over-slip', 'receipt', 'refusal', 'register-book', 'result-receipt', 'supplement']);
});

test('one paper of every kind can be printed', async () => {
  const newest = await ask<{ id: string; kind: string; title: string }>("select distinct on (kind) id, kind, view->'template'->>'title' as title from official_paper order by kind, number desc");
  for (const { id, title } of newest) {
    const row = await findPaper(database.db, '16072', id);
    const [flow] = row === undefined ? [] : drawPaper(row, { publicUrl: 'http://xa.test', trackingLink: () => 'http://xa.test/h/x' });
    assert.ok(flow !== undefined);
    const words = readPdf(await renderPdf(flow)).pages.map(({ text }) => text).join('').replace(/\s/gu, '');
    assert.ok(words.includes(title.toLocaleUpperCase('vi').replace(/\s/gu, '')), title);
  }
});

test('papers say how they were taken: what was looked up where and when, which originals stay on which shelf', async () => {
  const [facts] = await ask<{ looked: number; unnamed: number; kept: number; shelved: number; pages: number }>(`
    select count(*) filter (where source = 'database')::int as looked, count(*) filter (where source = 'database' and database_name is null)::int as unnamed,
      count(*) filter (where original_kept)::int as kept, count(shelf)::int as shelved, count(page_count)::int as pages from dossier_paper`);
  assert.ok(facts !== undefined && facts.looked > 20 && facts.unnamed === 0 && facts.kept > 20 && facts.kept === facts.shelved && facts.pages > facts.kept);
});

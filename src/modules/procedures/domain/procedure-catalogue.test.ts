import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadReport } from './load-report.ts';

const folder = new URL('../../../../data/procedures/', import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'synonyms.json')
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
const report = loadReport(files, '2026-11-22');

/** The national codes of the published commune procedures that the catalogue was made from. */
const NATIONAL = `
  1.000080 1.000094 1.000110 1.000253 1.000314 1.000419 1.000593 1.000656 1.000689 1.000893 1.000894 1.001022
  1.001193 1.001266 1.001570 1.001612 1.001653 1.001662 1.001669 1.001695 1.001699 1.001731 1.001766 1.001776
  1.002211 1.002372 1.002544 1.002693 1.002755 1.003005 1.003133 1.003197 1.003347 1.003434 1.003440 1.003446
  1.003471 1.003583 1.003596 1.003658 1.003677 1.003930 1.003956 1.003970 1.004002 1.004036 1.004047 1.004088
  1.004194 1.004222 1.004327 1.004335 1.004478 1.004498 1.004656 1.004680 1.004746 1.004772 1.004827 1.004837
  1.004845 1.004859 1.004873 1.004884 1.004901 1.004979 1.004982 1.005010 1.005040 1.005277 1.005280 1.005378
  1.005412 1.005461 1.006391 1.007919 1.008004 1.009444 1.009447 1.009452 1.009453 1.009454 1.009455 1.009465
  1.009794 1.010028 1.010038 1.010039 1.010040 1.010041 1.010055 1.010091 1.010092 1.010101 1.010385 1.010386
  1.010736 1.010824 1.010833 1.011441 1.011471 1.011518 1.011606 1.011607 1.011608 1.011609 1.011727 1.011728
  1.012379 1.012531 1.012533 1.012537 1.012538 1.012563 1.012564 1.012566 1.012575 1.012590 1.012591 1.012592
  1.012680 1.012694 1.012753 1.012766 1.012796 1.012812 1.012817 1.012818 1.012836 1.012837 1.012888 1.012892
  1.012893 1.012897 1.012898 1.012922 1.012994 1.012995 1.012996 1.013061 1.013065 1.013066 1.013067 1.013076
  1.013079 1.013080 1.013082 1.013083 1.013086 1.013123 1.013128 1.013133 1.013134 1.013135 1.013136 1.013137
  1.013138 1.013139 1.013140 1.013141 1.013142 1.013143 1.013144 1.013145 1.013146 1.013147 1.013148 1.013149
  1.013150 1.013151 1.013152 1.013155 1.013157 1.013159 1.013160 1.013161 1.013163 1.013170 1.013173 1.013181
  1.013182 1.013196 1.013225 1.013226 1.013227 1.013228 1.013229 1.013232 1.013234 1.013239 1.013274 1.013313
  1.013314 1.013442 1.013455 1.013949 1.013950 1.013952 1.013953 1.013962 1.013965 1.013967 1.013978 1.013979
  1.013997 1.014028 1.014034 1.014035 1.014056 1.014057 1.014058 1.014059 1.014060 1.014061 1.014062 1.014063
  1.014064 1.014065 1.014066 1.014067 1.014068 1.014155 1.014156 1.014157 1.014158 1.014159 1.014208 1.014258
  1.014259 1.014275 1.014284 1.014363 1.014364 1.014371 1.014535 1.014632 1.014736 1.014737 1.014801 1.014832
  1.014848 1.014849 1.014850 1.014851 1.014852 1.014853 1.014859 1.014860 1.014862 1.014863 1.014864 1.115148
  2.000286 2.000424 2.000497 2.000513 2.000522 2.000528 2.000547 2.000554 2.000575 2.000635 2.000720 2.000748
  2.000756 2.000779 2.000806 2.000815 2.000884 2.000908 2.000913 2.000927 2.000930 2.000942 2.000950 2.000986
  2.000992 2.001008 2.001016 2.001019 2.001023 2.001035 2.001159 2.001211 2.001212 2.001214 2.001215 2.001217
  2.001218 2.001255 2.001263 2.001406 2.001428 2.001621 2.001627 2.001659 2.001709 2.001711 2.001827 2.001921
  2.001958 2.002080 2.002123 2.002165 2.002189 2.002226 2.002228 2.002349 2.002363 2.002516 2.002635 2.002636
  2.002637 2.002638 2.002639 2.002640 2.002641 2.002642 2.002643 2.002648 2.002649 2.002668 2.002755 2.002757
  2.002761 2.002762 2.002763 2.002764 2.002765 2.002766 3.000224 3.000226 3.000228 3.000243 3.000244 3.000246
  3.000250 3.000272 3.000274 3.000283 3.000284 3.000285 3.000286 3.000322 3.000323 3.000331 3.000332 3.000360
  3.000381 3.000410 3.000412 3.000421 3.000422 3.000423 3.000439 3.000441 3.000442 3.000443 3.000494 3.000498
  3.000502 3.000509 3.000510 3.000527 6.001435 6.003494 6.006594 6.006595 6.006596 6.006597

`;

/** Seven procedures that the source publishes without a national code. */
const WITHOUT_NATIONAL_CODE = ['0.000001', '0.000002', '0.000003', '0.000004', '0.000005', '0.000006', '0.000007'];

const HIDDEN = {
  internal: ['6.001435', '6.003494', '6.006594', '6.006595', '6.006596', '6.006597'],
  'decision-title': ['2.001428', '3.000226', '3.000243', '3.000244', '3.000246', '3.000283', '3.000331'],
  'district-level': [
    '1.001669', '1.002544', '1.010385', '1.011727', '1.012994', '1.013134', '1.014208', '2.001709', '3.000224', '3.000272',
    '3.000274', '3.000284', '3.000285', '3.000286', '3.000332', '3.000422',
  ],
  'not-commune': ['3.000360', '3.000381'],
};

const visible = [...report.versions.values()].flat().filter((pack) => pack.audience.kind === 'citizen');

/** Every text inside a value, with its path. */
function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

test('every pack of the catalogue is sound', () => {
  deepEqual(report.faults.map((fault) => `${fault.file} ${fault.field}: ${fault.words.en}`), []);
});

test('all 377 procedures of the source are there, each code exactly once', () => {
  const wanted = [...NATIONAL.trim().split(/\s+/u), ...WITHOUT_NATIONAL_CODE].sort();
  equal(wanted.length, 377);
  equal(files.length, 377);
  deepEqual([...report.versions.keys()].sort(), wanted);
  ok([...report.versions.values()].every((versions) => versions.length === 1));
});

for (const [reason, codes] of Object.entries(HIDDEN)) {
  test(`the ${String(codes.length)} records hidden as ${reason} are exactly the known ones, each with its reason in words`, () => {
    const found = report.hidden.filter((one) => one.reason === reason);
    deepEqual(found.map((one) => one.code).sort(), codes);
    ok(found.every((one) => one.detail.length > 20));
  });
}

test('no visible procedure has an internal code, a decision for a name, or the abolished district level as its place', () => {
  const wrong = visible.filter(
    (pack) =>
      pack.code.startsWith('6.') ||
      pack.name.startsWith('Công bố Danh mục') ||
      [pack.name, pack.authority ?? '', ...pack.results.map((one) => one.vi)].some((text) => /cấp huyện|công an huyện/iu.test(text)),
  );
  deepEqual(wrong.map((pack) => pack.code), []);
});

test('no text of a visible procedure ends in “…” or speaks of a source file', () => {
  const wrong = visible.flatMap((pack) =>
    texts({ ...pack, source: null }, pack.code).filter(([, text]) => /(?:…|\.{3})\s*$/u.test(text) || /\.docx?\b|\bMã: ?KQ|<[a-z]+>|\p{Ll}\p{Lu}\p{Ll}/u.test(text)),
  );
  deepEqual(wrong, []);
});

test('a time limit without a unit in the source is undetermined and says so, in civil status and certification the rules of law fill in', () => {
  for (const one of report.undetermined) {
    const [pack] = report.versions.get(one.code) ?? [];
    ok(pack?.timeLimit.note !== null, one.code);
  }
  const certification = visible.filter((pack) => pack.field === 'Chứng thực');
  equal(certification.length, 12);
  deepEqual(certification.filter((pack) => pack.timeLimit.unit === 'undetermined'), []);
});

test('the interlinked birth group keeps the three working days of the decree of 2026', () => {
  const [pack] = report.versions.get('2.000986') ?? [];
  equal(pack?.timeLimit.unit, 'working-day');
  equal(pack.timeLimit.value, 3);
  equal(pack.validFrom, '2026-09-01');
});

test('civil status packs end before the Civil Status Law of 2026 begins', () => {
  const open = [...report.versions.values()].flat().filter((pack) => pack.field === 'Hộ tịch' && (pack.validTo === null || pack.validTo >= '2027-03-01'));
  deepEqual(open.map((pack) => pack.code), []);
});

test('every visible procedure names its source and says how it may be filed', () => {
  ok(visible.every((pack) => pack.source.reference !== '' && pack.channels.length > 0 && pack.papers.length > 0));
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { loadReport, type PackFile } from './load-report.ts';

const label = { vi: 'Bước', en: 'Step' };

function file(code: string, parts: Readonly<Record<string, unknown>> = {}, name = `${code}.json`): PackFile {
  const value = {
    code, version: 1, validFrom: '2025-07-01', validTo: null, name: `Thủ tục ${code}`, field: 'Hộ tịch', ministry: null, authority: null,
    audience: { kind: 'citizen' }, everyday: null, timeLimit: { unit: 'same-day', note: null, basis: null }, fee: { known: true, lines: [], note: null },
    channels: ['counter'], onlineLevel: null, papers: [], lookedUp: [],
    steps: [{ key: 'receive', role: 'reception', hours: 1, label }, { key: 'hand-over', role: 'reception', hours: 1, label }],
    results: [], legalBasis: [], citizenDeadline: null, source: { reference: 'nguồn', vintage: '2026', curatedOn: null }, ...parts,
  };
  return { file: name, text: JSON.stringify(value) };
}

test('broken JSON is named and the others load', () => {
  const report = loadReport([{ file: '1.000001.json', text: '{"code": ' }, file('1.000002')], '2026-11-22');
  deepEqual(report.packs.map((pack) => pack.code), ['1.000002']);
  equal(report.faults.length, 1);
  equal(report.faults[0]?.file, '1.000001.json');
  equal(report.faults[0].code, 'not-json');
});

test('a wrong pack is named with file, field and reason and the others load', () => {
  const report = loadReport([file('1.000001', { validFrom: 'hôm nay' }), file('1.000002')], '2026-11-22');
  deepEqual(report.packs.map((pack) => pack.code), ['1.000002']);
  deepEqual(report.faults.map((fault) => [fault.file, fault.field, fault.words.vi]), [
    ['1.000001.json', 'validFrom', '“hôm nay” không phải ngày có thật dạng năm-tháng-ngày.'],
  ]);
});

test('hidden packs are listed with their reason and kept apart from what citizens see', () => {
  const report = loadReport([file('6.000001', { audience: { kind: 'hidden', reason: 'internal', detail: 'Nội bộ.' } }), file('1.000002')], '2026-11-22');
  deepEqual(report.packs.map((pack) => pack.code), ['1.000002']);
  deepEqual(report.staffPacks.map((pack) => pack.code), ['6.000001']);
  deepEqual(report.hidden, [{ file: '6.000001.json', code: '6.000001', name: 'Thủ tục 6.000001', reason: 'internal', detail: 'Nội bộ.' }]);
});

test('an undetermined time limit is listed with the number of the source', () => {
  const report = loadReport([file('1.000001', { timeLimit: { unit: 'undetermined', value: 5, note: null, basis: null }, steps: [] })], '2026-11-22');
  deepEqual(report.undetermined, [{ file: '1.000001.json', code: '1.000001', name: 'Thủ tục 1.000001', value: 5 }]);
  equal(report.packs.length, 1);
});

const OLD = file('1.000001', { validTo: '2026-08-31' }, '1.000001.v1.json');
const NEW = file('1.000001', { version: 2, validFrom: '2026-09-01' });

for (const [date, version] of [['2026-08-31', 1], ['2026-09-01', 2], ['2030-01-01', 2]] as const) {
  test(`of two versions the one in force on ${date} is version ${String(version)}`, () => {
    const report = loadReport([NEW, OLD], date);
    deepEqual(report.faults, []);
    deepEqual(report.packs.map((pack) => pack.version), [version]);
    deepEqual(report.versions.get('1.000001')?.map((pack) => pack.version), [1, 2]);
  });
}

test('before its first day a procedure is not in force', () => {
  const report = loadReport([NEW, OLD], '2025-06-30');
  deepEqual(report.packs, []);
  deepEqual(report.notInForce, [{ code: '1.000001', name: 'Thủ tục 1.000001', files: ['1.000001.v1.json', '1.000001.json'] }]);
});

test('overlapping validity is a fault of the newer version; the older one stays', () => {
  const report = loadReport([file('1.000001', {}, '1.000001.v1.json'), NEW], '2026-11-22');
  deepEqual(report.packs.map((pack) => pack.version), [1]);
  deepEqual(report.faults.map((fault) => [fault.file, fault.field, fault.code]), [['1.000001.json', 'validFrom', 'validity-overlap']]);
});

test('the same version in two files is a fault and a duplicate', () => {
  const report = loadReport([file('1.000001'), file('1.000001', {}, '1.000001.v1.json')], '2026-11-22');
  equal(report.packs.length, 1);
  deepEqual(report.faults.map((fault) => fault.code), ['same-version-twice']);
  deepEqual(report.duplicates, [{ kind: 'same-version', name: 'Thủ tục 1.000001', codes: ['1.000001'], files: ['1.000001.json', '1.000001.v1.json'] }]);
});

test('different codes with one official name are reported as duplicates and still load', () => {
  const report = loadReport([file('1.000001', { name: 'Một tên' }), file('1.000002', { name: 'Một tên' })], '2026-11-22');
  equal(report.packs.length, 2);
  deepEqual(report.faults, []);
  deepEqual(report.duplicates.map((one) => [one.kind, one.codes]), [['same-name', ['1.000001', '1.000002']]]);
});

test('the order in which files are read changes nothing', () => {
  const files = [NEW, file('1.000003'), OLD, file('1.000002', { name: '' })];
  const one = loadReport(files, '2026-11-22');
  const other = loadReport([...files].reverse(), '2026-11-22');
  deepEqual(one, other);
  ok(one.faults.length === 1);
});

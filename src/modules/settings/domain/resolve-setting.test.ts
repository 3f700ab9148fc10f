import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plannedEntries, resolveSetting, type SettingEntry, type SettingRule } from './resolve-setting.ts';

const TODAY = '2026-11-26';
const RULE: SettingRule = { fallback: 8, override: 'commune', accepts: (value) => typeof value === 'number' && value >= 1 && value <= 24 };
const entry = (level: SettingEntry['level'], value: unknown, validFrom = '2026-01-01', more: Partial<SettingEntry> = {}): SettingEntry => ({ level, value, validFrom, fixed: false, withdrawn: false, ...more });

const CASES: readonly { readonly name: string; readonly entries: readonly SettingEntry[]; readonly rule?: Partial<SettingRule>; readonly value: unknown; readonly from: string; readonly fixed?: boolean }[] = [
  { name: 'nothing is set: the default', entries: [], value: 8, from: 'default' },
  { name: 'the installation has a value: every commune inherits it', entries: [entry('installation', 4)], value: 4, from: 'installation' },
  { name: 'a commune has its own value', entries: [entry('installation', 4), entry('commune', 2)], value: 2, from: 'commune' },
  { name: 'a commune that gave its value up inherits again', entries: [entry('installation', 4), entry('commune', 2), entry('commune', null, '2026-06-01')], value: 4, from: 'installation' },
  { name: 'an installation that gave its value up leaves the default', entries: [entry('installation', 4), entry('installation', null, '2026-06-01')], value: 8, from: 'default' },
  { name: 'a fixed value wins over the commune', entries: [entry('installation', 4, '2026-01-01', { fixed: true }), entry('commune', 2)], value: 4, from: 'installation', fixed: true },
  { name: 'a value that was fixed until yesterday lets the commune’s come back', entries: [entry('installation', 4, '2026-01-01', { fixed: true }), entry('installation', 4, TODAY), entry('commune', 2)], value: 2, from: 'commune' },
  { name: 'a value from tomorrow on does not hold yet', entries: [entry('commune', 2, '2026-11-27')], value: 8, from: 'default' },
  { name: 'a value from today on holds', entries: [entry('commune', 2, TODAY)], value: 2, from: 'commune' },
  { name: 'of several days the latest that has begun counts, in whatever order they come', entries: [entry('commune', 3, TODAY), entry('commune', 2), entry('commune', 5, '2027-01-01')], value: 3, from: 'commune' },
  { name: 'what was withdrawn never counts', entries: [entry('commune', 2), entry('commune', 3, TODAY, { withdrawn: true })], value: 2, from: 'commune' },
  { name: 'a commune’s value of a setting that only the installation has is passed over', entries: [entry('commune', 2)], rule: { override: 'installation' }, value: 8, from: 'default' },
  { name: 'a value that no longer fits is passed over and the next one holds', entries: [entry('installation', 4), entry('commune', 99)], value: 4, from: 'installation' },
  { name: 'a value of a wrong kind is passed over', entries: [entry('installation', '4')], value: 8, from: 'default' },
];

describe('the value of a setting', () => {
  for (const { name, entries, rule, value, from, fixed = false } of CASES) {
    test(name, () => {
      const resolved = resolveSetting(entries, { ...RULE, ...rule }, TODAY);
      assert.deepEqual([resolved.value, resolved.from, resolved.fixed], [value, from, fixed]);
    });
  }

  test('what is planned is what begins later and was not withdrawn, in the order of the days', () => {
    const entries = [entry('commune', 1, '2027-03-01'), entry('commune', 2, '2027-01-01'), entry('commune', 3), entry('commune', 4, '2027-02-01', { withdrawn: true })];
    assert.deepEqual(plannedEntries(entries, TODAY).map(({ value }) => value), [2, 1]);
  });
});

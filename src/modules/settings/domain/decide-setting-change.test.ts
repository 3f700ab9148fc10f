import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideSettingChange, type SettingFacts, type SettingWish } from './decide-setting-change.ts';
import { type SettingEntry } from './resolve-setting.ts';

const TODAY = '2026-11-26';
const entry = (level: SettingEntry['level'], value: unknown, validFrom = '2026-01-01', more: Partial<SettingEntry> = {}): SettingEntry => ({ level, value, validFrom, fixed: false, withdrawn: false, ...more });
const WISH: SettingWish = { level: 'commune', act: 'set', value: 5, fixed: false, validFrom: TODAY, reason: 'Theo quy chế' };
const FACTS: SettingFacts = {
  today: TODAY, override: 'commune', needsReason: true, control: { kind: 'number', least: 1, most: 24 }, fits: (value) => typeof value === 'number' && value >= 1 && value <= 24,
  law: null, entries: [], mayChangeInstallation: true,
};

const CASES: readonly { readonly name: string; readonly wish?: Partial<SettingWish>; readonly facts?: Partial<SettingFacts>; readonly code: string | null }[] = [
  { name: 'a value within the bounds is taken', code: null },
  { name: 'a value from a later day on is taken', wish: { validFrom: '2027-01-01' }, code: null },
  { name: 'yesterday cannot be changed any more', wish: { validFrom: '2026-11-25' }, code: 'settings.day-past' },
  { name: 'the year after the next is the last', wish: { validFrom: '2029-01-01' }, code: 'settings.day-too-far' },
  { name: 'a value outside the bounds is told the bounds', wish: { value: 25 }, code: 'settings.value-out-of-bounds' },
  { name: 'a value outside the bounds of the law is told the law', wish: { value: 0 }, facts: { law: 'Luật' }, code: 'settings.value-against-law' },
  { name: 'a value of another kind is refused', wish: { value: '5' }, facts: { control: { kind: 'switch' } }, code: 'settings.value-unfit' },
  { name: 'a reason of blanks is none', wish: { reason: '  ' }, code: 'settings.reason-missing' },
  { name: 'where no reason is needed none is asked', wish: { reason: '' }, facts: { needsReason: false }, code: null },
  { name: 'the installation is not everybody’s', wish: { level: 'installation' }, facts: { mayChangeInstallation: false }, code: 'settings.installation-not-yours' },
  { name: 'a commune cannot have what only the installation has', facts: { override: 'installation' }, code: 'settings.not-for-communes' },
  { name: 'a commune cannot change what the installation fixed', facts: { entries: [entry('installation', 4, TODAY, { fixed: true })] }, code: 'settings.fixed-above' },
  { name: 'but may from the day on which it is fixed no more', wish: { validFrom: '2027-01-01' }, facts: { entries: [entry('installation', 4, TODAY, { fixed: true }), entry('installation', 4, '2027-01-01')] }, code: null },
  { name: 'the same value again changes nothing', facts: { entries: [entry('commune', 5)] }, code: 'settings.nothing-changes' },
  { name: 'the value of another level is a change all the same: it stays when the other one moves', facts: { entries: [entry('installation', 5)] }, code: null },
  { name: 'fixing a value that stands is a change', wish: { level: 'installation', fixed: true }, facts: { entries: [entry('installation', 5)] }, code: null },
  { name: 'texts in another order are the same texts', wish: { value: { title: 'Giấy hẹn', number: '' } }, facts: { control: { kind: 'texts', texts: [{ key: 'title', longest: 20 }, { key: 'number', longest: 5 }] }, fits: () => true, entries: [entry('commune', { number: '', title: 'Giấy hẹn' })] }, code: 'settings.nothing-changes' },
  { name: 'texts that do not fit are told so', wish: { value: { title: 'x'.repeat(30) } }, facts: { control: { kind: 'texts', texts: [{ key: 'title', longest: 20 }] }, fits: () => false }, code: 'settings.texts-unfit' },
  { name: 'who has no own value cannot give it up', wish: { act: 'inherit' }, code: 'settings.nothing-changes' },
  { name: 'an own value is given up', wish: { act: 'inherit' }, facts: { entries: [entry('commune', 5)] }, code: null },
  { name: 'what is planned is withdrawn', wish: { act: 'withdraw', validFrom: '2027-01-01' }, facts: { entries: [entry('commune', 5, '2027-01-01')] }, code: null },
  { name: 'what holds already cannot be withdrawn', wish: { act: 'withdraw' }, facts: { entries: [entry('commune', 5, TODAY)] }, code: 'settings.nothing-planned' },
  { name: 'what was withdrawn is not withdrawn again', wish: { act: 'withdraw', validFrom: '2027-01-01' }, facts: { entries: [entry('commune', 5, '2027-01-01', { withdrawn: true })] }, code: 'settings.nothing-planned' },
];

describe('a change of a setting', () => {
  for (const { name, wish, facts, code } of CASES) {
    test(name, () => {
      const decided = decideSettingChange({ ...WISH, ...wish }, { ...FACTS, ...facts });
      assert.equal(decided.ok ? null : decided.problem.code, code);
    });
  }

  test('writes null where the level inherits again, and never fixes a value of a commune', () => {
    const given = decideSettingChange({ ...WISH, act: 'inherit' }, { ...FACTS, entries: [entry('commune', 5)] });
    assert.deepEqual(given.ok && given.value, { level: 'commune', validFrom: TODAY, reason: 'Theo quy chế', value: null, fixed: false, withdrawn: false });
    const own = decideSettingChange({ ...WISH, fixed: true }, FACTS);
    assert.equal(own.ok && own.value.fixed, false);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FEE_UNITS } from '../../../kernel/fee-formula.ts';
import { parseLocalDate } from '../../../kernel/local-time.ts';
import { CHARGE_KINDS, FEE_CHANNELS } from '../domain/tariff.ts';
import { documentTariffs, loadFeeRules } from './load-fee-rules.ts';

const PACKS = new URL('../../../../data/procedures/', import.meta.url);

interface Pack {
  readonly code: string;
  readonly fee: { readonly known: boolean; readonly lines: readonly { readonly kind: string; readonly amount: number; readonly unit: string }[] };
}

const packs = new Map(
  readdirSync(PACKS).filter((name) => /^\d\.\d{6}\.json$/.test(name)).map((name) => {
    const pack = JSON.parse(readFileSync(new URL(name, PACKS), 'utf8')) as Pack;
    return [pack.code, pack] as const;
  }),
);
const { tariffs, exemptions, provinces } = loadFeeRules();

test('every tariff is whole: known words, real days, its basis, procedures of the catalogue', () => {
  for (const tariff of tariffs) {
    const what = JSON.stringify(tariff);
    assert.ok((CHARGE_KINDS as readonly string[]).includes(tariff.kind) && (FEE_UNITS as readonly string[]).includes(tariff.unit), what);
    assert.ok(tariff.channels === null || tariff.channels.every((channel) => (FEE_CHANNELS as readonly string[]).includes(channel)), what);
    assert.ok(parseLocalDate(tariff.validFrom).ok && (tariff.validTo === null || tariff.validTo >= tariff.validFrom) && tariff.basis !== '' && tariff.label.vi !== '' && tariff.label.en !== null, what);
    for (const code of tariff.procedureCodes ?? []) assert.ok(packs.has(code), `${tariff.code} names ${code}`);
    if (tariff.formula?.kind === 'per-page') assert.equal(tariff.unit, 'copy', what);
  }
});

test('every exemption is whole, and about tariffs and procedures that there are', () => {
  const codes = new Set(tariffs.map(({ code }) => code));
  for (const exemption of exemptions) {
    const what = JSON.stringify(exemption);
    assert.ok(parseLocalDate(exemption.validFrom).ok && (exemption.validTo === null || exemption.validTo >= exemption.validFrom) && exemption.basis !== '' && exemption.label.en !== null, what);
    assert.ok(exemption.percent === null || (Number.isInteger(exemption.percent) && exemption.percent >= 1 && exemption.percent <= 100), what);
    assert.equal(exemption.condition.kind === 'claimed', exemption.proof !== null, what);
    for (const code of exemption.tariffs ?? []) assert.ok(codes.has(code), what);
    for (const code of exemption.procedureCodes ?? []) assert.ok(packs.has(code), what);
  }
  assert.equal(new Set(exemptions.map(({ code }) => code)).size, exemptions.length);
  for (const { percent, basis } of provinces) assert.ok(percent === 100 && basis !== '');
});

test('a tariff of the centre charges what the packs publish to citizens', () => {
  const differing = tariffs.filter(({ role, formula, channels }) => role === 'base' && formula !== null && channels?.includes('online') !== true).flatMap(({ code, procedureCodes, formula }) =>
    (procedureCodes ?? []).flatMap((procedure) => {
      const [line] = packs.get(procedure)?.fee.lines ?? [];
      const amount = formula?.kind === 'per-page' ? formula.first : (formula?.amount ?? 0);
      // An adoption that is registered again is published as free, because it is exempt.
      return line === undefined ? (amount === 0 || code === 'adoption' ? [] : [`${code} ${procedure}`]) : line.amount === amount ? [] : [`${code} ${procedure}: ${String(line.amount)}`];
    }));
  assert.deepEqual(differing, []);
});

test('a procedure never has two base tariffs for one channel on one day', () => {
  const seen = new Set<string>();
  for (const { role, procedureCodes, channels } of tariffs) {
    if (role !== 'base') continue;
    for (const code of procedureCodes ?? []) for (const channel of channels ?? FEE_CHANNELS) {
      assert.ok(!seen.has(`${code} ${channel}`), `${code} ${channel}`);
      seen.add(`${code} ${channel}`);
    }
  }
});

test('the lane’s procedures have their tariffs', () => {
  assert.deepEqual(documentTariffs(['2.000815', '2.000884', '2.000908']).map(({ tariff }) => tariff), ['certified-copy', 'certified-signature', 'register-copy']);
});

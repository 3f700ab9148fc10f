import { type LocalDate } from '../../../kernel/local-time.ts';
import { applies, type Charge, chargeCode, type FeeChannel, procedureChargeCode, type PublishedFee, type Rate, rateOn, type Tariff } from './tariff.ts';

/** What is asked: a procedure as published, how it came in, and on which day. */
export interface ChargesQuery {
  readonly published: PublishedFee;
  readonly channel: FeeChannel;
  readonly day: LocalDate;
}

/**
 * The charges that a dossier of a procedure has or may have on a day, base charges first. The tariffs come first; a procedure that none of them
 * knows has what its commune entered for it, else what its pack publishes. Empty of base charges: the procedure is free by publication.
 */
export function chargesOf(tariffs: readonly Tariff[], rates: readonly Rate[], query: ChargesQuery): readonly Charge[] {
  const { published, channel, day } = query;
  const inForce = tariffs.filter((tariff) => applies(tariff, day) && (tariff.channels === null || tariff.channels.includes(channel)));
  const own = inForce.filter(({ procedureCodes }) => procedureCodes?.includes(published.procedureCode) === true).map((tariff) => fromTariff(tariff, rates, query));
  const beside = inForce.filter(({ procedureCodes }) => procedureCodes === null).map((tariff) => fromTariff(tariff, rates, query)).filter(({ formula }) => formula !== null);
  const known = own.length > 0 ? own : fromPublication(rates, query);
  return [...known.filter(({ role }) => role === 'base'), ...known.filter(({ role }) => role === 'extra'), ...beside];
}

function fromTariff(tariff: Tariff, rates: readonly Rate[], { published, day }: ChargesQuery): Charge {
  const code = chargeCode(tariff, published.procedureCode);
  const rate = tariff.formula === null ? rateOn(rates, code, day) : undefined;
  return {
    code, tariff: tariff.code, kind: tariff.kind, unit: tariff.unit, role: tariff.role, insteadOf: tariff.insteadOf, label: tariff.label,
    formula: tariff.formula ?? (rate?.amount == null ? null : { kind: 'per-unit', amount: rate.amount }),
    basis: rate?.basis ?? tariff.basis,
  };
}

/** A procedure that no tariff knows: the commune's own amount, else the lines of its pack. */
function fromPublication(rates: readonly Rate[], { published, day }: ChargesQuery): readonly Charge[] {
  const code = procedureChargeCode(published.procedureCode);
  const rate = rateOn(rates, code, day);
  if (rate?.amount != null) {
    return [{ code, tariff: code, kind: rate.kind, unit: rate.unit, role: 'base', insteadOf: null, label: { vi: rate.label, en: null }, formula: { kind: 'per-unit', amount: rate.amount }, basis: rate.basis }];
  }
  if (!published.known) {
    const label = { vi: `Phí, lệ phí: ${published.procedureName.vi}`, en: `Fee: ${published.procedureName.en ?? published.procedureName.vi}` };
    return [{ code, tariff: code, kind: 'state-charge', unit: 'case', role: 'base', insteadOf: null, label, formula: null, basis: published.procedureCode }];
  }
  return published.lines.map((line, index) => ({
    code: `${code}:${String(index + 1)}`, tariff: code, kind: line.kind, unit: line.unit,
    // What is counted by copies is a copy that somebody wishes beside the result.
    role: line.unit === 'copy' ? 'extra' : 'base', insteadOf: null, label: line.label, formula: { kind: 'per-unit', amount: line.amount },
    basis: line.basis ?? `Mức công bố của thủ tục ${published.procedureCode}`,
  }));
}
